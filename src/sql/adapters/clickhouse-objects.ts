import type { Labels } from '../../labels/labels.ts';
import type { Selector } from '../../selector/selector.ts';
import { type Fragment, parameter, sql } from '../fragment.ts';
import type { IdType } from '../schema/schema-parts.ts';
import type { SqlText } from '../statement.ts';
import {
  assertClickHouse,
  type ClickHouseClient,
  type ClickHouseQuery,
  rowsOf,
} from './clickhouse/client.ts';
import { insertMany, insertOne } from './clickhouse/insert.ts';
import { readObject, type SqlEntries } from './entries.ts';
import type { IdOf } from './ids.ts';
import type { SqlObjects } from './objects.ts';
import { countIn, counting, idIn, type SqlScope, selecting } from './queries.ts';
import { readSite, type Site, type SqlObjectsOptions, written } from './site.ts';

/** A statement as the client takes it: ClickHouse's placeholders always have names. */
function queryOf({ text, values }: SqlText): ClickHouseQuery {
  return { query: text, query_params: values as Record<string, unknown> };
}

class ClickHouseObjects<Id extends string | number> implements SqlObjects<Id> {
  readonly #site: Site<Id>;
  readonly #client: ClickHouseClient;

  constructor(site: Site<Id>, client: ClickHouseClient) {
    this.#site = site;
    this.#client = client;
  }

  async create(): Promise<void> {
    for (const query of this.#site.schema) await this.#client.command({ query });
  }

  async #rows(query: SqlText): Promise<readonly unknown[]> {
    const result = await this.#client.query({ ...queryOf(query), format: 'JSONEachRow' });
    return (await result.json()) as readonly unknown[];
  }

  async count(selector: Selector, scope?: SqlScope<Id>): Promise<number> {
    const [row] = await this.#rows(counting(this.#site, selector, scope));
    return countIn(row);
  }

  async select(selector: Selector, scope?: SqlScope<Id>): Promise<Id[]> {
    const rows = await this.#rows(selecting(this.#site, selector, scope));
    return rows.map((row) => idIn(row, this.#site));
  }

  iterate(selector: Selector, scope?: SqlScope<Id>): AsyncIterableIterator<Id> {
    return this.#read(rowsOf(this.#client, queryOf(selecting(this.#site, selector, scope))));
  }

  async *#read(rows: AsyncIterable<unknown>): AsyncGenerator<Id, void, undefined> {
    for await (const row of rows) yield idIn(row, this.#site);
  }

  async load(entries: SqlEntries<Id>): Promise<void> {
    await insertMany(this.#client, this.#site, entries);
  }

  async set(id: Id, labels: Labels, namespace = ''): Promise<void> {
    await insertOne(this.#client, this.#site, readObject(this.#site, id, labels, namespace));
  }

  async delete(id: Id): Promise<boolean> {
    this.#site.ids.assert(id, 'id');
    const { names, dialect } = this.#site;
    const isIt: Fragment = sql`${names.id} = ${parameter(id, typeof id === 'string' ? 'String' : 'Int64')}`;
    const counted = sql`SELECT count(*) AS "count" FROM ${names.table} WHERE ${isIt}`;
    const [row] = await this.#rows(written(counted, dialect));
    if (countIn(row) === 0) return false;
    await this.#client.command(queryOf(written(sql`DELETE FROM ${names.table} WHERE ${isIt}`, dialect)));
    return true;
  }
}

/**
 * The verbs of a `LabelIndex` over ClickHouse, through the client of `@clickhouse/client` or `@clickhouse/client-web`.
 *
 * ClickHouse has no transactions, and replaces an object by the one that is put with its namespace and id. So an object that
 * gets another namespace has to be deleted before. `load` checks and inserts batch by batch, of up to 50,000 entries: each
 * is there wholly or not at all, and when an entry is wrong, those before its batch stay. `set` and `delete` of single objects
 * are slow there, and many of them are better a load.
 *
 * @example
 * const pods = clickhouseObjects(createClient(), { layout: { table: ['fleet', 'pods'] } });
 * await pods.load(entries);
 * await pods.count(parseSelector('app=web,tier!=cache'));
 *
 * @param client the client; it stays yours, and is not closed
 * @param options what tables and columns are called, and what ids are
 * @throws TypeError where `client` is none, naming what it lacks, or an option is not what it must be
 */
export function clickhouseObjects<Type extends IdType = 'text'>(
  client: ClickHouseClient,
  options: SqlObjectsOptions<Type> = {},
): SqlObjects<IdOf<Type>> {
  assertClickHouse(client);
  return new ClickHouseObjects(readSite<IdOf<Type>>(options, 'clickhouse'), client);
}
