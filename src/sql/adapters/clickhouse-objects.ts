import type { Labels } from '../../labels/labels.ts';
import type { Selector } from '../../selector/selector.ts';
import { kindOf } from '../../text/kind-of.ts';
import { CLICKHOUSE } from '../dialects/clickhouse.ts';
import { parameter, sql } from '../fragment.ts';
import { readLayout } from '../layout.ts';
import { type LabelColumnNames, type Names, namesOf } from '../names.ts';
import { schemaSql } from '../schema-sql.ts';
import { countSql, selectSql } from '../select-sql.ts';
import { statementOf } from '../statement.ts';
import {
  assertSqlId,
  type EntryRules,
  idFrom,
  lotsOf,
  objectsOf,
  readObject,
  type SqlEntries,
  type StoredObject,
} from './entry.ts';
import { type SqlObjectsOptions, type SqlScope, statementOptions } from './scope.ts';

/** So many objects are sent with one insertion, which makes one part of the table: many small ones would be slow. */
const LOT = 50_000;

/** A result, as far as it is used here. */
export interface ClickHouseResult {
  json(): Promise<unknown>;
  stream(): unknown;
}

/** A client of ClickHouse, as far as it is used here: one of `@clickhouse/client`, or `@clickhouse/client-web`. */
export interface ClickHouseClient {
  query(parameters: {
    query: string;
    query_params: Record<string, unknown>;
    format: 'JSONEachRow';
  }): Promise<ClickHouseResult>;
  command(parameters: { query: string; query_params?: Record<string, unknown> }): Promise<unknown>;
  insert(parameters: {
    table: string;
    values: readonly Record<string, unknown>[];
    format: 'JSONEachRow';
  }): Promise<unknown>;
}

function assertClient(client: unknown): asserts client is ClickHouseClient {
  const has =
    typeof client === 'object' &&
    client !== null &&
    ['query', 'command', 'insert'].every((name) => typeof Reflect.get(client, name) === 'function');
  if (has) return;
  throw new TypeError(
    `client must have query, command and insert, as one of @clickhouse/client has, and ${kindOf(client)} has not`,
  );
}

/** A name as it stands in a statement: for the parts of a client that take text. */
function nameText(fragment: { readonly parts: readonly unknown[] }): string {
  return fragment.parts.join('');
}

/** A name without the quotes around it, as keys of rows have it. */
function plainName(fragment: { readonly parts: readonly unknown[] }): string {
  return nameText(fragment).slice(1, -1).replaceAll('""', '"');
}

/**
 * Objects in ClickHouse, with the verbs of a LabelIndex. Answers are the same; results are in the order of ids. ClickHouse has
 * no transactions: an object is replaced as a whole, many objects lot by lot. Errors of the client and the database reach the
 * caller as they are.
 */
export class ClickHouseObjects<Id extends string | number = string> {
  readonly #client: ClickHouseClient;
  readonly #options: SqlObjectsOptions;
  readonly #names: Names & { readonly labels: LabelColumnNames };
  readonly #rules: EntryRules;

  /** @internal See {@link clickhouseObjects}. */
  constructor(client: ClickHouseClient, options: SqlObjectsOptions) {
    assertClient(client);
    this.#client = client;
    this.#options = options;
    const names = namesOf(readLayout(options.layout, 'clickhouse'), { by: 'nothing' });
    this.#names = { ...names, labels: names.labels as LabelColumnNames };
    this.#rules = { idType: options.id ?? 'text', isStorable: CLICKHOUSE.isStorable };
    // Options that are wrong are told here, and not by the first statement.
    this.#schema();
  }

  #schema(): readonly string[] {
    return schemaSql('clickhouse', this.#options.layout, { id: this.#rules.idType });
  }

