import type { Conjunction } from '../constraint/conjunction.ts';
import type { KeyConstraint } from '../constraint/key-constraint.ts';
import { requirementsOf } from '../constraint/requirements-of.ts';
import { MAX_INT64, MIN_INT64 } from '../labels/int64.ts';
import type { Alternative, Requirement } from '../selector/requirement.ts';
import { countUpTo, valuesWithin } from './covering.ts';

/**
 * The fewest requirements that say a constraint, in its valid form, with no more values than its bounds and exclusions are:
 * what is left of a range is listed where that is short.
 */
function simplestOfKey(constraint: KeyConstraint): readonly Requirement[] {
  const { key, absent, present } = constraint;
  if (present.kind !== 'any-but' || present.range === undefined) return requirementsOf(constraint);
  const { range, values } = present;
  // Over valid values a range has no need to begin with zero, unless it has no end.
  const isBelow = range.max < MAX_INT64;
  const min = range.min === 0n && isBelow ? MIN_INT64 : range.min;
  const written = values.length + (isBelow ? 1 : 0) + (min === MIN_INT64 ? 0 : 1);
  if (countUpTo(key, present, written + 1) > written) {
    return requirementsOf({ key, absent, present: { ...present, range: { min, max: range.max } } });
  }
  return requirementsOf({ key, absent, present: { kind: 'one-of', values: valuesWithin(key, present) } });
}

/** A conjunction, in its valid form, as the fewest requirements that mean it over valid labels. Frozen. */
export function simplest(conjunction: Conjunction): Alternative {
  return Object.freeze(conjunction.flatMap(simplestOfKey));
}
