import type { AnchorLabel } from './anchor-name.ts';

/** An anchor that a label set leads to, and what is found there. */
export interface ReachedAnchor {
  /** The key; undefined for selectors that demand and exclude nothing. */
  readonly key: string | undefined;
  /** Where a value of the key is the anchor; the key alone otherwise. */
  readonly value?: string;
  /** What led here before: the pairs that the selectors demand besides, where many demand those. */
  readonly within?: readonly AnchorLabel[];
  /** The namespace of the selectors filed here; undefined for those in none. */
  readonly namespace?: string;
  /**
   * How it is reached. `has`: the label set has the anchor. `lacks`: the selectors demand nothing, and the label set does not
   * have what they exclude. `excluded`: it has, so none of them is looked at.
   */
  readonly by: 'has' | 'lacks' | 'excluded';
  /** How many distinct meanings are filed here, and how many of them match. */
  readonly entries: number;
  readonly matches: number;
}

/** How the selectors that match a label set are found. `toString()` prints it. */
export interface ReverseExplanation<Id extends string | number = string> {
  /** The namespace of the object. */
  readonly namespace: string;
  /** How many selectors there are. */
  readonly selectors: number;
  /** How many distinct meanings are looked at, and how many of them match. */
  readonly candidates: number;
  readonly matches: number;
  /** The selectors that match, each once. */
  readonly ids: readonly Id[];
  /** Those with most to look at first. */
  readonly anchors: readonly ReachedAnchor[];
  /** As text for people, the anchors with most to look at first. */
  toString(): string;
}
