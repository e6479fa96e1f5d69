import type { Labels } from '../../labels/labels.ts';
import type { Selector } from '../../selector/selector.ts';
import { kindOf } from '../../text/kind-of.ts';
import { SQLITE } from '../dialects/sqlite.ts';
import { type Fragment, parameter, sql } from '../fragment.ts';
import { readLayout } from '../layout.ts';
import { type Names, namesOf } from '../names.ts';
import { schemaSql } from '../schema-sql.ts';
import { countSql, selectSql } from '../select-sql.ts';
import { statementOf } from '../statement.ts';
import {
  assertSqlId,
  type EntryRules,
  idFrom,
  labelsJson,
  objectsAtHand,
  readObject,
  type SqlEntry,
  type StoredObject,
} from './entry.ts';
import { type SqlObjectsOptions, type SqlScope, statementOptions } from './scope.ts';

/** A prepared statement, as far as it is used here. */
export interface SqliteStatement {
  all(...values: never[]): unknown[];
  get(...values: never[]): unknown;
  iterate(...values: never[]): IterableIterator<unknown>;
  run(...values: never[]): { readonly changes: number | bigint };
}

/** A database of SQLite, as far as it is used here: one of `better-sqlite3`, or a `DatabaseSync` of `node:sqlite`. */
export interface SqliteDatabase {
  prepare(text: string): SqliteStatement;
  exec(text: string): unknown;
}

function assertDatabase(database: unknown): asserts database is SqliteDatabase {
  const has =
    typeof database === 'object' &&
    database !== null &&
    'prepare' in database &&
    typeof database.prepare === 'function' &&
    'exec' in database &&
    typeof database.exec === 'function';
  if (has) return;
  throw new TypeError(
    `database must have prepare(text) and exec(text), as those of better-sqlite3 and node:sqlite have, and ${kindOf(database)} has not`,
  );
}

/** What a part of a transaction is called, or a transaction where there is none. */
const SAVEPOINT = 'labelwise_load';

/**
 * Objects in SQLite, with the verbs of a LabelIndex, which answer at once as it does. Results are in the order of ids. Errors of
 * the database reach the caller as they are.
 */
export class SqliteObjects<Id extends string | number = string> {
  readonly #database: SqliteDatabase;
  readonly #options: SqlObjectsOptions;
  readonly #names: Names;
  readonly #rules: EntryRules;

  /** @internal See {@link sqliteObjects}. */
  constructor(database: SqliteDatabase, options: SqlObjectsOptions) {
    assertDatabase(database);
    this.#database = database;
    this.#options = options;
    this.#names = namesOf(readLayout(options.layout, 'sqlite'), { by: 'nothing' });
    this.#rules = { idType: options.id ?? 'text', isStorable: SQLITE.isStorable };
    // Options that are wrong are told here, and not by the first statement.
    this.#schema();
  }

  #schema(): readonly string[] {
    return schemaSql('sqlite', this.#options.layout, { id: this.#rules.idType });
  }

