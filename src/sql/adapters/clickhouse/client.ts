import { assertClient } from '../assert-client.ts';

/** What is sent with a statement. */
export interface ClickHouseQuery {
  readonly query: string;
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
  /** Runs a statement that has rows. */
  query(query: ClickHouseQuery & { readonly format: 'JSONEachRow' }): Promise<ClickHouseResult>;
  /** Runs a statement that has none. */
  command(command: ClickHouseQuery): Promise<unknown>;
  /** Puts rows into a table. */
  insert(insert: {
    readonly table: string;
    readonly columns: [string, ...string[]];
    readonly values: readonly unknown[];
    readonly format: 'JSONCompactEachRow';
    readonly clickhouse_settings: {
      readonly insert_deduplication_token: string;
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
