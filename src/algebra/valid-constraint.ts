import {
  ANY_VALUE,
  type AnyBut,
  type IntegerRange,
  type KeyConstraint,
  NO_VALUE,
  type ValueConstraint,
} from '../constraint/key-constraint.ts';
import { MAX_INT64, parseInt64 } from '../labels/int64.ts';
import { isLabelKey } from '../labels/key.ts';
import { fewestSpellings, isValidValue, spellings } from './domain.ts';

function onlyValid(key: string, values: readonly string[]): readonly string[] {
  return values.every((value) => isValidValue(key, value))
    ? values
    : values.filter((value) => isValidValue(key, value));
}

/** The integer of a value that lies in a range, and so is one. */
function integerOf(value: string): bigint {
  const integer = parseInt64(value);
  if (integer === undefined) throw new RangeError(`${JSON.stringify(value)} is no int64`);
  return integer;
}

/** A range without the integers at its ends of which every spelling is excluded. */
function tightened(key: string, range: IntegerRange, excluded: readonly string[]): IntegerRange {
  if (excluded.length < fewestSpellings(key)) return range;
  const counts = new Map<bigint, number>();
  for (const value of excluded) {
    const integer = integerOf(value);
    counts.set(integer, (counts.get(integer) ?? 0) + 1);
  }
  const isSpent = (integer: bigint) => counts.get(integer) === spellings(key, integer);
  let { min, max } = range;
  while (min <= max && isSpent(min)) min += 1n;
  while (min <= max && isSpent(max)) max -= 1n;
  return { min, max };
}

/**
 * A range in its valid form. Where an end of it has no bound in int64 itself, but was moved because every spelling of what is
 * beyond is excluded, it is told, since to write a bound there takes one requirement more.
 */
export interface ValidRange extends AnyBut {
  readonly range: IntegerRange;
  readonly spent?: { readonly below: boolean; readonly above: boolean };
}

function validRange(key: string, given: IntegerRange, values: readonly string[]): ValueConstraint {
  // A value that begins with a sign is not valid.
  const clamped = given.min < 0n ? { min: 0n, max: given.max } : given;
  if (clamped.min > clamped.max) return NO_VALUE;
  const excluded = onlyValid(key, values);
  const range = tightened(key, clamped, excluded);
  if (range.min > range.max) return NO_VALUE;
  if (range === clamped) return { kind: 'any-but', values: excluded, range };
  const within = excluded.filter((value) => {
    const integer = integerOf(value);
    return integer >= range.min && integer <= range.max;
  });
  const below = given.min <= 0n && range.min > 0n;
  const above = given.max === MAX_INT64 && range.max < MAX_INT64;
  const valid: ValidRange = { kind: 'any-but', values: within, range, spent: { below, above } };
  return valid;
}

function validValues(key: string, present: ValueConstraint): ValueConstraint {
  if (present.kind === 'none') return present;
  if (present.kind === 'any-but' && present.range !== undefined) {
    return validRange(key, present.range, present.values);
  }
  const values = onlyValid(key, present.values);
  if (values === present.values) return present;
  if (present.kind === 'one-of') return values.length === 0 ? NO_VALUE : { kind: 'one-of', values };
  return { kind: 'any-but', values };
}

/**
 * What a constraint comes to over valid labels, in the form that the algebra reads: it lists valid values only, a range
 * begins and ends with integers that some value has, and where there is no value it says so.
 *
 * @complexity O(length of the key and values).
 */
export function validConstraint(constraint: KeyConstraint): KeyConstraint {
  const { key, absent } = constraint;
  // Nothing has a label whose key is not valid, so that its absence is all there is.
  if (!isLabelKey(key)) return { key, absent, present: absent ? ANY_VALUE : NO_VALUE };
  const present = validValues(key, constraint.present);
  return present === constraint.present ? constraint : { key, absent, present };
}
