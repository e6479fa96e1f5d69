import type { Labels } from '../../labels/labels.ts';
import type { Selector } from '../../selector/selector.ts';
import type { IdType } from '../schema/schema-parts.ts';
import { readObject, rowsOf, type SqlEntry } from './entries.ts';
import type { IdOf } from './ids.ts';
import { countIn, counting, idIn, type SqlScope, selecting } from './queries.ts';
import { readSite, type Site, type SqlObjectsOptions } from './site.ts';
import { assertDatabase, inSavepoint, type SqliteDatabase, valuesOf } from './sqlite/client.ts';
import { puttingInto } from './sqlite/put.ts';

/**
 * The verbs of a `LabelIndex` over SQLite. Results are in the database's order of ids.
 *
 * A call with a bad argument throws a TypeError that names it, before anything is done; errors of the client and the database
 * come as they are. What changes something does it wholly or not at all, within a transaction of the user's too.
 */
export interface SqliteObjects<Id extends string | number = string> {
  /** Creates the tables and indexes of the layout, where they are not there yet: the statements of `schemaSql`. */
  create(): void;
  /**
   * How many objects a selector selects: the length of what `select` returns.
   * @param selector what the labels of an object must satisfy; namespaces are asked for by the scope
   * @param scope the part that is counted; everything without
   */
  count(selector: Selector, scope?: SqlScope<Id>): number;
  /**
   * The ids of the objects that a selector selects.
   * @param selector what the labels of an object must satisfy; namespaces are asked for by the scope
   * @param scope the part that is wanted; everything without
   */
  select(selector: Selector, scope?: SqlScope<Id>): Id[];
  /**
   * The same ids one at a time, found as they are asked for. Meanwhile the connection must not change anything:
   * `better-sqlite3` refuses to, and with `node:sqlite` it is open whether the iteration sees it.
   * @param selector what the labels of an object must satisfy; namespaces are asked for by the scope
   * @param scope the part that is wanted; everything without
   */
  iterate(selector: Selector, scope?: SqlScope<Id>): IterableIterator<Id>;
  /**
   * Puts many objects, all or none. Of entries with the same id the last one wins.
   *
   * @param entries `[id, labels, namespace?]` each
   * @throws TypeError naming the number of the entry and what is wrong with it; and whatever the iterable throws
   */
  load(entries: Iterable<SqlEntry<Id>>): void;
  /**
   * Puts an object, in the place of the one with its id if there is one.
   *
   * @param id a string, or a safe integer where the option `id` is `'integer'`
   * @param labels a plain object or a Map
   * @param namespace the namespace; without one, the object is in the namespace `''`
   */
  set(id: Id, labels: Labels, namespace?: string): void;
  /**
   * Deletes an object.
   * @param id a string, or a safe integer where the option `id` is `'integer'`
   * @returns whether it was there
   */
  delete(id: Id): boolean;
}

class SynchronousObjects<Id extends string | number> implements SqliteObjects<Id> {
  readonly #site: Site<Id>;
  readonly #client: SqliteDatabase;

  constructor(site: Site<Id>, client: SqliteDatabase) {
    this.#site = site;
    this.#client = client;
  }

  create(): void {
    inSavepoint(this.#client, () => {
      for (const statement of this.#site.schema) this.#client.exec(statement);
    });
  }

  count(selector: Selector, scope?: SqlScope<Id>): number {
    const query = counting(this.#site, selector, scope);
    return countIn(this.#client.prepare(query.text).get(...valuesOf(query)));
  }

  select(selector: Selector, scope?: SqlScope<Id>): Id[] {
    const query = selecting(this.#site, selector, scope);
    const rows = this.#client.prepare(query.text).all(...valuesOf(query));
    return rows.map((row) => idIn(row, this.#site));
  }

  iterate(selector: Selector, scope?: SqlScope<Id>): IterableIterator<Id> {
    const query = selecting(this.#site, selector, scope);
    return this.#read(() => this.#client.prepare(query.text).iterate(...valuesOf(query)));
  }

  /** The statement is begun with the first step: one that nobody reads to the end would stay open. */
  *#read(begin: () => Iterable<unknown>): Generator<Id, void, undefined> {
    for (const row of begin()) yield idIn(row, this.#site);
  }

  load(entries: Iterable<SqlEntry<Id>>): void {
    inSavepoint(this.#client, () => {
      const putting = puttingInto(this.#client, this.#site);
      for (const row of rowsOf(this.#site, entries)) putting.put(row);
    });
  }

  set(id: Id, labels: Labels, namespace = ''): void {
    const row = readObject(this.#site, id, labels, namespace);
    inSavepoint(this.#client, () => puttingInto(this.#client, this.#site).put(row));
  }

  delete(id: Id): boolean {
    this.#site.ids.assert(id, 'id');
    return inSavepoint(this.#client, () => puttingInto(this.#client, this.#site).delete(id));
  }
}

/**
 * The verbs of a `LabelIndex` over SQLite, through a database of `better-sqlite3` or of `node:sqlite`.
 *
 * @example
 * const pods = sqliteObjects(new DatabaseSync('pods.db'), { layout: { labels: { table: 'pod_labels' } } });
 * pods.create();
 * pods.load(entries);
 * pods.select(parseSelector('app=web'), { namespace: 'shop', limit: 100 });
 *
 * @param client the database; it stays yours, and is not closed
 * @param options what tables and columns are called, and what ids are
 * @throws TypeError where `client` is none, naming what it lacks, or an option is not what it must be
 */
export function sqliteObjects<Type extends IdType = 'text'>(
  client: SqliteDatabase,
  options: SqlObjectsOptions<Type> = {},
): SqliteObjects<IdOf<Type>> {
  assertDatabase(client);
  return new SynchronousObjects(readSite<IdOf<Type>>(options, 'sqlite'), client);
}
