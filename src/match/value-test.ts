import { isInRange } from '../constraint/intersect.ts';
import type { IntegerRange, KeyConstraint, ValueConstraint } from '../constraint/key-constraint.ts';

/** Whether a label's value, or its absence as undefined, satisfies a constraint. */
export type ValueTest = (value: string | undefined) => boolean;

/** Up to this many values are compared one by one; a hash table takes longer to ask. */
const FEW = 4;

/** Integers of at most this many digits are exact as numbers, and are compared so. */
const EXACT_DIGITS = 15;

/** A test for int64 values within a range that reads the common case, up to 15 digits, without a BigInt. */
function rangeTest(range: IntegerRange): (value: string) => boolean {
  // Rounding a bound beyond 2^53 keeps it beyond every integer of 15 digits.
  const min = Number(range.min);
  const max = Number(range.max);
  return function liesInRange(value) {
    const first = value.charCodeAt(0);
    const signed = first === 0x2d || first === 0x2b;
    const digits = signed ? value.length - 1 : value.length;
    if (digits > EXACT_DIGITS) return isInRange(value, range);
    if (digits === 0) return false;
    let magnitude = 0;
    for (let i = signed ? 1 : 0; i < value.length; i++) {
      const digit = value.charCodeAt(i) - 0x30;
      if (digit < 0 || digit > 9) return false;
      magnitude = magnitude * 10 + digit;
    }
    const integer = first === 0x2d ? -magnitude : magnitude;
    return integer >= min && integer <= max;
  };
}

function listTest(values: readonly string[]): (value: string) => boolean {
  if (values.length <= FEW) return (value) => values.includes(value);
  const set = new Set(values);
  return (value) => set.has(value);
}

/** A test of the values that a key may have when it is present; not asked where no value will do. */
function presentTest(present: ValueConstraint): (value: string) => boolean {
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

/**
 * The test that a constraint compiles to: a named closure, chosen by the constraint's form. O(1) a value, and for
 * ranges the number of its digits.
 */
export function valueTestOf({ absent, present }: KeyConstraint): ValueTest {
  if (present.kind === 'none') return absent ? isAbsent : isNever;
  const [only] = present.values;
  if (present.kind === 'one-of' && present.values.length === 1 && !absent) {
    return function equals(value) {
      return value === only;
    };
  }
  if (present.kind === 'any-but' && present.range === undefined) {
    if (only === undefined) return absent ? isAlways : isPresent;
    if (present.values.length === 1 && absent) {
      return function differs(value) {
        return value !== only;
      };
    }
  }
  const test = presentTest(present);
  return absent
    ? function isAbsentOr(value) {
        return value === undefined || test(value);
      }
    : function isPresentAnd(value) {
        return value !== undefined && test(value);
      };
}

function isAbsent(value: string | undefined): boolean {
  return value === undefined;
}

function isPresent(value: string | undefined): boolean {
  return value !== undefined;
}

function isNever(): boolean {
  return false;
}

function isAlways(): boolean {
  return true;
}

/**
 * How few label sets satisfy a constraint, as a guess from its form alone: the lower, the sooner it is asked, since
 * the first test that fails ends the matching of a conjunction.
 */
export function rank({ absent, present }: KeyConstraint): number {
  if (present.kind === 'one-of') return absent ? 4 : present.values.length === 1 ? 0 : 1;
  if (present.kind === 'none') return 4;
  if (absent) return 5;
  return present.range === undefined ? 3 : 2;
}
