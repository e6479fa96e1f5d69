import type { SqlText } from '../../statement.ts';
import { type PostgresClient, type PostgresPool, rowsOf, type Source } from './client.ts';
import { Lease } from './lease.ts';

/** So many rows are fetched first, since some readers want a few only; then more each time, up to the most. */
const FIRST = 128;
const LARGER = 8;
const MOST = 8192;

/** Cursors have names of their own on each connection; another copy of this library may use the same. */
const PREFIX = `labelwise_${Math.random().toString(36).slice(2)}`;
let cursors = 0;

const NO_CURSOR = '34000';

/**
 * PostgreSQL plans a cursor for its first tenth, and looks for that through all objects in their order, where an index would
 * tell which they are. It plans a subquery that stays one, by its `OFFSET`, to be read to the end, if what is around it sorts;
 * here this has nothing to do.
 */
function declaring(name: string, isHeld: boolean, statement: string): string {
  const kind = `NO SCROLL CURSOR${isHeld ? ' WITH HOLD' : ''}`;
  return `DECLARE ${name} ${kind} FOR SELECT page."id" FROM (${statement} OFFSET 0) AS page ORDER BY page."id"`;
}

async function fetchRows(client: PostgresClient, count: number, name: string): Promise<readonly unknown[]> {
  try {
    return await rowsOf(client, `FETCH ${count} FROM ${name}`);
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== NO_CURSOR) throw error;
    throw new Error(
      'the iteration was cut off, and its cursor is gone: the transaction that it began in was rolled back, or a pooler gave another connection, which asks for iterating within a transaction',
      { cause: error },
    );
  }
}

async function* fetchAll(client: PostgresClient, name: string): AsyncGenerator<unknown, void, undefined> {
  for (let count = FIRST; ; count = Math.min(MOST, count * LARGER)) {
    const rows = await fetchRows(client, count, name);
    yield* rows;
    if (rows.length < count) return;
  }
}

/** On a connection of a pool, which is ours until the end: rows come out of an open transaction as they are found. */
async function* ofPool(
  pool: PostgresPool,
  name: string,
  { text, values }: SqlText,
): AsyncGenerator<unknown, void, undefined> {
  const lease = await Lease.take(pool);
  try {
    await rowsOf(lease.connection, 'BEGIN READ ONLY');
    await rowsOf(lease.connection, declaring(name, false, text), values as unknown[]);
    yield* fetchAll(lease.connection, name);
  } catch (error) {
    throw lease.causeOf(error);
  } finally {
    // Nothing was written: this closes the cursor.
    await lease.rollBack();
  }
}

/**
 * On a connection that the user works on meanwhile. A transaction of ours would take in what they do, so there is none: the
 * cursor is held, which means that the server keeps the ids, in a file if they are many. In a transaction of theirs rows come
 * as they are found, and are kept when it ends before the iteration.
 */
async function* ofConnection(
  client: PostgresClient,
  name: string,
  { text, values }: SqlText,
): AsyncGenerator<unknown, void, undefined> {
  await rowsOf(client, declaring(name, true, text), values as unknown[]);
  try {
    yield* fetchAll(client, name);
  } finally {
    try {
      await rowsOf(client, `CLOSE ${name}`);
    } catch {
      // Its connection is lost, or its transaction has failed, and takes it along.
    }
  }
}

/**
 * The rows of a statement that selects ids in their order, as they were when the first one is asked for. The connection is
 * given back, or the cursor closed, when the last one was taken and when the reader leaves.
 *
 * @throws what the client throws
 */
export function iterateRows(source: Source, statement: SqlText): AsyncGenerator<unknown, void, undefined> {
  cursors++;
  const name = `${PREFIX}_${cursors}`;
  return source.kind === 'pool'
    ? ofPool(source.client, name, statement)
    : ofConnection(source.client, name, statement);
}
