import type { Selector } from '../../selector/selector.ts';
import { kindOf } from '../../text/kind-of.ts';
import type { ParameterStyle, SqlDialect } from '../dialect-name.ts';
import { countSql, type SqlPage, type SqlQueryOptions, selectSql } from '../select-sql.ts';
import type { SqlText } from '../statement.ts';
import { safeInteger } from './ids.ts';
import type { Site } from './site.ts';

/** Which part of a result is wanted. */
export interface SqlScope<Id extends string | number = string> {
  /** Only objects of this namespace; `''` for those in none. Without it, all objects. */
  readonly namespace?: string;
  /** At most so many. */
  readonly limit?: number;
  /**
   * Only ids behind this one in the database's order of ids: the last id of a page, to get the next one. It need not be
   * there any more.
   */
  readonly after?: Id;
}

interface Asked {
  readonly options: SqlQueryOptions<SqlDialect, ParameterStyle | undefined>;
  readonly page: SqlPage;
}

/** Reads a scope, with the words that `LabelIndex` has for what is wrong with one. */
function readScope<Id extends string | number>(scope: SqlScope<Id> | undefined, site: Site<Id>): Asked {
  const { dialect, layout } = site;
  const options = { dialect: dialect.name, layout };
  if (scope === undefined) return { options, page: {} };
  if (typeof scope !== 'object' || scope === null || Array.isArray(scope)) {
    throw new TypeError(
      `scope must be an object such as { namespace: "shop", limit: 10 }, not ${kindOf(scope)}`,
    );
  }
  const { namespace, limit, after } = scope;
  if (namespace !== undefined && typeof namespace !== 'string') {
    throw new TypeError(`scope.namespace must be a string, not ${kindOf(namespace)}`);
  }
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit >= 0)) {
    throw new TypeError(
      `scope.limit must be a whole number of at least 0, not ${typeof limit === 'number' ? limit : kindOf(limit)}`,
    );
  }
  if (after !== undefined) site.ids.assert(after, 'scope.after');
  return {
    options: namespace === undefined ? options : { ...options, namespace },
    page: { ...(limit !== undefined && { limit }), ...(after !== undefined && { after }) },
  };
}

/**
 * The statement that selects ids, as a column `id`.
 * @throws TypeError where `selector` is no Selector, or the scope is not what it must be
 */
export function selecting<Id extends string | number>(
  site: Site<Id>,
  selector: Selector,
  scope: SqlScope<Id> | undefined,
): SqlText {
  const { options, page } = readScope(scope, site);
  return selectSql(selector, options, page);
}

/**
 * The statement that counts what {@link selecting} selects, as a column `count` of one row.
 * @throws TypeError where `selector` is no Selector, or the scope is not what it must be
 */
export function counting<Id extends string | number>(
  site: Site<Id>,
  selector: Selector,
  scope: SqlScope<Id> | undefined,
): SqlText {
  const { options, page } = readScope(scope, site);
  return countSql(selector, options, page);
}

/** The id in a row of what selects ids. */
export function idIn<Id extends string | number>(row: unknown, { ids }: Site<Id>): Id {
  return ids.read((row as { readonly id?: unknown }).id);
}

/** The number in the row of what counts. */
export function countIn(row: unknown): number {
  const count = (row as { readonly count?: unknown } | undefined)?.count;
  const number = safeInteger(count);
  if (number === undefined) throw new TypeError(`the client gave no count, but ${kindOf(count)}`);
  return number;
}
