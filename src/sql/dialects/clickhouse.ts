import type { Conjunction } from '../../constraint/conjunction.ts';
import type { IntegerRange, KeyConstraint } from '../../constraint/key-constraint.ts';
import type { Dialect } from '../dialect.ts';
import { allHold, type Fragment, oneHolds, parameter, sql } from '../fragment.ts';
import { clickhouseSchema } from '../schema/clickhouse-schema.ts';
import { isWellFormed } from '../storable.ts';

function isOneOf(value: Fragment, values: readonly string[]): Fragment {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return sql`${value} = ${parameter(only)}`;
  return sql`${value} IN ${parameter(values, 'Array(String)')}`;
}

function isNoneOf(value: Fragment, values: readonly string[]): Fragment {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return sql`${value} != ${parameter(only)}`;
  return sql`${value} NOT IN ${parameter(values, 'Array(String)')}`;
}

/**
 * Reading an integer that is too large wraps around without a word, so it is read as one of 128 bits, of at most 19 digits
 * behind zeros.
 */
function isInRange(value: Fragment, { min, max }: IntegerRange): Fragment {
  const least = parameter(String(min), 'Int64');
  const greatest = parameter(String(max), 'Int64');
  return sql`(match(${value}, '^[+-]?0*[0-9]{1,19}$') AND ifNull(toInt128OrNull(${value}) BETWEEN ${least} AND ${greatest}, false))`;
}

/**
 * The value of an absent key reads as the empty text. So presence is asked for only where that could be taken for a value
 * which is there.
 */
function constraintHolds(labels: Fragment, { key, absent, present }: KeyConstraint): readonly Fragment[] {
  const name = parameter(key);
  // Not mapContains, which misses the empty key among keys of low cardinality (26.7); the index of keys answers both.
  const has = sql`has(mapKeys(${labels}), ${name})`;
  const lacks = sql`NOT ${has}`;
  const value = sql`${labels}[${name}]`;
  if (present.kind === 'none') return [lacks];
  const hasEmpty = present.values.includes('');
  if (present.kind === 'one-of') {
    const listed = [...(hasEmpty ? [has] : []), isOneOf(value, present.values)];
    return absent ? [oneHolds([lacks, allHold(listed)])] : listed;
  }
  const inRange = present.range === undefined ? [] : [isInRange(value, present.range)];
  const others = present.values.length === 0 ? [] : [isNoneOf(value, present.values)];
  if (!absent) return inRange.length > 0 ? [...inRange, ...others] : [has, ...others];
  return inRange.length > 0 || hasEmpty ? [oneHolds([lacks, allHold([...inRange, ...others])])] : others;
}

function columnHolds(labels: Fragment, conjunction: Conjunction): readonly Fragment[] {
  return conjunction.flatMap((constraint) => constraintHolds(labels, constraint));
}

/** ClickHouse. Labels in a column are a `Map(String, String)`, or one with keys of low cardinality. */
export const CLICKHOUSE: Dialect = {
  name: 'clickhouse',
  always: sql`true`,
  never: sql`false`,
  styles: ['named'],
  placeholder: (_, number, type) => `{p${number}:${type}}`,
  isStorable: isWellFormed,
  isOneOf,
  isNoneOf,
  isInRange,
  columnHolds,
  schema: clickhouseSchema,
};
