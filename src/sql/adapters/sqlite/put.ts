import { type Fragment, sql } from '../../fragment.ts';
import { pairsJson } from '../../pairs-json.ts';
import type { Row } from '../entries.ts';
import { type Site, written } from '../site.ts';
import type { SqliteDatabase, SqliteStatement } from './client.ts';

/** Puts objects and deletes them, by statements that are prepared once. Each has to be called within a savepoint. */
export interface Putting<Id extends string | number> {
  put(row: Row<Id>): void;
  /** @returns whether it was there */
  delete(id: Id): boolean;
}

/** A placeholder whose value comes later. */
const VALUE: Fragment = sql`?`;

function columnPutting<Id extends string | number>(
  { names: { table, id, namespace } }: Site<Id>,
  column: Fragment,
  prepare: (fragment: Fragment) => SqliteStatement,
): Putting<Id> {
  const put = prepare(
    sql`INSERT INTO ${table} AS o (${id}, ${namespace}, ${column}) VALUES (${VALUE}, ${VALUE}, ${VALUE}) ON CONFLICT (${id}) DO UPDATE SET ${namespace} = excluded.${namespace}, ${column} = excluded.${column} WHERE o.${namespace} IS NOT excluded.${namespace} OR o.${column} IS NOT excluded.${column}`,
  );
  const remove = prepare(sql`DELETE FROM ${table} WHERE ${id} = ${VALUE} RETURNING 1`);
  return {
    put: (row) => void put.run(row.id, row.namespace, pairsJson(row.labels)),
    delete: (anId) => remove.all(anId).length > 0,
  };
}

function rowPutting<Id extends string | number>(
  { names: { table, id, namespace } }: Site<Id>,
  labels: Extract<Site<Id>['names']['labels'], { kind: 'table' }>,
  prepare: (fragment: Fragment) => SqliteStatement,
): Putting<Id> {
  const { object, key, value } = labels;
  const putObject = prepare(
    sql`INSERT INTO ${table} AS o (${id}, ${namespace}) VALUES (${VALUE}, ${VALUE}) ON CONFLICT (${id}) DO UPDATE SET ${namespace} = excluded.${namespace} WHERE o.${namespace} IS NOT excluded.${namespace}`,
  );
  const removeLabels = prepare(sql`DELETE FROM ${labels.table} WHERE ${object} = ${VALUE}`);
  const putLabel = prepare(
    sql`INSERT INTO ${labels.table} (${object}, ${key}, ${value}) VALUES (${VALUE}, ${VALUE}, ${VALUE})`,
  );
  const remove = prepare(sql`DELETE FROM ${table} WHERE ${id} = ${VALUE} RETURNING 1`);
  return {
    put(row) {
      putObject.run(row.id, row.namespace);
      removeLabels.run(row.id);
      for (const [name, text] of row.labels) putLabel.run(row.id, name, text);
    },
    delete(anId) {
      // A table of the user's need not do it by itself.
      removeLabels.run(anId);
      return remove.all(anId).length > 0;
    },
  };
}

/**
 * What puts objects of a site and deletes them.
 * @throws what the client throws, as where there is no such table
 */
export function puttingInto<Id extends string | number>(client: SqliteDatabase, site: Site<Id>): Putting<Id> {
  const prepare = (fragment: Fragment) => client.prepare(written(fragment, site.dialect).text);
  const { labels } = site.names;
  return labels.kind === 'column'
    ? columnPutting(site, labels.column, prepare)
    : rowPutting(site, labels, prepare);
}
