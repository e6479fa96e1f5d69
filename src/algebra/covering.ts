import type { Conjunction } from '../constraint/conjunction.ts';
import { includesConjunction } from '../constraint/includes.ts';
import type { AnyBut, KeyConstraint, OneOf, ValueConstraint } from '../constraint/key-constraint.ts';
import { valueTest } from '../constraint/value-test.ts';
import { countUpTo, valuesWithin } from './range-values.ts';

function listCovers(key: string, outer: OneOf, inner: ValueConstraint): boolean {
  const listed = new Set(outer.values);
  if (inner.kind === 'none') return true;
  if (inner.kind === 'one-of') return inner.values.every((value) => listed.has(value));
  // As many values as these no list has, unless the range is small.
  if (countUpTo(key, inner, listed.size + 1) > listed.size) return false;
  return valuesWithin(key, inner).every((value) => listed.has(value));
}

function exclusionsCover(outer: AnyBut, inner: ValueConstraint): boolean {
  if (inner.kind === 'none') return true;
  if (inner.kind === 'one-of') return inner.values.every(valueTest(outer));
  if (outer.range !== undefined) {
    // The first and the last integer of a range in its valid form are of some value each.
    if (inner.range === undefined) return false;
    if (inner.range.min < outer.range.min || inner.range.max > outer.range.max) return false;
  }
  return !outer.values.some(valueTest(inner));
}

/** Whether everything that satisfies `inner` satisfies `outer`, both on the same key and in the valid form. */
function coversConstraint(outer: KeyConstraint, inner: KeyConstraint): boolean {
  if (inner.absent && !outer.absent) return false;
  const { key, present } = outer;
  if (present.kind === 'none') return inner.present.kind === 'none';
  return present.kind === 'one-of'
    ? listCovers(key, present, inner.present)
    : exclusionsCover(present, inner.present);
}

/** Whether every valid label set that satisfies `inner` satisfies `outer`. O(constraints and their values). */
export function coversConjunction(outer: Conjunction, inner: Conjunction): boolean {
  return includesConjunction(outer, inner, coversConstraint);
}
