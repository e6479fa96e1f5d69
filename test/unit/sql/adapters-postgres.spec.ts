import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { EVERYTHING, parseSelector } from '../../../src/index.ts';
import {
  type PostgresClient,
  type PostgresObjects,
  postgresObjects,
  type SqlEntry,
  type SqlLayout,
} from '../../../src/sql.ts';

/* What the adapter does in PostgreSQL besides answering: its transactions, its cursors, and what it leaves there. */

const database = new PGlite();
afterAll(() => database.close());

const ROWS: SqlLayout = { table: 'things', labels: { table: 'thing_labels' } };

/** A client that is one connection and no more, as a `Client` of pg is, and what it is asked. */
function connection(): PostgresClient & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    query(text, values) {
      asked.push(text);
      return database.query(text, values);
    },
  };
}

async function rows(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await database.query<Record<string, unknown>>(text, values)).rows;
}

const entries = (count: number, labels: Record<string, string> = { app: 'web' }): SqlEntry[] =>
  Array.from({ length: count }, (_, i): SqlEntry => [`pod-${String(i).padStart(5, '0')}`, labels]);

async function all<Id>(ids: AsyncIterable<Id>): Promise<Id[]> {
  const found: Id[] = [];
  for await (const id of ids) found.push(id);
  return found;
}

async function clear(): Promise<void> {
  await database.exec('DROP TABLE IF EXISTS objects, thing_labels, things CASCADE');
}

const openCursors = () => rows("SELECT name FROM pg_cursors WHERE name <> ''");

describe.each([
  ['PGlite', (): PostgresClient => database],
  ['one connection', (): PostgresClient => connection()],
])('%s', (_, clientOf) => {
  let objects: PostgresObjects;
  beforeEach(async () => {
    await clear();
    objects = postgresObjects(clientOf());
    await objects.create();
  });

  test('an iteration sees what there was when it began, and can be written beside', async () => {
    await objects.load(entries(500));
    const seen: string[] = [];
    for await (const id of objects.iterate(parseSelector('app=web'))) {
      seen.push(id);
      if (seen.length === 1) await objects.load(entries(600, { app: 'other' }));
      if (seen.length % 100 === 0) await objects.delete(id);
    }
    expect(seen).toEqual(entries(500).map(([id]) => id));
    expect(await objects.count(EVERYTHING)).toBe(595);
    expect(await openCursors()).toEqual([]);
  });

  test('two iterations at once do not come into each other', async () => {
    await objects.load(entries(700));
    const [one, two] = [objects.iterate(EVERYTHING), objects.iterate(EVERYTHING, { after: 'pod-00299' })];
    const turns: string[] = [];
    for (let step = await one.next(); !step.done; step = await one.next()) {
      turns.push(step.value);
      const other = await two.next();
      if (!other.done) turns.push(other.value);
    }
    expect(turns).toHaveLength(1_100);
    expect(new Set(turns).size).toBe(700);
    expect(await openCursors()).toEqual([]);
  });

  test('an iteration that is left closes its cursor', async () => {
    await objects.load(entries(500));
    for await (const _ of objects.iterate(EVERYTHING)) {
      expect(await openCursors()).toHaveLength(1);
      break;
    }
    expect(await openCursors()).toEqual([]);
    await expect(
      (async () => {
        for await (const _ of objects.iterate(EVERYTHING)) throw new Error('enough');
      })(),
    ).rejects.toThrow('enough');
    expect(await openCursors()).toEqual([]);
  });

  test('a transaction begun by a statement is not ended, and a load in it can fail by itself', async () => {
    await objects.load(entries(3));
    await database.query('BEGIN');
    await objects.load([['in', { app: 'in' }]]);
    await expect(
      objects.load([
        ['out', {}],
        ['', 5 as never],
      ]),
    ).rejects.toThrow(/^entry 1: /);
    await objects.set('set', { app: 'in' });
    expect(await all(objects.iterate(parseSelector('app=in')))).toEqual(['in', 'set']);
    await database.query('ROLLBACK');
    expect(await objects.select(EVERYTHING)).toEqual(entries(3).map(([id]) => id));
    await database.query('BEGIN');
    await objects.load([['in', { app: 'in' }]]);
    await database.query('COMMIT');
    expect(await objects.count(EVERYTHING)).toBe(4);
  });

  test('a transaction that ends keeps an iteration going, one that is rolled back ends it', async () => {
    await objects.load(entries(500));
    await database.query('BEGIN');
    const kept = objects.iterate(EVERYTHING);
    await kept.next();
    await database.query('COMMIT');
    expect(await all(kept)).toHaveLength(499);
    await database.query('BEGIN');
    const cut = objects.iterate(EVERYTHING);
    await cut.next();
    await database.query('ROLLBACK');
    const error = await all(cut).catch((reason: Error) => reason);
    expect(error).toMatchObject({
      message: expect.stringMatching(/^the iteration was cut off, and its cursor is gone: /),
      cause: { code: '34000' },
    });
    expect(await cut.next()).toEqual({ done: true, value: undefined });
  });

  test('leaves nothing of a load', async () => {
    await database.exec('CREATE TABLE IF NOT EXISTS labelwise_load (own text)');
    await objects.load(entries(10));
    await objects.load([...entries(10), ['x', 1 as never]]).catch(() => undefined);
    expect(
      await rows(
        "SELECT relnamespace::regnamespace::text AS schema FROM pg_class WHERE relname = 'labelwise_load'",
      ),
    ).toEqual([{ schema: 'public' }]);
    await database.exec('DROP TABLE labelwise_load');
  });

  test('errors of the database come as they are', async () => {
    await clear();
    for (const call of [
      () => objects.count(EVERYTHING),
      () => objects.load(entries(1)),
      () => objects.iterate(EVERYTHING).next(),
      () => objects.delete('a'),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: '42P01' });
    }
    await objects.create();
    await database.exec("ALTER TABLE objects ADD CHECK (id <> 'pod-00003')");
    await expect(objects.load(entries(5))).rejects.toMatchObject({ code: '23514' });
    expect(await objects.count(EVERYTHING)).toBe(0);
  });
});

