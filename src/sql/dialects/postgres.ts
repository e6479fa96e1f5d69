import type { Conjunction } from '../../constraint/conjunction.ts';
import type { IntegerRange, KeyConstraint } from '../../constraint/key-constraint.ts';
import type { Dialect } from '../dialect.ts';
import { allHold, type Fragment, oneHolds, parameter, sql } from '../fragment.ts';
import { pairsJson } from '../pairs-json.ts';
import { postgresSchema } from '../schema/postgres-schema.ts';
import { isWellFormed } from '../storable.ts';

/** A text can hold all of Unicode but NUL. */
function isStorable(text: string): boolean {
  return isWellFormed(text) && !text.includes('\0');
}

/** One text for any number of values, so that a statement is planned once: an array is one parameter. */
function isOneOf(value: Fragment, values: readonly string[]): Fragment {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return sql`${value} = ${parameter(only)}::text`;
  return sql`${value} = ANY (${parameter(values)}::text[])`;
}

function isNoneOf(value: Fragment, values: readonly string[]): Fragment {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return sql`${value} <> ${parameter(only)}::text`;
  return sql`${value} <> ALL (${parameter(values)}::text[])`;
}

/**
 * At most 19 digits after zeros hold every int64; of more, the cast to numeric would be an error at some length. `CASE` keeps
 * the cast from what is no integer: the order of operands of `AND` is the planner's. It ends before the comparison, so that
 * an index of that expression can answer it; of what is no integer the comparison is NULL.
 */
function isInRange(value: Fragment, { min, max }: IntegerRange): Fragment {
  const integer = sql`(CASE WHEN ${value} ~ '^[+-]?0*[0-9]{1,19}$' THEN ${value}::numeric END)`;
  return sql`${integer} BETWEEN ${parameter(String(min))}::numeric AND ${parameter(String(max))}::numeric`;
}

/** That labels contain all of some pairs. As text and then as jsonb: some drivers write parameters of type jsonb as JSON once more. */
function containsAll(labels: Fragment, pairs: readonly (readonly [string, string])[]): Fragment {
  return sql`${labels} @> ${parameter(pairsJson(pairs))}::text::jsonb`;
}

/**
 * Of more values, the value itself is looked up in a hash table: a containment is tested again for each value on every row that
 * the index finds.
 */
const MANY = 500;

function containsOneOf(labels: Fragment, key: string, values: readonly string[]): Fragment {
  const pairs = values.map((value) => pairsJson([[key, value]]));
  return sql`${labels} @> ANY (${parameter(pairs)}::text[]::jsonb[])`;
}

/** What one constraint asks of one key: operands that must all hold. */
function constraintHolds(labels: Fragment, { key, absent, present }: KeyConstraint): readonly Fragment[] {
  const name = parameter(key);
  const has = sql`${labels} ? ${name}::text`;
  const lacks = sql`(${has}) IS NOT TRUE`;
  const value = sql`(${labels} ->> ${name}::text)`;
  if (present.kind === 'none') return [lacks];
  if (present.kind === 'one-of') {
    const { values } = present;
    const listed =
      values.length > MANY ? [has, isOneOf(value, values)] : [containsOneOf(labels, key, values)];
    return absent ? [oneHolds([lacks, allHold(listed)])] : listed;
  }
  const others = present.values.length === 0 ? [] : [isNoneOf(value, present.values)];
  if (present.range === undefined) {
    // The value of an absent key is NULL, and so is what is said of it.
    return absent ? others.map((other) => sql`(${other}) IS NOT FALSE`) : [has, ...others];
  }
  const lies = [has, isInRange(value, present.range), ...others];
  return absent ? [oneHolds([lacks, allHold(lies)])] : lies;
}

/**
 * Pairs are asked for by one containment, so that an index joins them; presence by `?`. Where the column is NULL, an object has
 * no labels: what asks for labels is then NULL, which `WHERE` takes as false.
 */
function columnHolds(labels: Fragment, conjunction: Conjunction): readonly Fragment[] {
  const pairs: [string, string][] = [];
  const others: Fragment[] = [];
  for (const constraint of conjunction) {
    const { key, absent, present } = constraint;
    const [only] = present.kind === 'one-of' && present.values.length === 1 && !absent ? present.values : [];
    if (only !== undefined) pairs.push([key, only]);
    else others.push(...constraintHolds(labels, constraint));
  }
  return pairs.length === 0 ? others : [containsAll(labels, pairs), ...others];
}

/** PostgreSQL, and what speaks its dialect. Labels in a column are jsonb. */
export const POSTGRES: Dialect = {
  name: 'postgres',
  always: sql`TRUE`,
  never: sql`FALSE`,
  styles: ['numbered'],
  placeholder: (_, number) => `$${number}`,
  isStorable,
  isOneOf,
  isNoneOf,
  isInRange,
  columnHolds,
  schema: postgresSchema,
};
