import type { Conjunction } from '../constraint/conjunction.ts';
import { includesConjunction } from '../constraint/includes.ts';
import type { KeyConstraint, ValueConstraint } from '../constraint/key-constraint.ts';
import { valueTest } from '../constraint/value-test.ts';
import { spellings } from './domain.ts';

type OneOf = Extract<ValueConstraint, { kind: 'one-of' }>;
type AnyBut = Extract<ValueConstraint, { kind: 'any-but' }>;

/**
 * How many values satisfy a range with exclusions, up to a number that is enough to know: the integers are gone through
 * only as far as that.
 */
export function countUpTo(key: string, { range, values }: AnyBut, enough: number): number {
  if (range === undefined) return enough;
  let count = -values.length;
  for (let integer = range.min; integer <= range.max && count < enough; integer += 1n) {
    count += spellings(key, integer);
  }
  return Math.min(count, enough);
}

/** Every value of a range with exclusions, of which there are few. */
export function valuesWithin(key: string, { range, values }: AnyBut): string[] {
  const excluded = new Set(values);
  const result: string[] = [];
  if (range === undefined) return result;
  for (let integer = range.min; integer <= range.max; integer += 1n) {
    for (let zeros = 0; zeros < spellings(key, integer); zeros++) {
      const value = '0'.repeat(zeros) + String(integer);
      if (!excluded.has(value)) result.push(value);
    }
  }
  return result.sort();
}

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
export function coversConstraint(outer: KeyConstraint, inner: KeyConstraint): boolean {
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