  /** Creates the table of the layout where it is not there yet, as `schemaSql` has it. */
  async create(): Promise<void> {
    for (const query of this.#schema()) await this.#client.command({ query });
  }

  /** How many objects a selector selects. */
  async count(selector: Selector, scope: Pick<SqlScope<Id>, 'namespace'> = {}): Promise<number> {
    const { text, values } = countSql(selector, statementOptions('clickhouse', this.#options, scope));
    const rows = await this.#rows(text, values);
    return Number((rows[0] as { readonly count: unknown }).count);
  }

  /** The ids of the objects that a selector selects, ascending. */
  async select(selector: Selector, scope: SqlScope<Id> = {}): Promise<Id[]> {
    const { text, values } = selectSql(selector, statementOptions('clickhouse', this.#options, scope), scope);
    const rows = await this.#rows(text, values);
    return rows.map((row) => this.#idOf(row));
  }

  async #rows(query: string, values: Record<string, unknown>): Promise<readonly unknown[]> {
    const result = await this.#client.query({ query, query_params: values, format: 'JSONEachRow' });
    return (await result.json()) as readonly unknown[];
  }

  /** The same ids one by one, as the server finds them. The request ends when the consumer has all, or stops. */
  async *iterate(selector: Selector, scope: SqlScope<Id> = {}): AsyncGenerator<Id, void, undefined> {
    const { text, values } = selectSql(selector, statementOptions('clickhouse', this.#options, scope), scope);
    const result = await this.#client.query({ query: text, query_params: values, format: 'JSONEachRow' });
    const chunks = result.stream() as AsyncIterable<readonly { json(): unknown }[]>;
    for await (const rows of chunks) for (const row of rows) yield this.#idOf(row.json());
  }

  #idOf(row: unknown): Id {
    return idFrom((row as { readonly id: unknown }).id, this.#rules.idType) as Id;
  }

  /**
   * Puts an object, or replaces what is there of it in its namespace.
   * @throws TypeError naming the part that is wrong
   */
  async set(id: Id, labels: Labels, namespace?: string): Promise<void> {
    await this.#insert([readObject(id, labels, namespace, this.#rules)]);
  }

  /** Removes an object, in whatever namespace it is. */
  async delete(id: Id): Promise<void> {
    assertSqlId(id, this.#rules.idType);
    const { table, id: column } = this.#names;
    const type = this.#rules.idType === 'text' ? 'String' : 'Int64';
    const { text, values } = statementOf<'clickhouse', undefined>(
      sql`DELETE FROM ${table} WHERE ${column} = ${parameter(id, type)}`,
      { dialect: CLICKHOUSE, style: 'named', first: 1 },
    );
    await this.#client.command({ query: text, query_params: values });
  }

  /**
   * Puts many objects, and replaces what is there of them in their namespaces; of one that comes several times, the last one
   * holds. They are sent as they come, fifty thousand at a time: where an entry is wrong, what came in lots before it is put.
   *
   * @param entries as `LabelIndex.load` takes them, or as they come
   * @throws TypeError naming the entry and what is wrong with it; and whatever the iterable throws
   */
  async load(entries: SqlEntries<Id>): Promise<void> {
    for await (const lot of lotsOf(objectsOf(entries, this.#rules), LOT)) await this.#insert(lot);
  }

  async #insert(objects: readonly StoredObject[]): Promise<void> {
    const { table, id, namespace, labels } = this.#names;
    const [idName, namespaceName, labelsName] = [id, namespace, labels.column].map(plainName);
    const values = objects.map((object) =>
      Object.fromEntries([
        [idName, object.id],
        [namespaceName, object.namespace],
        // fromEntries defines own properties, so a label named __proto__ stays a label.
        [labelsName, Object.fromEntries(object.labels)],
      ]),
    );
    await this.#client.insert({ table: nameText(table), values, format: 'JSONEachRow' });
  }
}

/**
 * Objects in ClickHouse, over a client of the caller's: one of `@clickhouse/client`.
 *
 * @example
 * const pods = clickhouseObjects(createClient({ url: 'http://localhost:8123' }));
 * await pods.create();
 * await pods.load(entries);
 * await pods.count(parseSelector('app=web,tier!=cache'), { namespace: 'shop' });
 *
 * @throws TypeError where the client is none, or an option is not what it must be
 */
export function clickhouseObjects<Id extends string | number = string>(
  client: ClickHouseClient,
  options: SqlObjectsOptions = {},
): ClickHouseObjects<Id> {
  return new ClickHouseObjects<Id>(client, options);
}
