import type { Labels } from '../../labels/labels.ts';
import type { Selector } from '../../selector/selector.ts';
import { kindOf } from '../../text/kind-of.ts';
import type { IdType } from '../schema/schema-parts.ts';
import { readObject, type SqlEntries } from './entries.ts';
import type { IdOf } from './ids.ts';
import type { SqlObjects } from './objects.ts';
import { type PostgresClient, rowsOf, type Source, sourceOf } from './postgres/client.ts';
import type { CopyFrom } from './postgres/copy.ts';
import { iterateRows } from './postgres/cursor.ts';
import { loadPostgres } from './postgres/load.ts';
import { deleting, putting } from './postgres/put.ts';
import { inTransaction, inTurn } from './postgres/transaction.ts';
import { countIn, counting, idIn, type SqlScope, selecting } from './queries.ts';
import { readSite, type Site, type SqlObjectsOptions, written } from './site.ts';

/** How objects are loaded. */
export interface PostgresLoadOptions {
  /**
   * `from` of the package `pg-copy-streams`, for a client of `pg`: entries are then sent by `COPY`, which takes less of
   * both sides.
   */
  readonly copyFrom?: CopyFrom;
}

/** The verbs of a `LabelIndex` over PostgreSQL: those of {@link SqlObjects}, of which `load` can be told how. */
export interface PostgresObjects<Id extends string | number = string> extends SqlObjects<Id> {
  /**
   * Puts many objects, all or none. Of entries with the same id the last one wins. Entries go to a temporary table, as fast as the
   * database takes them, so nothing that others see is touched, or locked, before all of them were read.
   *
   * @param entries `[id, labels, namespace?]` each, at hand or as they come; on a client that is one connection, what makes them
   * must not put or delete objects through it
   * @param options how entries are sent: by `INSERT` where nothing is said
   * @throws TypeError naming the number of the entry and what is wrong with it; and whatever the iterable throws
   */
  load(entries: SqlEntries<Id>, options?: PostgresLoadOptions): Promise<void>;
}

function copyFromOf(options: PostgresLoadOptions): CopyFrom | undefined {
  const given: unknown = options;
  if (typeof given !== 'object' || given === null) {
    throw new TypeError(`options must be an object such as { copyFrom }, not ${kindOf(given)}`);
  }
  const { copyFrom } = options;
  if (copyFrom === undefined || typeof copyFrom === 'function') return copyFrom;
  throw new TypeError(`options.copyFrom must be from() of pg-copy-streams, not ${kindOf(copyFrom)}`);
}

class ClientObjects<Id extends string | number> implements PostgresObjects<Id> {
  readonly #site: Site<Id>;
  readonly #source: Source;

  constructor(site: Site<Id>, source: Source) {
    this.#site = site;
    this.#source = source;
  }

  async create(): Promise<void> {
    await inTransaction(this.#source, async (client) => {
      for (const statement of this.#site.schema) await rowsOf(client, statement);
    });
  }

  async count(selector: Selector, scope?: SqlScope<Id>): Promise<number> {
    const { text, values } = counting(this.#site, selector, scope);
    const [row] = await rowsOf(this.#source.client, text, values as unknown[]);
    return countIn(row);
  }

  async select(selector: Selector, scope?: SqlScope<Id>): Promise<Id[]> {
    const { text, values } = selecting(this.#site, selector, scope);
    const rows = await rowsOf(this.#source.client, text, values as unknown[]);
    return rows.map((row) => idIn(row, this.#site));
  }

  iterate(selector: Selector, scope?: SqlScope<Id>): AsyncIterableIterator<Id> {
    return this.#read(iterateRows(this.#source, selecting(this.#site, selector, scope)));
  }

  async *#read(rows: AsyncIterable<unknown>): AsyncGenerator<Id, void, undefined> {
    for await (const row of rows) yield idIn(row, this.#site);
  }

  async load(entries: SqlEntries<Id>, options: PostgresLoadOptions = {}): Promise<void> {
    await loadPostgres(this.#site, this.#source, entries, copyFromOf(options));
  }

  async set(id: Id, labels: Labels, namespace = ''): Promise<void> {
    const { dialect } = this.#site;
    const row = readObject(this.#site, id, labels, namespace);
    const statements = putting(this.#site, row).map((statement) => written(statement, dialect));
    const run = async (client: PostgresClient) => {
      for (const { text, values } of statements) await rowsOf(client, text, values as unknown[]);
    };
    // One statement is a transaction.
    await (statements.length === 1 ? inTurn(this.#source, run) : inTransaction(this.#source, run));
  }

  async delete(id: Id): Promise<boolean> {
    this.#site.ids.assert(id, 'id');
    const { text, values } = written(deleting(this.#site, id), this.#site.dialect);
    const gone = await inTurn(this.#source, (client) => rowsOf(client, text, values as unknown[]));
    return gone.length > 0;
  }
}

/**
 * The verbs of a `LabelIndex` over PostgreSQL, through a client of the user's: a `Pool`, `Client` or `PoolClient` of `pg`, or a
 * PGlite. Other drivers need a few lines that give them `query(text, values)`, and, for a pool, `connect()`.
 *
 * Each call is all or nothing; within a transaction of the user's it is a part of that. `iterate` reads a cursor: of a pool it takes
 * a connection, which has a transaction open until the end; a client that is one connection can be used meanwhile, and
 * outside of a transaction the server finds all ids first.
 *
 * In the tables ids must be unique, and labels in a table of their own by object and key, as `schemaSql` makes them. Columns of
 * ids may be of any type that can be written as text, or as a number.
 *
 * @example
 * const pods = postgresObjects(new Pool(), { layout: { table: 'pods' } });
 * await pods.create();
 * await pods.load(entries, { copyFrom: from });
 * for await (const id of pods.iterate(parseSelector('app=web'))) console.log(id);
 *
 * @param client the client; it stays yours, and is not closed
 * @param options what tables and columns are called, and what ids are
 * @throws TypeError where `client` is none, naming what it lacks, or an option is not what it must be
 */
export function postgresObjects<Type extends IdType = 'text'>(
  client: PostgresClient,
  options: SqlObjectsOptions<Type> = {},
): PostgresObjects<IdOf<Type>> {
  return new ClientObjects(readSite<IdOf<Type>>(options, 'postgres'), sourceOf(client));
}
