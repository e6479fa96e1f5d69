import { describe, expect, test } from 'vitest';
import { EVERYTHING, LabelIndex, type Labels, parseSelector } from '../../../src/index.ts';
import { checkIndex } from '../../../src/indexes/invariants.ts';

const web = parseSelector('app=web');

type Entry = readonly [id: number, labels: Labels, namespace: string];

describe('many indexes alive at once', () => {
  // Those that take WebAssembly by themselves are to be so many as there could be no memories of it.
  test.each([
    ['auto', 10_000],
    ['webassembly', 500],
    ['typescript', 500],
  ] as const)('are small where they hold little: of kernel %j, %i', (kernel, count) => {
    const indexes = Array.from({ length: count }, (_, at) => {
      const index = new LabelIndex<number>({ kernel });
      index.load([
        [1, { app: 'web', at: `${at}` }, 'prod'],
        [2, { app: 'db' }],
      ]);
      index.set(3, { app: 'web' });
      return index;
    });
    for (const [at, index] of indexes.entries()) {
      if (index.count(web) !== 2 || index.values('at')[0]?.value !== `${at}`)
        throw new Error(`index ${at} is wrong`);
    }
    const statistics = indexes[5]?.statistics();
    expect(['none', 'typescript']).toContain(statistics?.kernel);
    expect(statistics?.bytes.total, 'bytes of three objects').toBeLessThan(16_384);
  });

  test('may be large: 150, each with dense postings', () => {
    const entries = Array.from({ length: 2500 }, (_, at): Entry => [at, { app: at % 2 ? 'web' : 'db' }, '']);
    const indexes = Array.from({ length: 150 }, () => {
      const index = new LabelIndex<number>();
      index.load(entries);
      return index;
    });
    for (const index of indexes) if (index.count(web) !== 1250) throw new Error('an index is wrong');
    expect(indexes[0]?.statistics().kernel).toBe('webassembly');
    expect(indexes[149]?.select(web, { limit: 2 })).toEqual([1, 3]);
  });
});

/** Entries that share nothing with those of another cycle: ids, values, keys and namespaces. */
function strangers(cycle: number, size: number): Entry[] {
  return Array.from(
    { length: size },
    (_, at): Entry => [
      cycle * size + at,
      { app: at % 3 === 0 ? 'web' : 'db', [`key-${cycle}`]: `${at % 10}`, name: `object-${cycle}-${at}` },
      `namespace-${cycle}`,
    ],
  );
}

/** The same entries, cycle after cycle. */
function regulars(_cycle: number, size: number): Entry[] {
  return Array.from(
    { length: size },
    (_, at): Entry => [at, { app: at % 3 === 0 ? 'web' : 'db', n: `${at % 50}` }, ''],
  );
}

describe.each(['webassembly', 'typescript'] as const)(
  'memory of what was deleted, with kernel %j',
  (kernel) => {
    test.each([
      ['other objects each time', strangers],
      ['the same objects each time', regulars],
    ])('is used again: %s', (_, entriesOf) => {
      const index = new LabelIndex<number>({ kernel });
      const size = 6000;
      const totals: number[] = [];
      for (let cycle = 0; cycle < 9; cycle++) {
        const entries = entriesOf(cycle, size);
        index.load(entries);
        expect(index.count(web)).toBe(size / 3);
        totals.push(index.statistics().bytes.total);
        const ids = entries.map(([id]) => id);
        for (const id of cycle % 2 === 0 ? ids : ids.reverse()) index.delete(id);
        expect(index.count(EVERYTHING)).toBe(0);
      }
      expect(Math.max(...totals.slice(3)), `bytes in each cycle: ${totals}`).toBeLessThanOrEqual(
        Math.max(...totals.slice(0, 3)),
      );
      checkIndex(index);
    });

    test('is used again while objects come and go', () => {
      const index = new LabelIndex<number>({ kernel });
      const alive = 5000;
      const totals: number[] = [];
      for (let at = 0; at < alive * 9; at++) {
        index.set(at, { app: at % 3 === 0 ? 'web' : 'db', batch: `${Math.floor(at / 100)}` }, `n${at % 4}`);
        if (at >= alive) index.delete(at - alive);
        if (at % alive === alive - 1) totals.push(index.statistics().bytes.total);
      }
      expect(index.size).toBe(alive);
      expect(
        Math.max(...index.ordinals(EVERYTHING).subarray(-1)),
        'the greatest ordinal',
      ).toBeLessThanOrEqual(alive);
      const bound = 1.1 * Math.max(...totals.slice(0, 3));
      expect(Math.max(...totals.slice(3)), `bytes in each round: ${totals}`).toBeLessThanOrEqual(bound);
      checkIndex(index);
    });

    test('is used again by what is replaced', () => {
      const index = new LabelIndex<number>({ kernel });
      const totals: number[] = [];
      for (let round = 0; round < 8; round++) {
        for (let at = 0; at < 5000; at++)
          index.set(at, { app: (at + round) % 2 ? 'web' : 'db', round: `${round}` });
        totals.push(index.statistics().bytes.total);
      }
      expect(index.statistics()).toMatchObject({ objects: 5000, keys: 2, pairs: 3, labelSets: 2 });
      const bound = 1.1 * Math.max(...totals.slice(0, 3));
      expect(Math.max(...totals.slice(3)), `bytes in each round: ${totals}`).toBeLessThanOrEqual(bound);
      checkIndex(index);
    });
  },
);
