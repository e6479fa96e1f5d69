import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LabelIndex, type Selector } from '../../src/index.ts';
import { type SqlLayout, selectSql, toSql } from '../../src/sql.ts';
import { naiveMatchAny } from '../oracle/naive-match.ts';
import { runs, TIMEOUT } from '../property/runs.ts';
import { type Available, DATABASES, IS_REQUIRED, type Opened } from './available.ts';
import { type HostileEntry, hostileAlternatives, hostileEntries, NAMESPACES } from './hostile.ts';
import { type AnyObjects, layoutsOf, objectsIn, rowsOf } from './objects-in.ts';

/*
 * The same selectors over the same objects have the same answers in every database, in every layout, as in a LabelIndex and
 * as the naive matcher has them.
 */

/** A layout with the objects in it, everywhere. */
interface Filled {
  readonly layout: SqlLayout;
  readonly objects: AnyObjects;
}

const [entries = []] = fc.sample(hostileEntries(250), { numRuns: 1, seed: 20_261_127 }) as [HostileEntry[]];

function expected(selector: Selector, namespace: string | undefined): string[] {
  return entries
    .filter(([, , where]) => namespace === undefined || where === namespace)
    .filter(([, labels]) => naiveMatchAny(selector.alternatives, labels))
    .map(([id]) => id)
    .sort();
}

test('what is missing here', (context) => {
  const missing = DATABASES.flatMap(({ name, missing: why }) =>
    why === undefined ? [] : [`${name}: ${why}`],
  );
  if (IS_REQUIRED) expect(missing).toEqual([]);
  if (missing.length > 0) context.skip(missing.join('; '));
});

const available = DATABASES.filter(
  (one): one is Available & Required<Pick<Available, 'open'>> => one.open !== undefined,
);

describe.each(available)('$name', ({ open }) => {
  let database: Opened;
  let filled: readonly Filled[];

  beforeAll(async () => {
    database = await open();
    filled = await Promise.all(
      layoutsOf(database).map(async (layout) => {
        const objects = objectsIn(database, { layout });
        await objects.create();
        await objects.load(entries);
        return { layout, objects };
      }),
    );
  }, 120_000);
  afterAll(() => database?.close());

  test(
    'answers as a LabelIndex and the naive matcher do',
    async () => {
      const index = new LabelIndex();
      index.load(entries);
      let hits = 0;
      const namespaces = fc.option(fc.constantFrom(...NAMESPACES, 'nowhere', '\0'), { nil: undefined });
      await fc.assert(
        fc.asyncProperty(hostileAlternatives, namespaces, async (alternatives, namespace) => {
          const selector: Selector = { alternatives };
          const scope = namespace === undefined ? {} : { namespace };
          const wanted = expected(selector, namespace);
          expect(index.select(selector, scope).sort()).toEqual(wanted);
          for (const { layout, objects } of filled) {
            const selected = await objects.select(selector, scope);
            expect([...selected].sort(), JSON.stringify(layout)).toEqual(wanted);
            expect(await objects.count(selector, scope)).toBe(wanted.length);
          }
          if (wanted.length > 0) hits++;
        }),
        runs(database.dialect === 'clickhouse' ? 120 : 250),
      );
      expect(hits).toBeGreaterThan(30);
    },
    TIMEOUT * 4,
  );

  test('whatever the style of placeholders', async () => {
    const styles = {
      postgres: ['numbered'],
      sqlite: ['anonymous', 'numbered', 'named'],
      clickhouse: ['named'],
    } as const;
    for (const [alternatives] of fc.sample(fc.tuple(hostileAlternatives), { numRuns: 25, seed: 7 })) {
      for (const { layout } of filled) {
        for (const parameters of styles[database.dialect]) {
          const query = selectSql({ alternatives }, { dialect: database.dialect, layout, parameters });
          const ids = (await rowsOf(database, query)).map((row) => (row as { id: string }).id);
          expect(ids.sort()).toEqual(expected({ alternatives }, undefined));
        }
      }
    }
  });

  test('and of what is not selected', async () => {
    const all = entries.length;
    for (const [alternatives] of fc.sample(fc.tuple(hostileAlternatives), { numRuns: 25, seed: 8 })) {
      for (const { layout } of filled) {
        const { text, values } = toSql({ alternatives }, { dialect: database.dialect, layout });
        const table = Array.isArray(layout.table) ? layout.table.join('.') : (layout.table ?? 'objects');
        const negated = database.dialect === 'clickhouse' ? `NOT (${text})` : `(${text}) IS NOT TRUE`;
        const query = { text: `SELECT count(*) AS count FROM ${table} WHERE ${negated}`, values };
        const [row] = await rowsOf(database, query);
        const left = Number((row as { count: unknown }).count);
        expect(left).toBe(all - expected({ alternatives }, undefined).length);
      }
    }
  });

  test('with lists of ten thousand values, eighty keys, and two thousand alternatives', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `v${i}`);
    const keys = Array.from({ length: 80 }, (_, i) => `k${i}`);
    const selectors: Selector[] = [
      { alternatives: [[{ key: 'a', operator: 'in', values: [...many, 'x', ''] }]] },
      { alternatives: [[{ key: 'a', operator: 'notin', values: [...many, 'x', ''] }]] },
      { alternatives: [keys.map((key) => ({ key, operator: '!', values: [] }))] },
      {
        alternatives: [
          [
            { key: 'a', operator: 'exists', values: [] },
            ...keys.map((key) => ({ key, operator: '!=' as const, values: ['x'] })),
          ],
        ],
      },
      { alternatives: [keys.map((key) => ({ key, operator: 'exists', values: [] }))] },
      { alternatives: many.slice(0, 2_000).map((value) => [{ key: 'a', operator: '=', values: [value] }]) },
      {
        alternatives: [
          ...many.slice(0, 300).map((key) => [{ key, operator: '=' as const, values: ['x'] }]),
          [{ key: 'a', operator: '!', values: [] }],
        ],
      },
    ];
    for (const selector of selectors) {
      for (const { layout, objects } of filled) {
        const what = `${JSON.stringify(layout)} ${JSON.stringify(selector).slice(0, 80)}`;
        expect(await objects.count(selector), what).toBe(expected(selector, undefined).length);
      }
    }
  });

  test('page by page', async () => {
    const selector: Selector = { alternatives: [[{ key: 'b', operator: '!', values: [] }]] };
    for (const { objects } of filled) {
      const whole = [...(await objects.select(selector))];
      const pages: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = await objects.select(selector, after === undefined ? { limit: 7 } : { limit: 7, after });
        pages.push(...(page as string[]));
        after = page.at(-1) as string | undefined;
        if (page.length < 7) break;
      }
      expect(pages).toEqual(whole);
      const streamed: string[] = [];
      for await (const id of objects.iterate(selector)) streamed.push(id as string);
      expect(streamed).toEqual(whole);
      expect(await objects.select(selector, { limit: 0 })).toEqual([]);
    }
  });
});
