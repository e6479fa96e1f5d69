import type { AnchorLabel } from './anchor-name.ts';

/** An anchor that a label set leads to, and what is found there. */
export interface ReachedAnchor {
  /** The key; undefined for selectors that demand and exclude nothing. */
  readonly key: string | undefined;
  /** Where a value of the key is the anchor; the key alone otherwise. */
  readonly value?: string;
  /** What led here before: pairs, or first a key alone, that the selectors demand besides, where many demand those. */
  readonly within?: readonly AnchorLabel[];
  /** The namespace of the selectors filed here; undefined for those in none. */
  readonly namespace?: string;
  /**
   * How it is reached. `has`: the label set has the anchor. `lacks`: the selectors demand nothing, and the label set does not
   * have what they exclude. `excluded`: it has, so none of them is looked at.
   */
  readonly by: 'has' | 'lacks' | 'excluded';
  /** How many distinct meanings are filed here. */
  readonly entries: number;
  /** How many of the `entries` match; 0 where they are `excluded`. */
  readonly matches: number;
}

/** How the selectors that match a label set are found. `toString()` prints it. */
export interface ReverseExplanation<Id extends string | number = string> {
  /** The namespace of the object. */
  readonly namespace: string;
  /** How many selectors there are. */
  readonly selectors: number;
  /** How many distinct meanings are looked at. */
  readonly candidates: number;
  /**
   * How many of the `candidates` match. There are more `ids` where selectors share a meaning, and fewer where one
   * selector has several that match.
   */
  readonly matches: number;
  /** The selectors that match, each once. */
  readonly ids: readonly Id[];
  /** By how they are reached: `has`, `lacks`, `excluded`; of each, those with most entries first. */
  readonly anchors: readonly ReachedAnchor[];
  /** As text for people, with the first of the anchors. */
  toString(): string;
}
