import { EventEmitter } from 'node:events';
import { createClient } from '@clickhouse/client';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import type Database from 'better-sqlite3';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { afterAll, describe, expect, expectTypeOf, test } from 'vitest';
import { EVERYTHING, parseSelector } from '../../../src/index.ts';
import {
  type ClickHouseClient,
  type CopyFrom,
  clickhouseObjects,
  type PostgresClient,
  type PostgresPool,
  postgresObjects,
  type SqlEntry,
  type SqliteDatabase,
  type SqlObjects,
  sqliteObjects,
} from '../../../src/sql.ts';

/* What is taken for a client, and what is done with its connections. */

describe('types', () => {
  test('are those of the real clients', () => {
    expectTypeOf<pg.Pool>().toExtend<PostgresPool>();
    expectTypeOf<pg.Client>().toExtend<PostgresClient>();
    expectTypeOf<pg.PoolClient>().toExtend<PostgresClient>();
    expectTypeOf<PGlite>().toExtend<PostgresClient>();
    expectTypeOf<Transaction>().toExtend<PostgresClient>();
    expectTypeOf(from).toExtend<CopyFrom>();
    expectTypeOf<Database.Database>().toExtend<SqliteDatabase>();
    expectTypeOf<ReturnType<typeof createClient>>().toExtend<ClickHouseClient>();
  });

  test('of ids go by the option', () => {
    const client = {} as PostgresClient;
    const byDefault = () => postgresObjects(client);
    const texts = () => postgresObjects(client, { layout: {}, id: 'text' });
    const numbers = () => postgresObjects(client, { id: 'integer' });
    const others = () => clickhouseObjects({} as ClickHouseClient, { id: 'integer' });
    const atOnce = () => sqliteObjects({} as SqliteDatabase, { id: 'integer' }).select(EVERYTHING);
    expectTypeOf(byDefault).returns.toExtend<SqlObjects<string>>();
    expectTypeOf(texts).returns.toExtend<SqlObjects<string>>();
    expectTypeOf(numbers).returns.toExtend<SqlObjects<number>>();
    expectTypeOf(others).returns.toEqualTypeOf<SqlObjects<number>>();
    expectTypeOf(atOnce).returns.toEqualTypeOf<number[]>();
    expectTypeOf<Parameters<SqlObjects<number>['load']>[0]>().not.toExtend<Iterable<SqlEntry<string>>>();
  });
});

describe('what is no client is told what it lacks', () => {
  const postgres = 'client must be a client such as a Pool or Client of pg, or a PGlite, and ';
  const sqlite =
    'client must be a client such as a Database of better-sqlite3, or a DatabaseSync of node:sqlite, and ';
  const clickhouse = 'client must be a client such as what createClient() of @clickhouse/client gives, and ';
  test.each([
    [() => postgresObjects(undefined as never), `${postgres}undefined is none`],
    [() => postgresObjects(null as never), `${postgres}null is none`],
    [() => postgresObjects('postgres://localhost' as never), `${postgres}a string is none`],
    [() => postgresObjects({ connect: () => undefined } as never), `${postgres}this one has no query()`],
    [() => sqliteObjects({ exec: () => undefined } as never), `${sqlite}this one has no prepare()`],
    [() => clickhouseObjects({ query: () => undefined } as never), `${clickhouse}this one has no command()`],
  ] as [() => unknown, string][])('%#', (call, message) => {
    expect(call).toThrow(new TypeError(message));
  });

  test('one that gives something else than rows', async () => {
    const client = { query: async () => [] } as unknown as PostgresClient;
    await expect(postgresObjects(client).count(EVERYTHING)).rejects.toThrow(
      'client.query() must give { rows }, as that of pg and PGlite does, not an array',
    );
  });

  test('one that counts no objects', async () => {
    const client = { query: async () => ({ rows: [{ count: 'many' }] }) };
    await expect(postgresObjects(client).count(EVERYTHING)).rejects.toThrow(/^the client gave no count/);
  });

  test('a pool whose connections are none', async () => {
    const client = {
      query: async () => ({ rows: [] }),
      connect: async () => undefined,
    } as unknown as PostgresClient;
    await expect(postgresObjects(client).iterate(EVERYTHING).next()).rejects.toThrow(
      'client must be a client such as a Pool of pg, whose connect() gives connections, and undefined is none',
    );
  });
});

