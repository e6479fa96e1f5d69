import {
  type AnyBut,
  type IntegerRange,
  type KeyConstraint,
  NO_VALUE,
  type ValueConstraint,
} from '../constraint/key-constraint.ts';
import { valueTest } from '../constraint/value-test.ts';
import { validConstraint } from './valid-constraint.ts';
import { unlistedWord } from './witness-value.ts';

function listed(values: readonly string[]): ValueConstraint {
  return values.length === 0 ? NO_VALUE : { kind: 'one-of', values };
}

/** Some of the values of `a` that are within a range; those of the range that `a` excludes are not. */
function piece(key: string, { values }: AnyBut, range: IntegerRange): ValueConstraint {
  if (range.min > range.max) return NO_VALUE;
  const isWithin = valueTest({ kind: 'any-but', values: [], range });
  const present = { kind: 'any-but', values: values.filter(isWithin), range } as const;
  return validConstraint({ key, absent: false, present }).present;
}

/** Some values of `a` outside of a range: below, or above; without a range of its own, what is no integer. */
function beyond(key: string, a: AnyBut, range: IntegerRange): ValueConstraint {
  if (a.range === undefined) return { kind: 'one-of', values: [unlistedWord(a.values)] };
  const below = piece(key, a, { min: a.range.min, max: range.min - 1n });
  return below.kind === 'none' ? piece(key, a, { min: range.max + 1n, max: a.range.max }) : below;
}

/** Values that satisfy `a` and not `b`: some of them where there are any. */
function valuesOutside(key: string, a: ValueConstraint, b: ValueConstraint): ValueConstraint {
  if (a.kind === 'none' || b.kind === 'none') return a;
  const isInB = valueTest(b);
  if (a.kind === 'one-of') return listed(a.values.filter((value) => !isInB(value)));
  if (b.kind === 'one-of') {
    const values = [...new Set([...a.values, ...b.values.filter(valueTest(a))])].sort();
    return validConstraint({ key, absent: false, present: { ...a, values } }).present;
  }
  const excluded = b.values.filter(valueTest(a));
  if (excluded.length > 0 || b.range === undefined) return listed(excluded);
  return beyond(key, a, b.range);
}

/**
 * What satisfies one constraint on a key and not another, each in its valid form: not all of it, but some where there is any.
 * Where `a` lets the key be absent, and `b` does not, its absence is part of it.
 */
export function subtractConstraint(a: KeyConstraint, b: KeyConstraint): KeyConstraint {
  return { key: a.key, absent: a.absent && !b.absent, present: valuesOutside(a.key, a.present, b.present) };
}