describe('on one connection', () => {
  test('what writes waits for its turn, and no call becomes part of another that fails', async () => {
    await clear();
    const objects = postgresObjects(connection(), { layout: ROWS });
    await objects.create();
    async function* slowly(part: readonly SqlEntry[], end?: Error): AsyncGenerator<SqlEntry> {
      for (const entry of part) {
        await new Promise((resolve) => setTimeout(resolve, 2));
        yield entry;
      }
      if (end !== undefined) throw end;
    }
    const outcomes = await Promise.allSettled([
      objects.load(
        slowly([
          ['a', { of: 'first' }],
          ['b', { of: 'first' }],
        ]),
      ),
      objects.load(
        slowly(
          [
            ['b', { of: 'second' }],
            ['c', { of: 'second' }],
          ],
          new Error('the second ends'),
        ),
      ),
      objects.set('d', { of: 'third' }),
      objects.delete('a'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(await objects.select(parseSelector('of'))).toEqual(['b', 'd']);
    expect(await objects.select(parseSelector('of=first'))).toEqual(['b']);
  });

  test('in a PGlite transaction that is handed over', async () => {
    await clear();
    await postgresObjects(database).create();
    await expect(
      database.transaction(async (transaction) => {
        const objects = postgresObjects(transaction);
        await objects.load(entries(300));
        await objects.load([['x', 5 as never]]).catch(() => undefined);
        expect(await all(objects.iterate(EVERYTHING))).toHaveLength(300);
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await postgresObjects(database).count(EVERYTHING)).toBe(0);
  });
});

describe('what is the same is not written again', () => {
  test.each([
    ['in a column', {}, 'objects', 'id'],
    ['in a table of their own', ROWS, 'thing_labels', 'object_id'],
  ] as [string, SqlLayout, string, string][])('labels %s', async (_, layout, table, id) => {
    await clear();
    const objects = postgresObjects(database, { layout });
    await objects.create();
    const versions = async () =>
      new Map(
        (await rows(`SELECT ${id} AS id, xmin::text AS version FROM ${table}`)).map((row) => [
          row.id,
          row.version,
        ]),
      );
    await objects.load(entries(5));
    const before = await versions();
    await objects.load([...entries(4), ['pod-00004', { app: 'db' }]]);
    await objects.set('pod-00003', { app: 'web' });
    await objects.set('pod-00002', { app: 'db' });
    const after = await versions();
    const changed = [...before.keys()].filter((key) => before.get(key) !== after.get(key));
    expect(changed.sort()).toEqual(['pod-00002', 'pod-00004']);
  });
});

describe('ids of other types', () => {
  const first = '00000000-0000-4000-8000-000000000001';
  const second = '00000000-0000-4000-8000-000000000002';

  test.each([
    ['uuid', [first, second]],
    ['bigint', ['-9223372036854775808', '9007199254740993']],
    ['varchar(40)', ['one', 'two']],
  ])('%s, as texts', async (type, [one, two]) => {
    await clear();
    await database.exec(`
      CREATE TABLE objects (id ${type} PRIMARY KEY, namespace varchar(63) NOT NULL, labels jsonb NOT NULL);
      CREATE TABLE things (id ${type} PRIMARY KEY, namespace varchar(63) NOT NULL);
      CREATE TABLE thing_labels (object_id ${type}, key text, value text, PRIMARY KEY (object_id, key))`);
    for (const layout of [{}, ROWS]) {
      const objects = postgresObjects(database, { layout });
      await objects.load([
        [two as string, { app: 'web' }],
        [one as string, { app: 'web' }],
      ]);
      await objects.set(one as string, { app: 'web', tier: 'front' }, 'shop');
      const web = parseSelector('app=web');
      expect(await objects.select(web)).toEqual([one, two]);
      expect(await all(objects.iterate(web, { after: one as string }))).toEqual([two]);
      expect(await objects.select(parseSelector('tier'), { namespace: 'shop' })).toEqual([one]);
      expect(await objects.delete(one as string)).toBe(true);
      expect(await objects.count(web)).toBe(1);
      expect(await rows('SELECT object_id FROM thing_labels WHERE object_id = $1', [one])).toEqual([]);
    }
  });
});

describe('plans', () => {
  test('a cursor is planned to be read to the end', async () => {
    await clear();
    const client = connection();
    const objects = postgresObjects(client);
    await objects.create();
    await objects.load(
      Array.from(
        { length: 20_000 },
        (_, i): SqlEntry => [`pod-${i}`, { app: `a${i % 20}`, tier: `t${i % 11}` }],
      ),
    );
    await database.exec('VACUUM ANALYZE objects');
    const declared = async (selector: string) => {
      client.asked.length = 0;
      await all(objects.iterate(parseSelector(selector)));
      const [text = ''] = client.asked.filter((one) => one.startsWith('DECLARE'));
      return text;
    };
    const pair = '{"app":"a1","tier":"t1"}';
    const planOf = async (text: string, values: unknown[]) =>
      (await rows(`EXPLAIN ${text}`, values)).map((row) => Object.values(row)[0]).join('\n');
    const ours = await planOf(await declared('app=a1,tier=t1'), [pair]);
    expect(ours).toContain('Bitmap Index Scan on objects_label_pairs');
    // Nor is there anything to sort where the order of ids is the cheapest way.
    const everything = await planOf(await declared(''), []);
    expect(everything).toContain('objects_pkey');
    expect(everything).not.toContain('Sort');
  });
});

test('a PGlite may still be starting', async () => {
  const starting = new PGlite();
  const objects = postgresObjects(starting);
  await objects.create();
  await objects.load(entries(3));
  expect(await objects.count(EVERYTHING)).toBe(3);
  await starting.close();
});
