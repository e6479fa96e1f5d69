import {
  type AnyBut,
  type IntegerRange,
  type KeyConstraint,
  NO_VALUE,
  type ValueConstraint,
} from './key-constraint.ts';
import { isInRange, valueTest } from './value-test.ts';

function intersectRanges(a: IntegerRange | undefined, b: IntegerRange | undefined): IntegerRange | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Object.freeze({ min: a.min > b.min ? a.min : b.min, max: a.max < b.max ? a.max : b.max });
}

function intersectExclusions(a: AnyBut, b: AnyBut): ValueConstraint {
  const range = intersectRanges(a.range, b.range);
  if (range !== undefined && range.min > range.max) return NO_VALUE;
  const all = [...new Set([...a.values, ...b.values])].sort();
  const values = Object.freeze(range === undefined ? all : all.filter((value) => isInRange(value, range)));
  return Object.freeze(
    range === undefined ? { kind: 'any-but', values } : { kind: 'any-but', values, range },
  );
}

/** The values that both allow, in the one form they have. O(number of values), and sorting. */
export function intersectValues(a: ValueConstraint, b: ValueConstraint): ValueConstraint {
  if (a.kind === 'any-but' && b.kind === 'any-but') return intersectExclusions(a, b);
  const [listed, other] = a.kind === 'any-but' ? [b, a] : [a, b];
  if (listed.kind !== 'one-of') return NO_VALUE;
  const values = listed.values.filter(valueTest(other));
  if (values.length === 0) return NO_VALUE;
  return values.length === listed.values.length
    ? listed
    : Object.freeze({ kind: 'one-of', values: Object.freeze(values) });
}

/** What both constraints on the same key demand together. */
export function intersectConstraints(a: KeyConstraint, b: KeyConstraint): KeyConstraint {
  return Object.freeze({
    key: a.key,
    absent: a.absent && b.absent,
    present: intersectValues(a.present, b.present),
  });
}