  /** Creates the tables and indexes of the layout where they are not there yet, as `schemaSql` has them. */
  create(): void {
    for (const statement of this.#schema()) this.#database.exec(statement);
  }

  /** How many objects a selector selects. */
  count(selector: Selector, scope: Pick<SqlScope<Id>, 'namespace'> = {}): number {
    const { text, values } = countSql(selector, statementOptions('sqlite', this.#options, scope));
    const row = this.#database.prepare(text).get(...(values as never[]));
    return Number((row as { readonly count: unknown }).count);
  }

  /** The ids of the objects that a selector selects, ascending. */
  select(selector: Selector, scope: SqlScope<Id> = {}): Id[] {
    const { text, values } = selectSql(selector, statementOptions('sqlite', this.#options, scope), scope);
    return this.#database
      .prepare(text)
      .all(...(values as never[]))
      .map((row) => this.#idOf(row));
  }

  /** The same ids one by one. Until the consumer has all or stops, the connection may do nothing that writes. */
  *iterate(selector: Selector, scope: SqlScope<Id> = {}): Generator<Id, void, undefined> {
    const { text, values } = selectSql(selector, statementOptions('sqlite', this.#options, scope), scope);
    for (const row of this.#database.prepare(text).iterate(...(values as never[]))) yield this.#idOf(row);
  }

  #idOf(row: unknown): Id {
    return idFrom((row as { readonly id: unknown }).id, this.#rules.idType) as Id;
  }

  /**
   * Puts an object, or replaces what is there of it.
   * @throws TypeError naming the part that is wrong
   */
  set(id: Id, labels: Labels, namespace?: string): void {
    const object = readObject(id, labels, namespace, this.#rules);
    this.#atOnce(() => this.#putter()(object));
  }

  /** Removes an object; whether it was there. */
  delete(id: Id): boolean {
    assertSqlId(id, this.#rules.idType);
    const { table, id: column, labels } = this.#names;
    return this.#atOnce(() => {
      if (labels.kind === 'table') {
        this.#run(sql`DELETE FROM ${labels.table} WHERE ${labels.object} = ${parameter(id)}`);
      }
      return this.#run(sql`DELETE FROM ${table} WHERE ${column} = ${parameter(id)}`) > 0;
    });
  }

  /**
   * Puts many objects, all or none, and replaces what is there of them; of an id that comes several times, the last one holds.
   *
   * @param entries as `LabelIndex.load` takes them
   * @throws TypeError naming the entry and what is wrong with it; and whatever the iterable throws. Nothing is put then
   */
  load(entries: Iterable<SqlEntry<Id>>): void {
    this.#atOnce(() => {
      const put = this.#putter();
      for (const object of objectsAtHand(entries, this.#rules)) put(object);
    });
  }

  /** All of some work, or none of it: within a transaction of the caller's, or in one of its own. */
  #atOnce<Result>(work: () => Result): Result {
    this.#database.exec(`SAVEPOINT ${SAVEPOINT}`);
    try {
      const result = work();
      this.#database.exec(`RELEASE ${SAVEPOINT}`);
      return result;
    } catch (error) {
      this.#database.exec(`ROLLBACK TO ${SAVEPOINT}`);
      this.#database.exec(`RELEASE ${SAVEPOINT}`);
      throw error;
    }
  }

  /** Puts objects, by statements that are prepared once. */
  #putter(): (object: StoredObject) => void {
    const { table, id, namespace, labels } = this.#names;
    const prepared = (fragment: Fragment) => this.#database.prepare(this.#written(fragment).text);
    const place = parameter('');
    if (labels.kind === 'column') {
      const { column } = labels;
      const put = prepared(
        sql`INSERT INTO ${table} (${id}, ${namespace}, ${column}) VALUES (${place}, ${place}, ${place}) ON CONFLICT (${id}) DO UPDATE SET ${namespace} = excluded.${namespace}, ${column} = excluded.${column}`,
      );
      return function putObject(object) {
        put.run(...([object.id, object.namespace, labelsJson(object.labels)] as never[]));
      };
    }
    const { table: rows, object: of, key, value } = labels;
    const put = prepared(
      sql`INSERT INTO ${table} (${id}, ${namespace}) VALUES (${place}, ${place}) ON CONFLICT (${id}) DO UPDATE SET ${namespace} = excluded.${namespace}`,
    );
    const clear = prepared(sql`DELETE FROM ${rows} WHERE ${of} = ${place}`);
    const add = prepared(
      sql`INSERT INTO ${rows} (${of}, ${key}, ${value}) VALUES (${place}, ${place}, ${place})`,
    );
    return function putObjectAndLabels(object) {
      put.run(...([object.id, object.namespace] as never[]));
      clear.run(...([object.id] as never[]));
      for (const label of object.labels) add.run(...([object.id, ...label] as never[]));
    };
  }

  #run(fragment: Fragment): number {
    const { text, values } = this.#written(fragment);
    return Number(this.#database.prepare(text).run(...(values as never[])).changes);
  }

  #written(fragment: Fragment) {
    return statementOf<'sqlite', 'anonymous'>(fragment, { dialect: SQLITE, style: 'anonymous', first: 1 });
  }
}

/**
 * Objects in SQLite, over a database of the caller's: one of `better-sqlite3`, or a `DatabaseSync` of `node:sqlite`.
 *
 * @example
 * const pods = sqliteObjects(new DatabaseSync('pods.db'), { layout: { labels: { table: 'pod_labels' } } });
 * pods.create();
 * pods.load(entries);
 * pods.count(parseSelector('app=web,tier!=cache'), { namespace: 'shop' });
 *
 * @throws TypeError where the database is none, or an option is not what it must be
 */
export function sqliteObjects<Id extends string | number = string>(
  database: SqliteDatabase,
  options: SqlObjectsOptions = {},
): SqliteObjects<Id> {
  return new SqliteObjects<Id>(database, options);
}
