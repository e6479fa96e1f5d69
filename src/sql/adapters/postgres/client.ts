import { kindOf } from '../../../text/kind-of.ts';
import { assertClient } from '../assert-client.ts';

/** What a statement gives. */
export interface PostgresResult {
  /** An object for each row, with its values by the names of columns; `[]` for a statement that has none. */
  readonly rows: readonly unknown[];
}

/** What clients of PostgreSQL have in common: `Pool`, `Client` and `PoolClient` of `pg`, PGlite, and its transactions. */
export interface PostgresClient {
  /**
   * Runs a statement with its parameters, `$1` and so on.
   * @param text one statement, without a semicolon
   * @param values what `$1`, `$2` and so on stand for: strings, numbers and lists of strings
   */
  query(text: string, values?: unknown[]): Promise<PostgresResult>;
}

/** A connection that a pool lends. */
export interface PostgresConnection extends PostgresClient {
  /** Gives it back; with an error, or `true`, to be closed. */
  release(error?: Error | boolean): void;
}

/** A pool of connections, as that of `pg`. What has a `connect` of this kind is taken for one. */
export interface PostgresPool extends PostgresClient {
  /** Lends a connection, which is to be released. */
  connect(): Promise<PostgresConnection>;
}

/** What runs transactions itself, as PGlite does. */
export interface TransactingClient extends PostgresClient {
  /** Runs what it is given in a transaction, which is taken back where that throws. */
  transaction<Result>(run: (transaction: PostgresClient) => Promise<Result>): Promise<Result>;
}

/** A client, and what it is: a pool, what runs transactions, or one connection, which may be in a transaction of the user's. */
export type Source =
  | { readonly kind: 'pool'; readonly client: PostgresPool }
  | { readonly kind: 'transacting'; readonly client: TransactingClient }
  | { readonly kind: 'connection'; readonly client: PostgresClient };

/**
 * Finds out what a client is.
 * @throws TypeError where it is none, naming what it lacks
 */
export function sourceOf(client: PostgresClient): Source {
  assertClient(client, ['query'], 'a Pool or Client of pg, or a PGlite');
  const has = (method: string) =>
    typeof (client as unknown as Record<string, unknown>)[method] === 'function';
  // Clients of pg have a `connect` too, which opens their one connection; only they escape.
  if (has('connect') && !has('escapeIdentifier') && !has('release')) {
    return { kind: 'pool', client: client as PostgresPool };
  }
  if (has('transaction')) return { kind: 'transacting', client: client as TransactingClient };
  return { kind: 'connection', client };
}

/**
 * The rows of a statement.
 * @throws TypeError where the client gives no rows; and what it throws
 */
export async function rowsOf(
  client: PostgresClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly unknown[]> {
  const result: unknown = await client.query(text, [...values]);
  const rows = (result as { readonly rows?: unknown } | undefined)?.rows;
  if (Array.isArray(rows)) return rows;
  throw new TypeError(
    `client.query() must give { rows }, as that of pg and PGlite does, not ${kindOf(result)}`,
  );
}
