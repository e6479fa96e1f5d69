import type { Conjunction } from '../constraint/conjunction.ts';
import type { KeyConstraint } from '../constraint/key-constraint.ts';
import { requirementsOf } from '../constraint/requirements-of.ts';
import { MAX_INT64, MIN_INT64 } from '../labels/int64.ts';
import type { Alternative, Requirement } from '../selector/requirement.ts';
import { countUpTo, valuesWithin } from './range-values.ts';
import type { ValidRange } from './valid-constraint.ts';

/**
 * A range without the bounds that only say what exclusions said before, and with these exclusions again: where others are left
 * in any case, that is a requirement less.
 */
function withoutSpentBounds(key: string, { values, range, spent }: ValidRange): ValidRange {
  if (spent === undefined || values.length === 0) return { kind: 'any-but', values, range };
  const min = spent.below ? 0n : range.min;
  const max = spent.above ? MAX_INT64 : range.max;
  const beyond = [
    { min, max: range.min - 1n },
    { min: range.max + 1n, max },
  ].flatMap((piece) => valuesWithin(key, { kind: 'any-but', values: [], range: piece }));
  return { kind: 'any-but', values: [...values, ...beyond].sort(), range: { min, max } };
}

/**
 * The fewest requirements that say a constraint, in its valid form, with no more values than its bounds and exclusions are:
 * what is left of a range is listed where that is short.
 */
function simplestOfKey(constraint: KeyConstraint): readonly Requirement[] {
  const { key, absent, present } = constraint;
  if (present.kind !== 'any-but' || present.range === undefined) return requirementsOf(constraint);
  const { range, values } = withoutSpentBounds(key, present as ValidRange);
  // Over valid values a range has no need to begin with zero, unless it has no end.
  const isBelow = range.max < MAX_INT64;
  const min = range.min === 0n && isBelow ? MIN_INT64 : range.min;
  const written = values.length + (isBelow ? 1 : 0) + (min === MIN_INT64 ? 0 : 1);
  if (countUpTo(key, present, written + 1) > written) {
    return requirementsOf({
      key,
      absent,
      present: { kind: 'any-but', values, range: { min, max: range.max } },
    });
  }
  return requirementsOf({ key, absent, present: { kind: 'one-of', values: valuesWithin(key, present) } });
}

/** A conjunction, in its valid form, as the fewest requirements that mean it over valid labels. Frozen. */
export function simplest(conjunction: Conjunction): Alternative {
  return Object.freeze(conjunction.flatMap(simplestOfKey));
}
