import { assertClient } from '../assert-client.ts';
import type { PostgresConnection, PostgresPool } from './client.ts';

type Listen = (event: 'error', listener: (error: Error) => void) => unknown;

/** Connections of `pg` tell of their loss by an event, which ends the process where nobody listens. */
interface Listening {
  on?: Listen;
  off?: Listen;
}

/** A connection of a pool, for as long as it is ours. */
export class Lease {
  readonly connection: PostgresConnection;
  #loss: Error | undefined;
  readonly #lost = (error: Error): void => {
    this.#loss ??= error;
  };

  private constructor(connection: PostgresConnection) {
    this.connection = connection;
    (connection as Listening).on?.('error', this.#lost);
  }

  /**
   * Takes a connection.
   * @throws TypeError where the pool gives none; and what the pool throws
   */
  static async take(pool: PostgresPool): Promise<Lease> {
    const connection = await pool.connect();
    assertClient(connection, ['query', 'release'], 'a Pool of pg, whose connect() gives connections');
    return new Lease(connection);
  }

  /** What an error comes from, where the connection was lost before. */
  causeOf(error: unknown): unknown {
    return this.#loss ?? error;
  }

  /** Gives the connection back, out of a transaction that was ended. */
  release(error?: Error): void {
    this.connection.release(error);
    (this.connection as Listening).off?.('error', this.#lost);
  }

  /** Undoes what the open transaction did, if anything, and gives the connection back; one that cannot do that is closed. */
  async rollBack(): Promise<void> {
    try {
      await this.connection.query('ROLLBACK');
    } catch (error) {
      this.release(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    this.release(this.#loss);
  }
}
