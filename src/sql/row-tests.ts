import type { KeyConstraint, ValueConstraint } from '../constraint/key-constraint.ts';
import type { Dialect } from './dialect.ts';
import { type Fragment, parameter, sql } from './fragment.ts';

/** A row of a label, as a statement names it: the columns of its key and its value. */
export interface LabelRow {
  readonly key: Fragment;
  readonly value: Fragment;
}

function valueTests(dialect: Dialect, value: Fragment, present: ValueConstraint): readonly Fragment[] {
  if (present.kind === 'none') return [dialect.never];
  if (present.kind === 'one-of') return [dialect.isOneOf(value, present.values)];
  const inRange = present.range === undefined ? [] : [dialect.isInRange(value, present.range)];
  return present.values.length === 0 ? inRange : [...inRange, dialect.isNoneOf(value, present.values)];
}

function isOf(row: LabelRow, { key }: KeyConstraint): Fragment {
  return sql`${row.key} = ${parameter(key)}`;
}

/** That a row is the label that a constraint asks for: operands that must all hold. */
export function satisfies(dialect: Dialect, row: LabelRow, constraint: KeyConstraint): readonly Fragment[] {
  return [isOf(row, constraint), ...valueTests(dialect, row.value, constraint.present)];
}

/** That a row is a label that a constraint, which is content with none, does not accept: operands that must all hold. */
export function violates(dialect: Dialect, row: LabelRow, constraint: KeyConstraint): readonly Fragment[] {
  const { present } = constraint;
  const key = isOf(row, constraint);
  if (present.kind === 'none') return [key];
  if (present.kind === 'one-of') return [key, dialect.isNoneOf(row.value, present.values)];
  if (present.range === undefined) return [key, dialect.isOneOf(row.value, present.values)];
  const tests = valueTests(dialect, row.value, present);
  // A value that is no integer is in no range, and a dialect may say so by NULL.
  return [key, sql`(${tests.reduce((all, test) => sql`${all} AND ${test}`)}) IS NOT TRUE`];
}
