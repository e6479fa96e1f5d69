import type { Labels } from '../../labels/labels.ts';
import type { Selector } from '../../selector/selector.ts';
import { POSTGRES } from '../dialects/postgres.ts';
import { type Fragment, parameter, sql } from '../fragment.ts';
import { readLayout } from '../layout.ts';
import { type Names, namesOf } from '../names.ts';
import type { IdType } from '../schema/schema-parts.ts';
import { schemaSql } from '../schema-sql.ts';
import { countSql, selectSql } from '../select-sql.ts';
import { statementOf } from '../statement.ts';
import {
  assertSqlId,
  type EntryRules,
  idFrom,
  labelsJson,
  objectsOf,
  readObject,
  type SqlEntries,
  type StoredObject,
} from './entry.ts';
import {
  assertPostgresClient,
  atOnce,
  inTurn,
  type PostgresClient,
  type PostgresQueryable,
} from './postgres-client.ts';
import { rowsByCursor } from './postgres-cursor.ts';
import { type CopyFrom, settling, stageByCopy, stageByStatements, stagingTable } from './postgres-loading.ts';
import { type SqlObjectsOptions, type SqlScope, statementOptions } from './scope.ts';

/** How objects are loaded. */
export interface PostgresLoadOptions {
  /** `from` of `pg-copy-streams`, for clients of `pg`: objects are then sent by COPY, which is faster. */
  readonly copyFrom?: CopyFrom;
}

/**
 * Objects in PostgreSQL, or what speaks its dialect, with the verbs of a LabelIndex. Answers are the same; results are in the
 * database's order of ids. Errors of the client and the database reach the caller as they are.
 */
export class PostgresObjects<Id extends string | number = string> {
  readonly #client: PostgresClient;
  readonly #options: SqlObjectsOptions;
  readonly #names: Names;
  readonly #rules: EntryRules;

  /** @internal See {@link postgresObjects}. */
  constructor(client: PostgresClient, options: SqlObjectsOptions) {
    assertPostgresClient(client);
    this.#client = client;
    this.#options = options;
    this.#names = namesOf(readLayout(options.layout, 'postgres'), { by: 'nothing' });
    this.#rules = { idType: options.id ?? 'text', isStorable: POSTGRES.isStorable };
    // Options that are wrong are told here, and not by the first statement.
    this.#schema();
  }

  #schema(): readonly string[] {
    return schemaSql('postgres', this.#options.layout, { id: this.#rules.idType });
  }

