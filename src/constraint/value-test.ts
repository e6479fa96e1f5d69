import { parseInt64, shortInteger } from '../labels/int64.ts';
import type { IntegerRange, ValueConstraint } from './key-constraint.ts';

/** Whether a value is an int64 within a range. */
export function isInRange(value: string, range: IntegerRange): boolean {
  const integer = parseInt64(value);
  return integer !== undefined && integer >= range.min && integer <= range.max;
}

/** A test for int64 values within a range that reads the common case, up to 15 digits, without a BigInt. */
function rangeTest(range: IntegerRange): (value: string) => boolean {
  // Rounding a bound beyond 2^53 keeps it beyond every integer of 15 digits.
  const min = Number(range.min);
  const max = Number(range.max);
  return function liesInRange(value) {
    const integer = shortInteger(value);
    return integer === Number.POSITIVE_INFINITY ? isInRange(value, range) : integer >= min && integer <= max;
  };
}

/** Up to this many values are compared one by one; a set takes longer to make, and as long to ask. */
const FEW = 8;

function listTest(values: readonly string[]): (value: string) => boolean {
  if (values.length <= FEW) return (value) => values.includes(value);
  const set = new Set(values);
  return (value) => set.has(value);
}

/**
 * A test of single values against a constraint on values, its set prepared. O(1) a value, and for ranges the number of
 * its digits.
 */
export function valueTest(present: ValueConstraint): (value: string) => boolean {
  if (present.kind === 'none') return () => false;
  if (present.kind === 'one-of') return listTest(present.values);
  if (present.range === undefined) {
    const isExcluded = listTest(present.values);
    return (value) => !isExcluded(value);
  }
  const liesInRange = rangeTest(present.range);
  if (present.values.length === 0) return liesInRange;
  const isExcluded = listTest(present.values);
  return (value) => liesInRange(value) && !isExcluded(value);
}
