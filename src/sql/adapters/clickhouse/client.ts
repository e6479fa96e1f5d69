import { assertClient } from '../assert-client.ts';

/** What is sent with a statement. */
export interface ClickHouseQuery {
  /** One statement, with placeholders such as `{p1:String}`. */
  readonly query: string;
  /** The values of the placeholders by their names: `{ p1: "web" }`. */
  readonly query_params?: Record<string, unknown>;
}

/** The rows of a query. */
export interface ClickHouseResult {
  /** All of them, as objects. */
  json(): Promise<unknown>;
  /** A stream of lists of rows, each with a method `json`: one of Node, or one of the web. */
  stream(): unknown;
  /** Lets go of the answer, read to its end or not. */
  close(): unknown;
}

/** The client of ClickHouse: that of `@clickhouse/client`, or of `@clickhouse/client-web`. */
export interface ClickHouseClient {
  /**
   * Runs a statement that has rows.
   * @param query the statement, and `format`: a JSON object for each row, on a line of its own
   */
  query(query: ClickHouseQuery & { readonly format: 'JSONEachRow' }): Promise<ClickHouseResult>;
  /**
   * Runs a statement that has none.
   * @param command the statement: one that creates a table, or deletes objects
   */
  command(command: ClickHouseQuery): Promise<unknown>;
  /**
   * Puts rows into a table.
   * @param insert the table, and the rows that are put into it
   */
  insert(insert: {
    /** The table's name as SQL has it, in quotes, behind that of its database where the layout says one. */
    readonly table: string;
    /** The names of the columns of ids, namespaces and labels, in quotes. */
    readonly columns: [string, ...string[]];
    /** The rows: each a list of an id, a namespace, and an object of labels, in the order of `columns`. */
    readonly values: readonly unknown[];
    /** How rows are sent: each as a JSON list. */
    readonly format: 'JSONCompactEachRow';
    /** Settings of the server for this insert. */
    readonly clickhouse_settings: {
      /** Another one each time, so that no insert is taken for a repetition of an earlier one. */
      readonly insert_deduplication_token: string;
      /** `0` for what is loaded, so that the server stores it in its order; left out for a single object. */
      readonly async_insert?: 0;
    };
  }): Promise<unknown>;
}

/**
 * Holds that something is a client.
 * @throws TypeError naming what it lacks
 */
export function assertClickHouse(client: ClickHouseClient): void {
  assertClient(client, ['query', 'command', 'insert'], 'what createClient() of @clickhouse/client gives');
}

/** A row that its stream has not read yet. */
interface StreamedRow {
  json(): unknown;
}

/** What streams of the web have, in browsers that cannot iterate over them. */
interface WebStream {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: readonly StreamedRow[] }>;
    releaseLock(): void;
  };
}

async function* read(stream: WebStream): AsyncGenerator<readonly StreamedRow[], void, undefined> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value !== undefined) yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

/**
 * The rows of a query as they come. When the reader leaves, the rest is not asked for.
 * @throws what the client throws
 */
export async function* rowsOf(
  client: ClickHouseClient,
  query: ClickHouseQuery,
): AsyncGenerator<unknown, void, undefined> {
  const result = await client.query({ ...query, format: 'JSONEachRow' });
  const stream = result.stream();
  let isWhole = false;
  try {
    const lists =
      Symbol.asyncIterator in (stream as object)
        ? (stream as AsyncIterable<readonly StreamedRow[]>)
        : read(stream as WebStream);
    for await (const list of lists) for (const row of list) yield row.json();
    isWhole = true;
  } finally {
    if (!isWhole) result.close();
  }
}
