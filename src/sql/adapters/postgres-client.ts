import { kindOf } from '../../text/kind-of.ts';

/** A client of PostgreSQL, as far as it is used here: a Client of `pg`, a PGlite, a transaction of either. */
export interface PostgresQueryable {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

/** A connection of a pool's, which is the caller's alone until it is released. */
export interface PostgresConnection extends PostgresQueryable {
  /** @param error true where the connection is not to be used again */
  release(error?: boolean): void;
}

/** A pool of connections, as far as it is used here: a Pool of `pg`. */
export interface PostgresPool extends PostgresQueryable {
  readonly totalCount: number;
  connect(): Promise<PostgresConnection>;
}

/** A client that does transactions itself, which nothing else comes between: a PGlite. */
export interface PostgresTransactor extends PostgresQueryable {
  transaction<Result>(work: (connection: PostgresQueryable) => Promise<Result>): Promise<Result>;
}

/** Whatever a database of PostgreSQL is reached by. */
export type PostgresClient = PostgresQueryable | PostgresPool | PostgresTransactor;

/**
 * Holds that something is a client.
 * @throws TypeError naming what it lacks
 */
export function assertPostgresClient(client: unknown): asserts client is PostgresClient {
  const has =
    typeof client === 'object' && client !== null && 'query' in client && typeof client.query === 'function';
  if (has) return;
  throw new TypeError(
    `client must have query(text, values), as a Pool or Client of pg and a PGlite have, and ${kindOf(client)} has not`,
  );
}

function isPool(client: PostgresClient): client is PostgresPool {
  return 'totalCount' in client && typeof client.totalCount === 'number' && 'connect' in client;
}

function isTransactor(client: PostgresClient): client is PostgresTransactor {
  return 'transaction' in client && typeof client.transaction === 'function';
}

/** A connection for some statements in a row, and whether it is nobody else's meanwhile. */
export interface PostgresSession {
  readonly connection: PostgresQueryable;
  readonly isOwn: boolean;
  /** Gives the connection back, if it was taken. @param isBroken whether its state is not known */
  end(isBroken: boolean): void;
}

/** A session of a client: a connection of a pool, or the client itself. */
export async function sessionOf(client: PostgresClient): Promise<PostgresSession> {
  if (!isPool(client)) return { connection: client, isOwn: false, end: () => {} };
  const connection = await client.connect();
  return { connection, isOwn: true, end: (isBroken) => connection.release(isBroken) };
}

/** The code of an error of PostgreSQL, as clients give it. */
function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** "There is no transaction in progress", to which `SAVEPOINT` can belong. */
const NO_TRANSACTION = '25P01';

/** How a piece of work is begun, ended and undone. */
interface Bracket {
  readonly end: string;
  readonly undo: readonly string[];
}

/** Within a transaction of the caller's, a part of it; otherwise a transaction. Only the server knows which. */
async function begin(connection: PostgresQueryable, name: string): Promise<Bracket> {
  try {
    await connection.query(`SAVEPOINT ${name}`);
    return {
      end: `RELEASE SAVEPOINT ${name}`,
      undo: [`ROLLBACK TO SAVEPOINT ${name}`, `RELEASE SAVEPOINT ${name}`],
    };
  } catch (error) {
    if (codeOf(error) !== NO_TRANSACTION) throw error;
    await connection.query('BEGIN');
    return { end: 'COMMIT', undo: ['ROLLBACK'] };
  }
}

/** What is done last with a client that is no pool. */
const turns = new WeakMap<PostgresClient, Promise<unknown>>();

/**
 * Does something that writes when all else that writes is done, where there is one connection for everything: it would become
 * part of a transaction of another call, and be undone with it.
 */
export async function inTurn<Result>(client: PostgresClient, work: () => Promise<Result>): Promise<Result> {
  if (isPool(client) || isTransactor(client)) return await work();
  const before = turns.get(client) ?? Promise.resolve();
  const turn = before.then(work);
  // Whoever is next waits for the end, be it good or bad.
  turns.set(
    client,
    turn.catch(() => {}),
  );
  return await turn;
}

/**
 * Runs statements of which all have an effect or none: in a transaction of a connection of its own, and of a client that may be
 * in one of the caller's, in a part of that.
 */
export async function atOnce<Result>(
  client: PostgresClient,
  name: string,
  work: (connection: PostgresQueryable) => Promise<Result>,
): Promise<Result> {
  if (isTransactor(client)) return await client.transaction(work);
  return await inTurn(client, () => bracketed(client, name, work));
}

async function bracketed<Result>(
  client: PostgresClient,
  name: string,
  work: (connection: PostgresQueryable) => Promise<Result>,
): Promise<Result> {
  const session = await sessionOf(client);
  const { connection } = session;
  let isBroken = true;
  try {
    const bracket = await begin(connection, name);
    try {
      const result = await work(connection);
      await connection.query(bracket.end);
      isBroken = false;
      return result;
    } catch (error) {
      try {
        for (const statement of bracket.undo) await connection.query(statement);
        isBroken = false;
      } catch {
        // The connection is gone, and with it what was done. What went wrong first is what the caller is told.
      }
      throw error;
    }
  } finally {
    session.end(isBroken);
  }
}
