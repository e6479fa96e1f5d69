import type { Conjunction } from '../../constraint/conjunction.ts';
import type { IntegerRange } from '../../constraint/key-constraint.ts';
import type { Dialect } from '../dialect.ts';
import type { ParameterStyle } from '../dialect-name.ts';
import { allHold, type Fragment, parameter, sql } from '../fragment.ts';
import { satisfies, violates } from '../row-tests.ts';
import { sqliteSchema } from '../schema/sqlite-schema.ts';
import { isWellFormed } from '../storable.ts';

/** Values as one parameter, however many: the number of parameters is limited. */
function listed(values: readonly string[]): Fragment {
  return sql`(SELECT value FROM json_each(${parameter(JSON.stringify(values))}))`;
}

function isOneOf(value: Fragment, values: readonly string[]): Fragment {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return sql`${value} = ${parameter(only)}`;
  return sql`${value} IN ${listed(values)}`;
}

function isNoneOf(value: Fragment, values: readonly string[]): Fragment {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return sql`${value} <> ${parameter(only)}`;
  return sql`${value} NOT IN ${listed(values)}`;
}

/**
 * SQLite has no regular expressions of its own, and its casts take anything and end at the edges of int64. So: behind a sign,
 * nothing but digits (`GLOB` ends at NUL, so there must be none), and behind zeros no more than int64 has, by length and then
 * by text, which is the order of numbers of one length.
 */
function isInRange(value: Fragment, { min, max }: IntegerRange): Fragment {
  const unsigned = sql`substr(${value}, 1 + (substr(${value}, 1, 1) IN ('+', '-')))`;
  const digits = sql`ltrim(${unsigned}, '0')`;
  const furthest = sql`CASE substr(${value}, 1, 1) WHEN '-' THEN '9223372036854775808' ELSE '9223372036854775807' END`;
  const isInteger = allHold([
    sql`${unsigned} <> ''`,
    sql`${unsigned} NOT GLOB '*[^0-9]*'`,
    sql`instr(${value}, char(0)) = 0`,
    sql`(length(${digits}) < 19 OR (length(${digits}) = 19 AND ${digits} <= ${furthest}))`,
  ]);
  const least = sql`CAST(${parameter(String(min))} AS INTEGER)`;
  const greatest = sql`CAST(${parameter(String(max))} AS INTEGER)`;
  return sql`CASE WHEN ${isInteger} THEN CAST(${value} AS INTEGER) BETWEEN ${least} AND ${greatest} ELSE 0 END`;
}

const ROW = { key: sql`l.key`, value: sql`l.value` };

/** The labels of an object as rows. Keys are compared as texts: as paths into JSON, some would have to be escaped. */
function columnHolds(labels: Fragment, conjunction: Conjunction): readonly Fragment[] {
  return conjunction.map((constraint) => {
    const tests = constraint.absent ? violates(SQLITE, ROW, constraint) : satisfies(SQLITE, ROW, constraint);
    const rows = sql`EXISTS (SELECT 1 FROM json_each(${labels}) AS l WHERE ${allHold(tests)})`;
    return constraint.absent ? sql`NOT ${rows}` : rows;
  });
}

function placeholder(style: ParameterStyle, number: number): string {
  return style === 'anonymous' ? '?' : style === 'numbered' ? `?${number}` : `:p${number}`;
}

/** SQLite from 3.38 on, with its JSON functions. Labels in a column are JSON text. */
export const SQLITE: Dialect = {
  name: 'sqlite',
  always: sql`TRUE`,
  never: sql`FALSE`,
  styles: ['anonymous', 'numbered', 'named'],
  placeholder,
  isStorable: isWellFormed,
  isOneOf,
  isNoneOf,
  isInRange,
  columnHolds,
  schema: sqliteSchema,
};
