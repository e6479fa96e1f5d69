import { kindOf } from '../../text/kind-of.ts';
import type { Dialect } from '../dialect.ts';
import type { SqlDialect } from '../dialect-name.ts';
import { dialectOf } from '../dialects.ts';
import type { Fragment } from '../fragment.ts';
import { readLayout, type SqlLayout } from '../layout.ts';
import { type Names, namesOf } from '../names.ts';
import type { IdType } from '../schema/schema-parts.ts';
import { schemaSql } from '../schema-sql.ts';
import type { SqlText } from '../statement.ts';
import { statementOf } from '../statement.ts';
import { type Ids, idsOf } from './ids.ts';

/** Where the objects of an adapter are. */
export interface SqlObjectsOptions<Type extends IdType = IdType> {
  /** The tables and columns; those that the documentation uses where nothing is said. */
  readonly layout?: SqlLayout;
  /** What ids are: `'text'` are strings, and the usual; `'integer'` are numbers. */
  readonly id?: Type;
}

/** Objects in a database: what an adapter is about. */
export interface Site<Id extends string | number> {
  readonly dialect: Dialect;
  readonly layout: SqlLayout;
  /** The names of the layout as they stand in a statement, columns without their tables. */
  readonly names: Names;
  readonly ids: Ids<Id>;
  /** The statements that create its tables and indexes. */
  readonly schema: readonly string[];
}

const MEMBERS = ['layout', 'id'];

/**
 * Reads what an adapter is made with.
 * @throws TypeError naming the option and what is wrong with it
 */
export function readSite<Id extends string | number>(
  options: SqlObjectsOptions,
  dialectName: SqlDialect,
): Site<Id> {
  const given: unknown = options;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new TypeError(`options must be an object such as { id: "integer" }, not ${kindOf(given)}`);
  }
  const unknown = Object.keys(given).find((name) => !MEMBERS.includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`options has no ${JSON.stringify(unknown)}; it may have ${MEMBERS.join(', ')}`);
  }
  const { layout = {}, id = 'text' } = options;
  const dialect = dialectOf(dialectName);
  const names = namesOf(readLayout(layout, dialectName), { by: 'nothing' });
  return {
    dialect,
    layout,
    names,
    schema: schemaSql(dialectName, layout, { id }),
    // The type of the ids is that of the option.
    ids: idsOf(id, dialect) as unknown as Ids<Id>,
  };
}

/** A statement of an adapter as its driver takes it. */
export function written(fragment: Fragment, dialect: Dialect): SqlText {
  return statementOf(fragment, { dialect, style: dialect.styles[0] ?? 'anonymous', first: 1 });
}
