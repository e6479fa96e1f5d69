import type { Selector } from '../selector/selector.ts';
import type { ObjectPath } from '../text/object-path.ts';
import type { Reach } from './reach.ts';
import type { Target } from './target.ts';

/**
 * Every kind of claim, with what the object that makes it does to what it selects: *Service shop/web routes traffic to
 * pods with app=web*. What decides on traffic and on the life of objects comes first.
 */
export const CLAIM_KINDS = {
  'routes-traffic': 'routes traffic to',
  controls: 'controls',
  'budgets-evictions': 'budgets evictions of',
  'applies-policy': 'applies policy to',
  'allows-from': 'allows traffic from',
  'allows-to': 'allows traffic to',
  'accepts-routes': 'accepts routes from',
  'accepts-listeners': 'accepts listeners from',
  admits: 'admits',
  configures: 'configures the proxies of',
  scrapes: 'scrapes',
  'attracted-to': 'is attracted to',
  'kept-from': 'is kept away from',
  'prefers-near': 'prefers to be near',
  'prefers-away': 'prefers to be away from',
  'spreads-over': 'spreads over',
  'schedules-onto': 'schedules onto',
  'prefers-nodes': 'prefers to be on',
  'reachable-from': 'is reachable from',
  binds: 'may bind',
  mounts: 'mounts',
  reads: 'reads',
  aggregates: 'aggregates',
} as const;

/** What a claim does to what its selector selects: a name of {@link CLAIM_KINDS}. */
export type ClaimKind = keyof typeof CLAIM_KINDS;

/** A selector of an object: what it selects, and what for. */
export interface Claim {
  /** What the object does to what it selects. */
  readonly kind: ClaimKind;
  /** Where the selector stands in the object; where it is missing, where it would stand. */
  readonly path: ObjectPath;
  /** Whether it is there: a selector that is null, or left out, may select nothing or everything all the same. */
  readonly isWritten: boolean;
  /** What the API makes of what is written, of null, and of nothing at all. */
  readonly selector: Selector;
  /** The kinds of objects it selects. */
  readonly of: readonly Target[];
  /** Kinds that are left out of {@link of}. */
  readonly except: readonly Target[];
  /** In which namespaces it looks for what it selects. */
  readonly reach: Reach;
}
