import type { SqlText } from '../../statement.ts';
import { assertClient } from '../assert-client.ts';

/** A statement that a database has prepared. */
export interface SqliteStatement {
  /**
   * Every row.
   * @param values those of the placeholders, in their order
   */
  all(...values: (string | number)[]): unknown[];
  /**
   * The first row, or `undefined`.
   * @param values those of the placeholders, in their order
   */
  get(...values: (string | number)[]): unknown;
  /**
   * The rows, one by one.
   * @param values those of the placeholders, in their order
   */
  iterate(...values: (string | number)[]): IterableIterator<unknown>;
  /**
   * Runs it, for what it changes.
   * @param values those of the placeholders, in their order
   */
  run(...values: (string | number)[]): unknown;
}

/** What clients of SQLite have in common that answer at once: `better-sqlite3`, and `DatabaseSync` of `node:sqlite`. */
export interface SqliteDatabase {
  /**
   * Reads a statement, so that it can be run more than once.
   * @param text one statement, without a semicolon; its placeholders are `?`
   */
  prepare(text: string): SqliteStatement;
  /**
   * Runs statements that have neither parameters nor rows.
   * @param text one statement, without a semicolon
   */
  exec(text: string): unknown;
}

const EXAMPLES = 'a Database of better-sqlite3, or a DatabaseSync of node:sqlite';

/**
 * Holds that something is a client.
 * @throws TypeError naming what it lacks
 */
export function assertDatabase(client: SqliteDatabase): void {
  assertClient(client, ['prepare', 'exec'], EXAMPLES);
}

/** A statement's values as its methods take them: SQLite has no lists, so they are texts and numbers. */
export function valuesOf({ values }: SqlText): (string | number)[] {
  return values as (string | number)[];
}

const SAVEPOINT = '"labelwise"';

/**
 * Runs statements, of which all are kept or none: in a transaction, or, where one is open, as a part of it that is undone when
 * it fails.
 * @throws what `run` or the client throws
 */
export function inSavepoint<Result>(client: SqliteDatabase, run: () => Result): Result {
  client.exec(`SAVEPOINT ${SAVEPOINT}`);
  try {
    const result = run();
    client.exec(`RELEASE ${SAVEPOINT}`);
    return result;
  } catch (error) {
    try {
      client.exec(`ROLLBACK TO ${SAVEPOINT}`);
      client.exec(`RELEASE ${SAVEPOINT}`);
    } catch {
      // Where there is no space left SQLite undoes the whole transaction itself: the first error says why.
    }
    throw error;
  }
}
