import type { Conjunction } from '../constraint/conjunction.ts';
import { intersectConstraints, intersectValues } from '../constraint/intersect.ts';
import type { AnyBut, KeyConstraint, OneOf, ValueConstraint } from '../constraint/key-constraint.ts';
import { valueTest } from '../constraint/value-test.ts';
import { fewestSpellings } from './domain.ts';
import { validConstraint } from './valid-constraint.ts';

/** Up to this many values are looked through one by one: to make a set takes longer. */
const FEW = 8;

/** Whether a list has a value. */
function has(values: readonly string[], value: string): boolean {
  for (const each of values) if (each === value) return true;
  return false;
}

function listsMeet(a: OneOf, b: OneOf): boolean {
  if (a.values.length <= FEW) return a.values.some((value) => has(b.values, value));
  if (b.values.length <= FEW) return b.values.some((value) => has(a.values, value));
  let i = 0;
  let j = 0;
  while (i < a.values.length && j < b.values.length) {
    const left = a.values[i] as string;
    const right = b.values[j] as string;
    if (left === right) return true;
    if (left < right) i++;
    else j++;
  }
  return false;
}

function listMeets(list: OneOf, other: AnyBut): boolean {
  if (other.range !== undefined || other.values.length > FEW) return list.values.some(valueTest(other));
  // More values than are excluded: one is left.
  return list.values.length > other.values.length || list.values.some((value) => !has(other.values, value));
}

function exclusionsMeet(key: string, a: AnyBut, b: AnyBut): boolean {
  if (a.range === undefined && b.range === undefined) return true;
  if (a.range !== undefined && b.range !== undefined) {
    if (a.range.max < b.range.min || b.range.max < a.range.min) return false;
  }
  // So few exclusions leave something of every integer.
  if (a.values.length + b.values.length < fewestSpellings(key)) return true;
  const both: KeyConstraint = { key, absent: false, present: intersectValues(a, b) };
  return validConstraint(both).present.kind !== 'none';
}

/** Whether some value satisfies both, each in its valid form. O(number of values). */
function valuesMeet(key: string, a: ValueConstraint, b: ValueConstraint): boolean {
  if (a.kind === 'none' || b.kind === 'none') return false;
  if (a.kind === 'one-of') return b.kind === 'one-of' ? listsMeet(a, b) : listMeets(a, b);
  return b.kind === 'one-of' ? listMeets(b, a) : exclusionsMeet(key, a, b);
}

/** Whether a key can satisfy both constraints on it, each in its valid form: by being absent, or with some value. */
export function constraintsMeet(a: KeyConstraint, b: KeyConstraint): boolean {
  return (a.absent && b.absent) || valuesMeet(a.key, a.present, b.present);
}

/**
 * The first key on which no absence and no value satisfies both conjunctions, both by key; undefined where some label
 * set satisfies both. Keys that one of them does not speak of part nothing. O(constraints and their values).
 */
export function partingKey(a: Conjunction, b: Conjunction): string | undefined {
  let j = 0;
  for (const constraint of a) {
    const { key } = constraint;
    while (j < b.length && (b[j] as KeyConstraint).key < key) j++;
    const other = b[j];
    if (other === undefined) return undefined;
    if (other.key === key && !constraintsMeet(constraint, other)) return key;
  }
  return undefined;
}

/** Two constraints on a key, each in its valid form, as one in its valid form. */
function together(a: KeyConstraint, b: KeyConstraint): KeyConstraint {
  const both = intersectConstraints(a, b);
  const { present } = both;
  // Of lists nothing becomes invalid; a range may have come to begin with an integer of which nothing is left.
  return present.kind === 'any-but' && present.range !== undefined ? validConstraint(both) : both;
}

/** What satisfies both conjunctions, which meet, by key and in the valid form. O(constraints and their values). */
export function intersection(a: Conjunction, b: Conjunction): Conjunction {
  const result: KeyConstraint[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i] as KeyConstraint;
    const right = b[j] as KeyConstraint;
    if (left.key <= right.key) i++;
    if (right.key <= left.key) j++;
    if (left.key === right.key) result.push(together(left, right));
    else result.push(left.key < right.key ? left : right);
  }
  return result.concat(a.slice(i), b.slice(j));
}
