import type { Selector } from '../selector/selector.ts';
import { kindOf } from '../text/kind-of.ts';
import { conditionOf } from './condition.ts';
import type { ParameterStyle, SqlDialect } from './dialect-name.ts';
import { type Fragment, parameter, sql } from './fragment.ts';
import { readTarget, type SqlOptions, type Target } from './options.ts';
import { type SqlText, type SqlValues, statementOf } from './statement.ts';

/** What a whole statement is written for: as for a condition, but its table has no other name in it. */
export type SqlQueryOptions<
  Name extends SqlDialect = SqlDialect,
  Style extends ParameterStyle | undefined = ParameterStyle | undefined,
> = Omit<SqlOptions<Name, Style>, 'alias' | 'firstParameter'>;

/** Which part of a result is wanted. */
export interface SqlPage<Id extends string | number = string | number> {
  /** At most so many. */
  readonly limit?: number;
  /**
   * Only ids behind this one in the database's order of ids: the last id of a page, to get the next one. It need not be
   * there any more.
   */
  readonly after?: Id;
}

function whole(options: SqlQueryOptions): Target {
  return readTarget(options, { by: 'table' });
}

/** Rows that were replaced, and are not merged yet, are passed over where an engine has such. */
function settings({ dialect }: Target): Fragment {
  return dialect.name === 'clickhouse' ? sql` SETTINGS final = 1` : sql``;
}

function isAfter(id: Fragment, after: string | number): Fragment {
  if (typeof after !== 'string' && !Number.isSafeInteger(after)) {
    throw new TypeError(
      `page.after must be an id, a string or a safe integer, not ${typeof after === 'number' ? after : kindOf(after)}`,
    );
  }
  return sql`${id} > ${parameter(after, typeof after === 'string' ? 'String' : 'Int64')}`;
}

function limitOf(limit: number): Fragment {
  if (!Number.isSafeInteger(limit) || limit < 0) {
    throw new TypeError(
      `page.limit must be a whole number of at least 0, not ${typeof limit === 'number' ? limit : kindOf(limit)}`,
    );
  }
  return sql` LIMIT ${parameter(limit, 'UInt64')}`;
}

/** What a page leaves of a condition, and how many at most. */
function partOf(
  { after, limit }: SqlPage,
  { names: { id } }: Target,
): { readonly and: Fragment; readonly limit: Fragment } {
  return {
    and: after === undefined ? sql`` : sql` AND ${isAfter(id, after)}`,
    limit: limit === undefined ? sql`` : limitOf(limit),
  };
}

/**
 * The statement that tells the ids of the objects which a selector matches, in the database's order of ids, as a column `id`.
 *
 * @param selector what the labels of an object must satisfy; namespaces are asked for by the options
 * @param options the dialect, the layout, and the namespace if only one is asked for
 * @param page which part of the ids; all of them where nothing is said
 * @returns the statement without a semicolon, and the values of its placeholders as a driver takes them
 * @complexity that of {@link toSql}.
 * @throws TypeError where `selector` is no Selector, or an option or a part of the page is not what it must be, naming it
 */
export function selectSql<Name extends SqlDialect, Style extends ParameterStyle | undefined = undefined>(
  selector: Selector,
  options: SqlQueryOptions<Name, Style>,
  page: SqlPage = {},
): SqlText<SqlValues<Name, Style>> {
  const target = whole(options);
  const { table, id } = target.names;
  const { and, limit } = partOf(page, target);
  const where = sql`WHERE ${conditionOf(selector, target)}${and}`;
  return statementOf<Name, Style>(
    sql`SELECT ${id} AS "id" FROM ${table} ${where} ORDER BY ${id}${limit}${settings(target)}`,
    target,
  );
}

/**
 * The statement that counts the objects which a selector matches, as a column `count` of one row.
 *
 * @param selector what the labels of an object must satisfy; namespaces are asked for by the options
 * @param options the dialect, the layout, and the namespace if only one is asked for
 * @param page counts only what {@link selectSql} would tell
 * @returns the statement without a semicolon, and the values of its placeholders as a driver takes them
 * @complexity that of {@link toSql}.
 * @throws TypeError where `selector` is no Selector, or an option or a part of the page is not what it must be, naming it
 */
export function countSql<Name extends SqlDialect, Style extends ParameterStyle | undefined = undefined>(
  selector: Selector,
  options: SqlQueryOptions<Name, Style>,
  page: SqlPage = {},
): SqlText<SqlValues<Name, Style>> {
  const target = whole(options);
  const { table, id } = target.names;
  const { and, limit } = partOf(page, target);
  const from = sql`${table} WHERE ${conditionOf(selector, target)}${and}`;
  const counted = page.limit === undefined ? from : sql`(SELECT ${id} FROM ${from}${limit}) AS "page"`;
  return statementOf<Name, Style>(sql`SELECT count(*) AS "count" FROM ${counted}${settings(target)}`, target);
}
