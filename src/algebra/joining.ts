import type {
  AnyBut,
  IntegerRange,
  KeyConstraint,
  OneOf,
  ValueConstraint,
} from '../constraint/key-constraint.ts';
import { valueTest } from '../constraint/value-test.ts';
import { MAX_INT64 } from '../labels/int64.ts';
import { validConstraint } from './valid-constraint.ts';

/** The integers of two ranges as one; undefined where some between them are in neither. */
function joinRanges(a: IntegerRange | undefined, b: IntegerRange | undefined): IntegerRange | undefined {
  if (a === undefined || b === undefined) return undefined;
  return { min: a.min < b.min ? a.min : b.min, max: a.max > b.max ? a.max : b.max };
}

function isGap(a: IntegerRange, b: IntegerRange): boolean {
  return a.max + 1n < b.min || b.max + 1n < a.min;
}

function joinExclusions(a: AnyBut, b: AnyBut): ValueConstraint | undefined {
  if (a.range !== undefined && b.range !== undefined && isGap(a.range, b.range)) return undefined;
  const isInA = valueTest(a);
  const isInB = valueTest(b);
  const values = [...new Set([...a.values, ...b.values])]
    .filter((value) => !isInA(value) && !isInB(value))
    .sort();
  const range = joinRanges(a.range, b.range);
  return range === undefined ? { kind: 'any-but', values } : { kind: 'any-but', values, range };
}

function joinList(list: OneOf, other: AnyBut): ValueConstraint | undefined {
  const listed = new Set(list.values);
  const values = other.values.filter((value) => !listed.has(value));
  if (other.range === undefined) return { kind: 'any-but', values };
  const excluded = new Set(other.values);
  const fits = valueTest(other);
  // A range takes up no value from outside of it.
  if (!list.values.every((value) => fits(value) || excluded.has(value))) return undefined;
  return { kind: 'any-but', values, range: other.range };
}

function joinValues(a: ValueConstraint, b: ValueConstraint): ValueConstraint | undefined {
  if (a.kind === 'none') return b;
  if (b.kind === 'none') return a;
  if (a.kind === 'any-but') return b.kind === 'any-but' ? joinExclusions(a, b) : joinList(b, a);
  if (b.kind === 'any-but') return joinList(a, b);
  return { kind: 'one-of', values: [...new Set([...a.values, ...b.values])].sort() };
}

/**
 * Whether requirements can say a constraint: those that let a key be absent let it have any value but some, or none; and a
 * range has an end, since no bound says "every integer".
 */
function isSayable({ absent, present }: KeyConstraint): boolean {
  if (present.kind !== 'any-but') return !absent || present.kind === 'none';
  const { range } = present;
  return range === undefined || (!absent && (range.min > 0n || range.max < MAX_INT64));
}

/**
 * What satisfies one of two constraints on a key, each in its valid form, as one constraint in its valid form; undefined
 * where no requirements say that. O(number of values).
 */
export function joinConstraints(a: KeyConstraint, b: KeyConstraint): KeyConstraint | undefined {
  const present = joinValues(a.present, b.present);
  if (present === undefined) return undefined;
  const joined = validConstraint({ key: a.key, absent: a.absent || b.absent, present });
  return isSayable(joined) ? joined : undefined;
}