  /** Creates the tables and indexes of the layout where they are not there yet, as `schemaSql` has them. */
  async create(): Promise<void> {
    for (const statement of this.#schema()) await this.#client.query(statement);
  }

  /** How many objects a selector selects. */
  async count(selector: Selector, scope: Pick<SqlScope<Id>, 'namespace'> = {}): Promise<number> {
    const { text, values } = countSql(selector, statementOptions('postgres', this.#options, scope));
    const { rows } = await this.#client.query(text, values);
    return Number((rows[0] as { readonly count: unknown }).count);
  }

  /** The ids of the objects that a selector selects, ascending. */
  async select(selector: Selector, scope: SqlScope<Id> = {}): Promise<Id[]> {
    const { text, values } = selectSql(selector, statementOptions('postgres', this.#options, scope), scope);
    const { rows } = await this.#client.query(text, values);
    return rows.map((row) => this.#idOf(row));
  }

  /**
   * The same ids one by one, by a cursor of the server: as they were when it began, whatever changes meanwhile. Of a pool, it
   * takes a connection until the consumer has all or stops; of a single client, the server keeps the result until then.
   */
  async *iterate(selector: Selector, scope: SqlScope<Id> = {}): AsyncGenerator<Id, void, undefined> {
    const { text, values } = selectSql(selector, statementOptions('postgres', this.#options, scope), scope);
    for await (const row of rowsByCursor(this.#client, text, values)) yield this.#idOf(row);
  }

  #idOf(row: unknown): Id {
    return idFrom((row as { readonly id: unknown }).id, this.#rules.idType) as Id;
  }

  /**
   * Puts an object, or replaces what is there of it.
   * @throws TypeError naming the part that is wrong
   */
  async set(id: Id, labels: Labels, namespace?: string): Promise<void> {
    const object = readObject(id, labels, namespace, this.#rules);
    const statement = putting(this.#names, this.#rules.idType, object);
    await inTurn(this.#client, () => this.#run(this.#client, statement));
  }

  /** Removes an object; whether it was there. */
  async delete(id: Id): Promise<boolean> {
    assertSqlId(id, this.#rules.idType);
    const { table, id: column, labels } = this.#names;
    const gone = sql`DELETE FROM ${table} WHERE ${column} = ${parameter(id)} RETURNING ${column}`;
    const statement =
      labels.kind === 'column'
        ? gone
        : sql`WITH labels_gone AS (DELETE FROM ${labels.table} WHERE ${labels.object} = ${parameter(id)}) ${gone}`;
    const { rows } = await inTurn(this.#client, () => this.#run(this.#client, statement));
    return rows.length > 0;
  }

  /**
   * Puts many objects, all or none, and replaces what is there of them; of an id that comes several times, the last one holds.
   * They are sent as they come, and kept nowhere here.
   *
   * @param entries as `LabelIndex.load` takes them, or as they come
   * @throws TypeError naming the entry and what is wrong with it; and whatever the iterable throws. Nothing is put then
   */
  async load(entries: SqlEntries<Id>, { copyFrom }: PostgresLoadOptions = {}): Promise<void> {
    const type = typeOf(this.#rules.idType);
    await atOnce(this.#client, 'labelwise_load', async (connection) => {
      await this.#run(connection, stagingTable(type));
      const objects = objectsOf(entries, this.#rules);
      await (copyFrom === undefined
        ? stageByStatements(connection, objects, this.#rules.idType === 'text' ? 'text' : 'bigint')
        : stageByCopy(connection, objects, copyFrom));
      for (const statement of settling(this.#names)) await this.#run(connection, statement);
    });
  }

  #run(connection: PostgresQueryable, fragment: Fragment): Promise<{ readonly rows: readonly unknown[] }> {
    const { text, values } = statementOf<'postgres', undefined>(fragment, {
      dialect: POSTGRES,
      style: 'numbered',
      first: 1,
    });
    return connection.query(text, values);
  }
}

function typeOf(idType: IdType): Fragment {
  return idType === 'text' ? sql`text` : sql`bigint`;
}

/** The statement that puts one object. */
function putting({ table, id, namespace, labels }: Names, idType: IdType, stored: StoredObject): Fragment {
  const own = parameter(stored.id);
  const where = parameter(stored.namespace);
  if (labels.kind === 'column') {
    const { column } = labels;
    return sql`INSERT INTO ${table} (${id}, ${namespace}, ${column}) VALUES (${own}, ${where}, ${parameter(labelsJson(stored.labels))}::text::jsonb) ON CONFLICT (${id}) DO UPDATE SET ${namespace} = EXCLUDED.${namespace}, ${column} = EXCLUDED.${column}`;
  }
  const { table: rows, object, key, value } = labels;
  const keys = parameter(stored.labels.map(([name]) => name));
  const values = parameter(stored.labels.map(([, text]) => text));
  const put = sql`INSERT INTO ${table} (${id}, ${namespace}) VALUES (${own}, ${where}) ON CONFLICT (${id}) DO UPDATE SET ${namespace} = EXCLUDED.${namespace}`;
  const gone = sql`DELETE FROM ${rows} WHERE ${object} = ${own} AND ${key} <> ALL (${keys}::text[])`;
  return sql`WITH put AS (${put}), gone AS (${gone}) INSERT INTO ${rows} (${object}, ${key}, ${value}) SELECT ${own}::${typeOf(idType)}, key, value FROM unnest(${keys}::text[], ${values}::text[]) AS put (key, value) ON CONFLICT (${object}, ${key}) DO UPDATE SET ${value} = EXCLUDED.${value}`;
}

/**
 * Objects in PostgreSQL, over a client of the caller's: a Pool or Client of `pg`, a PGlite, or anything with their `query`.
 *
 * @example
 * const pods = postgresObjects(new Pool());
 * await pods.create();
 * await pods.load(entries);
 * await pods.count(parseSelector('app=web,tier!=cache'), { namespace: 'shop' });
 *
 * @throws TypeError where the client is none, or an option is not what it must be
 */
export function postgresObjects<Id extends string | number = string>(
  client: PostgresClient,
  options: SqlObjectsOptions = {},
): PostgresObjects<Id> {
  return new PostgresObjects<Id>(client, options);
}
