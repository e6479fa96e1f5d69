import type { Source } from '../engine/dataset.ts';
import shop from '../example/shop.yaml?raw';

/** What is asked when the page is opened without a link that says otherwise. */
export const FIRST_SELECTOR = 'app in (web, api), environment=production, !canary';

/** What it is compared with. */
export const FIRST_COMPARED = 'tier=front';

/** The objects of the page at first. */
export const EXAMPLE: readonly Source[] = [{ name: 'shop.yaml', text: shop }];

/** How many pods the cluster has that is made. */
export const CLUSTER_PODS = 100_000;

/** A selector to try, and what it shows. */
export interface Sample {
  readonly text: string;
  readonly shows: string;
}

export const SAMPLES: readonly Sample[] = [
  { text: 'app=web', shows: 'a value' },
  { text: 'tier in (front, back), !canary', shows: 'a set, and an absent key' },
  { text: 'environment!=production', shows: 'another value, or none' },
  { text: 'release>10, release<43', shows: 'integers' },
  { text: 'app=web, tier not in (cache), track: stable', shows: 'two mistakes' },
];