describe('options that are wrong are named', () => {
  const client = { query: async () => ({ rows: [] }) };
  test.each([
    [
      () => postgresObjects(client, 5 as never),
      'options must be an object such as { id: "integer" }, not a number',
    ],
    [() => postgresObjects(client, { ids: 'text' } as never), 'options has no "ids"; it may have layout, id'],
    [
      () => postgresObjects(client, { id: 'uuid' as 'text' }),
      'options.id must be "text" or "integer", not "uuid"',
    ],
    [
      () => postgresObjects(client, { layout: { tabel: 'pods' } as never }),
      'options.layout has no "tabel"; it may have table, id, namespace, labels',
    ],
    [
      () => clickhouseObjects(createClient(), { layout: { labels: { table: 'labels' } } }),
      /^options\.layout\.labels\.table is not for clickhouse/,
    ],
  ] as [() => unknown, string | RegExp][])('%#', (call, message) => {
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });

  test('of a load', async () => {
    await expect(postgresObjects(client).load([], { copyFrom: 5 as never })).rejects.toThrow(
      'options.copyFrom must be from() of pg-copy-streams, not a number',
    );
    await expect(postgresObjects(client).load([], null as never)).rejects.toThrow(
      'options must be an object such as { copyFrom }, not null',
    );
  });
});

describe('a pool', () => {
  const database = new PGlite();
  afterAll(() => database.close());

  /** A pool of one PGlite, and what was done with its connections. */
  function poolOf(lend: (connection: EventEmitter & PostgresClient) => void = () => undefined) {
    const done: string[] = [];
    const lent: EventEmitter[] = [];
    const pool = {
      query: (text: string, values?: unknown[]) => database.query(text, values),
      async connect() {
        done.push('connect');
        const connection = Object.assign(new EventEmitter(), {
          query(text: string, values?: unknown[]) {
            // Where nobody listens, the event of a loss ends the process.
            expect(connection.listenerCount('error')).toBeGreaterThan(0);
            done.push(text.replace(/ .*/s, ''));
            return database.query(text, values);
          },
          release(error?: Error | boolean) {
            done.push(error === undefined ? 'release' : `destroy: ${String((error as Error).message)}`);
          },
        });
        lend(connection);
        lent.push(connection);
        return connection;
      },
    };
    const listening = () => lent.some((connection) => connection.listenerCount('error') > 0);
    return { pool, done, listening };
  }

  test('lends one connection to an iteration, which gives it back when it ends, well or not', async () => {
    const { pool, done, listening } = poolOf();
    const objects = postgresObjects(pool);
    await objects.create();
    await objects.load([
      ['a', {}],
      ['b', {}],
    ]);
    done.length = 0;
    for await (const _ of objects.iterate(EVERYTHING)) break;
    expect(done).toEqual(['connect', 'BEGIN', 'DECLARE', 'FETCH', 'ROLLBACK', 'release']);
    done.length = 0;
    for await (const _ of objects.iterate(EVERYTHING));
    expect(done).toEqual(['connect', 'BEGIN', 'DECLARE', 'FETCH', 'ROLLBACK', 'release']);
    done.length = 0;
    await postgresObjects(pool, { layout: { table: 'missing' } })
      .iterate(EVERYTHING)
      .next()
      .catch(() => undefined);
    expect(done).toEqual(['connect', 'BEGIN', 'DECLARE', 'ROLLBACK', 'release']);
    done.length = 0;
    objects.iterate(EVERYTHING);
    expect(() => objects.iterate(EVERYTHING, { limit: -1 })).toThrow(TypeError);
    expect(done).toEqual([]);
    expect(listening()).toBe(false);
  });

  test('lends one to what writes, in a transaction', async () => {
    const { pool, done, listening } = poolOf();
    const objects = postgresObjects(pool, { layout: { table: 'things', labels: { table: 'thing_labels' } } });
    await objects.create();
    done.length = 0;
    await objects.set('a', { app: 'web' });
    expect(done).toEqual(['connect', 'BEGIN', 'INSERT', 'DELETE', 'INSERT', 'COMMIT', 'release']);
    done.length = 0;
    await objects.load([['x', 5 as never]]).catch(() => undefined);
    expect(done).toEqual(['connect', 'BEGIN', 'CREATE', 'ROLLBACK', 'release']);
    expect(await objects.select(parseSelector('app=web'))).toEqual(['a']);
    expect(listening()).toBe(false);
  });

  test('is given back a connection that was lost as one to be closed, and the reader is told of the loss', async () => {
    const loss = new Error('the connection was lost');
    const late = new Error('this client is not to be queried');
    let lent: EventEmitter | undefined;
    const { pool, done } = poolOf((connection) => {
      lent = connection;
      const query = connection.query.bind(connection);
      let isLost = false;
      connection.on('error', () => {
        isLost = true;
      });
      connection.query = async (text, values) => {
        if (isLost) throw late;
        return query(text, values);
      };
    });
    const objects = postgresObjects(pool);
    await objects.load(Array.from({ length: 300 }, (_, i): SqlEntry => [`p${i}`, {}]));
    done.length = 0;
    const ids = objects.iterate(EVERYTHING);
    await ids.next();
    lent?.emit('error', loss);
    const error = await (async () => {
      for await (const _ of ids);
    })().catch((reason: unknown) => reason);
    expect(error).toBe(loss);
    expect(done.at(-1)).toMatch(/^destroy: /);
    // PGlite is one connection, and its transaction was left open by what was lost.
    await database.exec('ROLLBACK');
  });
});
