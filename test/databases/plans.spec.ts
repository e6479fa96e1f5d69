import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSelector } from '../../src/index.ts';
import { countSql, type SqlLayout } from '../../src/sql.ts';
import { DATABASES, IS_REQUIRED, type Opened } from './available.ts';
import { fill } from './million.ts';
import { layoutsOf, objectsIn, rowsOf } from './objects-in.ts';

/*
 * That databases use the indexes of schemaSql, at a million objects, as they say by EXPLAIN. Takes a minute or two, and so only
 * where the databases are required.
 */

/** What the plan for a selector says. */
async function planOf(database: Opened, layout: SqlLayout, selector: string): Promise<string> {
  const { text, values } = countSql(parseSelector(selector), { dialect: database.dialect, layout });
  const explain = { postgres: 'EXPLAIN', sqlite: 'EXPLAIN QUERY PLAN', clickhouse: 'EXPLAIN indexes = 1' };
  const rows = await rowsOf(database, { text: `${explain[database.dialect]} ${text}`, values });
  return rows.map((row) => Object.values(row as object).join(' ')).join('\n');
}

const COLUMN = [
  ['a pair', 'app=app-77'],
  ['two pairs', 'app=app-77,tier=back'],
  ['a set', 'app in (app-77,app-78,app-79)'],
  ['a pair that few have, and what is excluded', 'app=app-77,tier notin (db,cache)'],
  ['several pairs and a set', 'app in (app-77,app-78),env=qa'],
] as const;

const open = (name: string) => DATABASES.find((one) => one.name.startsWith(name))?.open;

describe.skipIf(!IS_REQUIRED)('PostgreSQL at a million objects', () => {
  let database: Opened;
  beforeAll(async () => {
    const opening = open('PostgreSQL');
    if (opening === undefined) throw new Error('there is no PostgreSQL');
    database = await opening();
    for (const layout of layoutsOf(database)) {
      await objectsIn(database, { layout }).create();
      await fill(database, layout);
    }
  }, 600_000);
  afterAll(() => database?.close());

  test.each(COLUMN)('%s is found by the index of pairs', async (_, selector) => {
    expect(await planOf(database, {}, selector)).toContain('Bitmap Index Scan on objects_label_pairs');
  });

  test.each(['canary', 'canary,env=qa', 'canary=', 'canary,rev>4'])(
    '%s is found by an index of labels',
    async (selector) => {
      expect(await planOf(database, {}, selector)).toMatch(/Bitmap Index Scan on objects_label_(keys|pairs)/);
    },
  );

  test('the presence of a key is found by the index of keys', async () => {
    expect(await planOf(database, {}, 'canary')).toContain('Bitmap Index Scan on objects_label_keys');
  });

  test('and by plans that are kept for all values', async () => {
    const { client } = database as Extract<Opened, { dialect: 'postgres' }>;
    const { text } = countSql(parseSelector('app=app-77,env in (qa,dev),canary'), { dialect: 'postgres' });
    // In the order of keys, but for pairs, which are one containment.
    const values = [`'{"app":"app-77"}'`, "'canary'", `ARRAY['{"env":"dev"}']`];
    // One query, so that all of it is on one connection of the pool.
    const statements = `SET plan_cache_mode = force_generic_plan; PREPARE kept AS ${text}; EXPLAIN EXECUTE kept(${values.join(', ')}); DEALLOCATE kept; RESET plan_cache_mode`;
    const results = (await client.query(statements)) as unknown as readonly { rows: readonly object[] }[];
    const plan = results.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row))).join('\n');
    expect(plan).toContain('$1');
    expect(plan).toMatch(/Bitmap Index Scan on objects_label_(keys|pairs)/);
  });

  test.each(['app=app-77', 'app=app-77,tier=back', 'app in (app-77,app-78),!canary', 'canary'])(
    '%s is found by the index of rows',
    async (selector) => {
      const plan = await planOf(database, { table: 'things', labels: { table: 'thing_labels' } }, selector);
      expect(plan).toContain('thing_labels_pairs');
      expect(plan).not.toContain('Seq Scan on thing_labels');
    },
  );

  test('and answers are there at once', async () => {
    for (const layout of layoutsOf(database)) {
      const objects = objectsIn(database, { layout });
      expect(await objects.count(parseSelector('app=app-77,tier=back'))).toBe(200);
      expect(await objects.count(parseSelector('canary,env=qa'))).toBe(333);
    }
  });
});

describe.skipIf(!IS_REQUIRED)('SQLite at a million objects', () => {
  let database: Opened;
  const layout: SqlLayout = { table: 'things', labels: { table: 'thing_labels' } };
  beforeAll(async () => {
    const opening = open('SQLite');
    if (opening === undefined) throw new Error('there is no SQLite');
    database = await opening();
    objectsIn(database, { layout }).create();
    await fill(database, layout);
  }, 600_000);
  afterAll(() => database?.close());

  test.each([
    'app=app-77',
    'app=app-77,tier=back',
    'app in (app-77,app-78),!canary',
    'canary',
    'canary,env=qa',
  ])('%s is found by the index of rows', async (selector) => {
    const plan = await planOf(database, layout, selector);
    expect(plan).toMatch(/SEARCH l\d USING COVERING INDEX thing_labels_pairs/);
    expect(plan).not.toMatch(/SCAN (l\d|things)/);
  });
});

describe.skipIf(!IS_REQUIRED)('ClickHouse at a million objects', () => {
  let database: Opened;
  beforeAll(async () => {
    const opening = open('ClickHouse');
    if (opening === undefined) throw new Error('there is no ClickHouse');
    database = await opening();
    await objectsIn(database, {}).create();
    await fill(database, {});
  }, 600_000);
  afterAll(() => database?.close());

  test.each(['app=app-77', 'app=app-77,tier=back', 'app in (app-77,app-78)', 'canary', 'canary='])(
    'most of the table is passed over for %s',
    async (selector) => {
      const { text, values } = countSql(parseSelector(selector), { dialect: 'clickhouse' });
      // By FINAL everything in ranges that were found is read; which these are is told without it.
      const plain = text.replace(' SETTINGS final = 1', '');
      const rows = await rowsOf(database, { text: `EXPLAIN indexes = 1 ${plain}`, values });
      const plan = rows.map((row) => Object.values(row as object).join(' ')).join('\n');
      const granules = [...plan.matchAll(/Granules: (\d+)\/(\d+)/g)].map(([, left, all]) => [
        Number(left),
        Number(all),
      ]);
      const [, most = 0] = granules[0] ?? [];
      const [least = most] = granules.at(-1) ?? [];
      expect(plan).toContain('label_');
      expect(most).toBeGreaterThan(100);
      expect(least).toBeLessThan(most / 4);
    },
  );
});
