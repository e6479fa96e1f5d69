import pg from 'pg';
import { from } from 'pg-copy-streams';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EVERYTHING, parseSelector } from '../../src/index.ts';
import { type PostgresLoadOptions, postgresObjects, type SqlEntry, type SqlLayout } from '../../src/sql.ts';
import { IS_REQUIRED } from './available.ts';

/* Clients of pg, of a server: pools, connections, what becomes of those that are lost, and COPY. */

const url = process.env.LABELWISE_POSTGRES;
const ROWS: SqlLayout = { table: 'things', labels: { table: 'thing_labels' } };

const entries = (count: number, labels: Record<string, string> = { app: 'web' }): SqlEntry[] =>
  Array.from({ length: count }, (_, i): SqlEntry => [`pod-${String(i).padStart(6, '0')}`, labels, 'shop']);

async function all<Id>(ids: AsyncIterable<Id>): Promise<Id[]> {
  const found: Id[] = [];
  for await (const id of ids) found.push(id);
  return found;
}

test('a server is there', (context) => {
  if (IS_REQUIRED) expect(url).toBeDefined();
  if (url === undefined) context.skip('LABELWISE_POSTGRES does not say where one is');
});

describe.skipIf(url === undefined)('clients of pg', () => {
  const schema = `labelwise_clients_${process.pid}`;
  const options = { connectionString: url, application_name: schema, options: `-c search_path=${schema}` };
  const admin = new pg.Client(url);
  let pool: pg.Pool;
  let client: pg.Client;

  beforeAll(async () => {
    await admin.connect();
  });
  beforeEach(async (context) => {
    await admin.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
    await admin.query(`CREATE SCHEMA ${schema}`);
    pool = new pg.Pool({ ...options, max: 3 });
    client = new pg.Client(options);
    await client.connect();
    await postgresObjects(pool).create();
    await postgresObjects(pool, { layout: ROWS }).create();
    context.onTestFinished(async () => {
      await pool.end();
      await client.end();
    });
  });
  afterAll(async () => {
    await admin.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
    await admin.end();
  });

  const isAllBack = () => expect([pool.totalCount - pool.idleCount, pool.waitingCount]).toEqual([0, 0]);

  test('two iterations of one pool, beside what writes', async () => {
    const objects = postgresObjects(pool);
    await objects.load(entries(2_000));
    const read = async () => {
      const seen: string[] = [];
      for await (const id of objects.iterate(EVERYTHING)) {
        seen.push(id);
        if (seen.length === 150) await objects.load(entries(2_100, { app: 'other' }));
        if (seen.length % 500 === 0) await objects.delete(id);
      }
      return seen;
    };
    const [one, two] = await Promise.all([read(), read()]);
    expect(one).toHaveLength(2_000);
    expect(two).toEqual(one);
    isAllBack();
  });

  test('iterations that are left give their connections back, in no transaction', async () => {
    const objects = postgresObjects(pool);
    await objects.load(entries(500));
    for (let i = 0; i < 10; i++) {
      for await (const _ of objects.iterate(EVERYTHING)) break;
      await expect(
        (async () => {
          for await (const _ of objects.iterate(EVERYTHING)) throw new Error('enough');
        })(),
      ).rejects.toThrow('enough');
      isAllBack();
    }
    const { rows } = await admin.query(
      "SELECT count(*)::int AS count FROM pg_stat_activity WHERE state LIKE 'idle in %' AND application_name = $1",
      [schema],
    );
    expect(rows).toEqual([{ count: 0 }]);
  });

  test('an iteration whose connection is lost tells of it, and the pool closes that one', async () => {
    const objects = postgresObjects(pool);
    await objects.load(entries(5_000));
    const ids = objects.iterate(EVERYTHING);
    await ids.next();
    const { rows } = await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle in transaction' AND query LIKE 'FETCH%' AND application_name = $1",
      [schema],
    );
    expect(rows).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect(all(ids)).rejects.toThrow(/terminat|ECONNRESET|EPIPE/);
    isAllBack();
    const before = pool.totalCount;
    expect(await objects.count(EVERYTHING)).toBe(5_000);
    expect(pool.totalCount).toBeLessThanOrEqual(Math.max(1, before));
  });

  test('a load whose connection is lost tells of it, and changed nothing', async () => {
    for (const how of [{}, { copyFrom: from }] as PostgresLoadOptions[]) {
      const objects = postgresObjects(pool);
      async function* losing(): AsyncGenerator<SqlEntry> {
        yield* entries(25_000);
        await admin.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query ~ 'labelwise_load' AND application_name = $1",
          [schema],
        );
        yield* entries(25_000);
      }
      await expect(objects.load(losing(), how)).rejects.toThrow(/terminat|ECONNRESET|EPIPE/);
      isAllBack();
      expect(await objects.count(EVERYTHING)).toBe(0);
    }
  });

  describe.each([
    ['by statements', {}],
    ['by COPY', { copyFrom: from }],
  ] as [string, PostgresLoadOptions][])('loads %s', (_, how) => {
    test.each([
      ['a pool', () => pool],
      ['a client', () => client],
    ])('of %s, into either layout', async (_of, clientOf) => {
      for (const layout of [{}, ROWS]) {
        const objects = postgresObjects(clientOf(), { layout });
        const labels = { app: 'web', 'back\\slash\t': '\\N\n\\.\n"\u0001\u2028' };
        await objects.load(entries(30_000, labels), how);
        await objects.load(
          [
            ['pod-000001', { app: 'first' }],
            ['pod-000001', { app: 'last' }],
          ],
          how,
        );
        expect(await objects.count(EVERYTHING)).toBe(30_000);
        expect(await objects.select(parseSelector('app!=web'))).toEqual(['pod-000001']);
        expect(await objects.select(parseSelector('app=last'))).toEqual(['pod-000001']);
        const selector = {
          alternatives: [
            [{ key: 'back\\slash\t', operator: '=' as const, values: ['\\N\n\\.\n"\u0001\u2028'] }],
          ],
        };
        expect(await objects.count(selector)).toBe(29_999);
        const wrong = [...entries(20_000, { app: 'wrong' }), ['x', { app: 5 }] as unknown as SqlEntry];
        await expect(objects.load(wrong, how)).rejects.toThrow(
          'entry 20000: the label "app" must be a string',
        );
        expect(await objects.count(parseSelector('app=wrong'))).toBe(0);
      }
      isAllBack();
    });

    test('are part of a transaction of the client, and fail by themselves', async () => {
      const objects = postgresObjects(client);
      await client.query('BEGIN');
      await objects.load(entries(10), how);
      await expect(objects.load([['x', 5 as never]], how)).rejects.toThrow(/^entry 0: /);
      await objects.set('y', {});
      expect(client.getTransactionStatus()).toBe('T');
      await client.query('ROLLBACK');
      expect(await objects.count(EVERYTHING)).toBe(0);
      await objects.load(entries(10), how);
      expect(client.getTransactionStatus()).toBe('I');
      expect(await objects.count(EVERYTHING)).toBe(10);
      await client.query('BEGIN');
      await client.query('SELECT 1 / 0').catch(() => undefined);
      await expect(objects.load(entries(1), how)).rejects.toMatchObject({ code: '25P02' });
      await client.query('ROLLBACK');
    });

    test('lock nothing while entries come', async () => {
      const objects = postgresObjects(pool);
      await objects.load(entries(10));
      async function* slowly(): AsyncGenerator<SqlEntry> {
        for (const entry of entries(10_000, { app: 'loaded' })) yield entry;
        // Which would wait for the load, and that for this.
        await objects.set('pod-000003', { app: 'meanwhile' });
        expect(await objects.count(parseSelector('app=web'))).toBe(9);
        yield ['end', {}];
      }
      await objects.load(slowly(), how);
      expect(await objects.count(parseSelector('app=loaded'))).toBe(10_000);
    });
  });

  test('a refused COPY is told', async () => {
    const objects = postgresObjects(client);
    const refusing = (text: string) => from(text.replace('FROM STDIN', 'FROM STDIN WITH (FORMAT nonsense)'));
    await expect(objects.load(entries(3), { copyFrom: refusing })).rejects.toThrow(/nonsense/);
    await objects.load(entries(3), { copyFrom: from });
    expect(await objects.count(EVERYTHING)).toBe(3);
  });

  test('of objects that are put at once by several, each has the labels of one', async () => {
    const objects = postgresObjects(pool, { layout: ROWS });
    for (let round = 0; round < 5; round++) {
      await Promise.all(
        Array.from({ length: 12 }, (_, i) => {
          const labels = { of: `w${i}`, [`own-${i}`]: '', [`other-${i}`]: '' };
          return i % 3 === 0 ? objects.load([['one', labels]]) : objects.set('one', labels);
        }),
      );
      const { rows } = await pool.query('SELECT key, value FROM thing_labels ORDER BY key');
      const writer = rows.find(({ key }) => key === 'of')?.value.slice(1);
      expect(rows.map(({ key }) => key).sort()).toEqual(['of', `other-${writer}`, `own-${writer}`].sort());
    }
    isAllBack();
  });

  test('memory does not grow with what is read or loaded', async () => {
    const objects = postgresObjects(pool);
    const count = 60_000;
    let most = 0;
    let made = 0;
    let sent = 0;
    const counting = {
      copyFrom: (text: string) => {
        const stream = from(text);
        stream.on('finish', () => {
          sent += 1;
        });
        return stream;
      },
    };
    function* counted(): Generator<SqlEntry> {
      for (const entry of entries(count)) {
        made++;
        most = Math.max(most, made - sent * 10_000);
        yield entry;
      }
    }
    await objects.load(counted(), counting);
    // One batch on its way, one being made.
    expect(most).toBeLessThanOrEqual(20_001);
    expect(sent).toBe(6);
    const ids = objects.iterate(EVERYTHING);
    let read = 0;
    for await (const _ of ids) read++;
    expect(read).toBe(count);
  });
});
