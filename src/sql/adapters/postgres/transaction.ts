import { type PostgresClient, rowsOf, type Source, type TransactingClient } from './client.ts';
import { Lease } from './lease.ts';

/** What clients know of their transaction: those of `pg`, idle, in one, in one that failed; PGlite, whether in one. */
interface Knowing {
  getTransactionStatus?(): 'I' | 'T' | 'E' | null;
  readonly waitReady?: Promise<unknown>;
  isInTransaction?(): boolean;
}

/** That a statement has no place outside of a transaction. */
const NO_ACTIVE_TRANSACTION = '25P01';

const SAVEPOINT = 'labelwise';

/** How what was begun ends. */
interface End {
  readonly keep: readonly string[];
  readonly undo: readonly string[];
}

const TRANSACTION: End = { keep: ['COMMIT'], undo: ['ROLLBACK'] };
const PART: End = {
  keep: [`RELEASE SAVEPOINT ${SAVEPOINT}`],
  undo: [`ROLLBACK TO SAVEPOINT ${SAVEPOINT}`, `RELEASE SAVEPOINT ${SAVEPOINT}`],
};

/** Begins a part of a transaction of the user's; whether there is one, which only the server knows for certain. */
async function beginsPart(client: PostgresClient): Promise<boolean> {
  try {
    await rowsOf(client, `SAVEPOINT ${SAVEPOINT}`);
    return true;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === NO_ACTIVE_TRANSACTION) return false;
    throw error;
  }
}

/** Runs statements in what was begun, and ends it well or not. */
async function within<Result>(
  client: PostgresClient,
  { keep, undo }: End,
  run: (client: PostgresClient) => Promise<Result>,
): Promise<Result> {
  try {
    const result = await run(client);
    for (const statement of keep) await rowsOf(client, statement);
    return result;
  } catch (error) {
    try {
      for (const statement of undo) await rowsOf(client, statement);
    } catch {
      // The connection is gone, and its transaction with it: the first error says why.
    }
    throw error;
  }
}

async function onConnection<Result>(
  client: PostgresClient,
  run: (client: PostgresClient) => Promise<Result>,
): Promise<Result> {
  const isIdle = (client as Knowing).getTransactionStatus?.() === 'I';
  if (!isIdle && (await beginsPart(client))) return within(client, PART, run);
  await rowsOf(client, 'BEGIN');
  return within(client, TRANSACTION, run);
}

/** What runs transactions itself would end one that its user has begun by a statement. */
async function onTransacting<Result>(
  client: TransactingClient,
  run: (client: PostgresClient) => Promise<Result>,
): Promise<Result> {
  // A PGlite that is still starting waits with statements, but knows nothing of transactions yet.
  await (client as Knowing).waitReady;
  const isWithin = (client as Knowing).isInTransaction?.() === true && (await beginsPart(client));
  return isWithin ? within(client, PART, run) : client.transaction(run);
}

async function onPool<Result>(
  lease: Lease,
  run: (client: PostgresClient) => Promise<Result>,
): Promise<Result> {
  let result: Result;
  try {
    await rowsOf(lease.connection, 'BEGIN');
    result = await run(lease.connection);
    await rowsOf(lease.connection, 'COMMIT');
  } catch (error) {
    await lease.rollBack();
    throw lease.causeOf(error);
  }
  lease.release();
  return result;
}

/** What is done last on a client that is one connection. */
const turns = new WeakMap<PostgresClient, Promise<unknown>>();

/**
 * Does something that writes when all else that we write there is done, where there is one connection for everything: it would
 * become part of a transaction of another call, and be undone with it.
 *
 * @throws what `run` throws
 */
export async function inTurn<Result>(
  { kind, client }: Source,
  run: (client: PostgresClient) => Promise<Result>,
): Promise<Result> {
  if (kind !== 'connection') return run(client);
  const turn = (turns.get(client) ?? Promise.resolve()).then(() => run(client));
  // Whoever is next waits for the end, be it good or bad.
  turns.set(
    client,
    turn.catch(() => undefined),
  );
  return turn;
}

/**
 * Runs statements, of which all are kept or none: in a transaction, or, where the client is in one of the user's, as a part of
 * it that is undone when it fails.
 *
 * @throws what `run` or the client throws
 */
export async function inTransaction<Result>(
  source: Source,
  run: (client: PostgresClient) => Promise<Result>,
): Promise<Result> {
  switch (source.kind) {
    case 'pool':
      return onPool(await Lease.take(source.client), run);
    case 'transacting':
      return onTransacting(source.client, run);
    case 'connection':
      return inTurn(source, (client) => onConnection(client, run));
  }
}
