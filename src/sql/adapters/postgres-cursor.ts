import {
  type PostgresClient,
  type PostgresQueryable,
  type PostgresSession,
  sessionOf,
} from './postgres-client.ts';

/** So many rows are asked for at a time. */
const ROWS = 1_000;

let cursors = 0;

/** How a cursor is opened and closed. */
interface Opening {
  readonly before: readonly string[];
  readonly declaration: string;
  readonly after: readonly string[];
  /** What is left to be done where a statement failed, which has closed the cursor. */
  readonly undo: readonly string[];
}

/**
 * On a connection of its own, in a transaction, where rows come as they are found; the planner is told that all are wanted. On
 * a client that others use meanwhile, held by the server without one.
 */
function openingOf({ isOwn }: PostgresSession, cursor: string): Opening {
  if (!isOwn) {
    return {
      before: [],
      declaration: `DECLARE ${cursor} NO SCROLL CURSOR WITH HOLD FOR `,
      after: [`CLOSE ${cursor}`],
      undo: [],
    };
  }
  return {
    before: ['BEGIN READ ONLY', 'SET LOCAL cursor_tuple_fraction = 1'],
    declaration: `DECLARE ${cursor} NO SCROLL CURSOR FOR `,
    after: ['COMMIT'],
    undo: ['ROLLBACK'],
  };
}

/** What has come of some statements. */
type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: unknown };

async function outcomeOf(connection: PostgresQueryable, statements: readonly string[]): Promise<Outcome> {
  try {
    for (const statement of statements) await connection.query(statement);
    return { ok: true };
  } catch (error) {
    return { ok: false, error };
  }
}

/**
 * The rows of a statement as they were when it began, a thousand at a time. The cursor is closed and the connection given back
 * when the consumer has all, stops early, or throws.
 */
export async function* rowsByCursor(
  client: PostgresClient,
  text: string,
  values: unknown[],
): AsyncGenerator<unknown, void, undefined> {
  const session = await sessionOf(client);
  const { connection } = session;
  const cursor = `labelwise_cursor_${++cursors}`;
  const { before, declaration, after, undo } = openingOf(session, cursor);
  let closing = undo;
  let closed: Outcome = { ok: true };
  try {
    for (const statement of before) await connection.query(statement);
    await connection.query(declaration + text, values);
    for (let isLast = false; !isLast; ) {
      closing = undo;
      const { rows } = await connection.query(`FETCH ${ROWS} FROM ${cursor}`);
      closing = after;
      isLast = rows.length < ROWS;
      yield* rows;
    }
  } finally {
    closed = await outcomeOf(connection, closing);
    session.end(!closed.ok);
  }
  // Where something failed before, or the consumer stopped, this is not reached.
  if (!closed.ok) throw closed.error;
}
