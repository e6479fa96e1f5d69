import type { Selector } from '../selector/selector.ts';
import { type Conflict, conflictsOf } from './find-conflicts.ts';
import { differenceOf } from './find-difference.ts';
import { overlapOf } from './find-overlap.ts';
import { meaningOf } from './meaning.ts';
import type { Witness } from './witness.ts';

/**
 * How two selectors relate: `equal`, they match the same; `implies`, what the first matches, the second does; `implied`, the
 * other way round; `overlap`, some label sets are matched by both, and others by each alone; `disjoint`, none is matched by
 * both.
 */
export type Relation = 'equal' | 'implies' | 'implied' | 'overlap' | 'disjoint';

/** How two selectors relate, and label sets that prove it. Frozen. */
export interface Comparison {
  /**
   * Selectors that both match nothing are `equal`; where one matches nothing, they are `disjoint`, though it also implies the
   * other.
   */
  readonly relation: Relation;
  /** A label set that both match. */
  readonly both?: Witness;
  /** A label set that the first matches and the second does not. */
  readonly onlyFirst?: Witness;
  /** A label set that the second matches and the first does not. */
  readonly onlySecond?: Witness;
  /** What keeps disjoint selectors apart, as {@link findConflicts} has it; none for others. */
  readonly conflicts: readonly Conflict[];
}

const NO_CONFLICTS: readonly Conflict[] = Object.freeze([]);

function relationOf({ both, onlyFirst, onlySecond }: Omit<Comparison, 'relation' | 'conflicts'>): Relation {
  if (onlyFirst === undefined && onlySecond === undefined) return 'equal';
  if (both === undefined) return 'disjoint';
  if (onlyFirst === undefined) return 'implies';
  return onlySecond === undefined ? 'implied' : 'overlap';
}

/**
 * How two selectors relate, with a proof of each part of the answer. Exact over valid labels.
 *
 * @param a the first selector: the relation `implies` is that it implies `b`
 * @param b the second selector: the relation `implied` is that it implies `a`
 * @complexity that of {@link findOverlap}, and twice {@link findDifference}.
 * @throws TypeError where an argument is no Selector
 * @throws SelectorError `too-many-cases` where several alternatives would have to be split too often
 */
export function compareSelectors(a: Selector, b: Selector): Comparison {
  const first = meaningOf(a, 'a');
  const second = meaningOf(b, 'b');
  const both = overlapOf(first, second);
  const onlyFirst = differenceOf(first, second);
  const onlySecond = differenceOf(second, first);
  const witnesses = {
    ...(both && { both }),
    ...(onlyFirst && { onlyFirst }),
    ...(onlySecond && { onlySecond }),
  };
  const conflicts = (both === undefined ? conflictsOf(first, second) : undefined) ?? NO_CONFLICTS;
  return Object.freeze({ relation: relationOf(witnesses), ...witnesses, conflicts });
}
