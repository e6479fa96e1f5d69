import type { KeyConstraint } from '../constraint/key-constraint.ts';
import { valueTest } from '../constraint/value-test.ts';

/** Whether a label's value, or its absence as undefined, satisfies a constraint. */
export type LabelTest = (value: string | undefined) => boolean;

/**
 * The test that a constraint compiles to: a named closure, chosen by the constraint's form. O(1) a value, and for
 * ranges the number of its digits.
 */
export function labelTest({ absent, present }: KeyConstraint): LabelTest {
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
  const test = valueTest(present);
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
