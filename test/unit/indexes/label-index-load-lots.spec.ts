import { describe, expect, test } from 'vitest';
import { EVERYTHING, LabelIndex, type Labels } from '../../../src/index.ts';
import { checkIndex } from '../../../src/indexes/invariants.ts';
import { dumpOf } from '../../oracle/index-dump.ts';
import type { Entry } from './loads.ts';

/* A load enters objects many at a time, and those that are alike together: it ends in what setting one by one ends in. */

function expectAsSet(entries: readonly Entry[]): void {
  const loaded = new LabelIndex();
  loaded.load(entries);
  const set = new LabelIndex();
  for (const entry of entries) set.set(...entry);
  expect(dumpOf(loaded)).toEqual(dumpOf(set));
  expect(loaded.select(EVERYTHING), 'in the same order').toEqual(set.select(EVERYTHING));
  checkIndex(loaded);
}

/** Deterministic, and as good as any. */
function* numbers(): Generator<number> {
  for (let state = 1; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state >>> 8;
  }
}

function drawn(length: number, ids: number): Entry[] {
  const from = numbers();
  const below = (n: number) => from.next().value % n;
  return Array.from({ length }, () => {
    const labels: Record<string, string> = { app: `app-${below(5)}` };
    if (below(2) === 0) labels.tier = below(2) === 0 ? '' : 'front';
    if (below(3) === 0) labels[`k${below(40)}`] = `v${below(3)}`;
    return [`id-${below(ids)}`, labels, below(3) === 0 ? '' : `ns-${below(4)}`];
  });
}

describe('a load is as if each object were set', () => {
  test.each([
    ['few of them twice', 5000, 1_000_000],
    ['many of them twice', 3000, 700],
    ['nearly all of them again', 2000, 20],
  ])('%s', (_, length, ids) => {
    expectAsSet(drawn(length, ids));
  });

  test('where some of them were there', () => {
    const index = new LabelIndex();
    index.load(drawn(900, 500));
    for (let at = 0; at < 500; at += 3) index.delete(`id-${at}`);
    const other = new LabelIndex();
    other.load(drawn(900, 500));
    for (let at = 0; at < 500; at += 3) other.delete(`id-${at}`);
    const more = drawn(1700, 800);
    index.load(more);
    for (const entry of more) other.set(...entry);
    expect(dumpOf(index)).toEqual(dumpOf(other));
    checkIndex(index);
  });
});

describe('objects that look alike', () => {
  const LOOKALIKES: readonly (readonly [string, readonly (readonly [Labels, string?])[]])[] = [
    ['but for the middle of a value', [[{ app: 'abc' }], [{ app: 'adc' }], [{ app: 'abc' }]]],
    ['but for a key', [[{ app: 'a' }], [{ api: 'a' }]]],
    ['but for the namespace', [[{ app: 'a' }, 'x1y'], [{ app: 'a' }, 'x2y'], [{ app: 'a' }]]],
    [
      'but for which value is of which key',
      [[{ a: 'x', b: 'y' }], [{ a: 'y', b: 'x' }], [{ b: 'x', a: 'y' }]],
    ],
    ['but for a label more', [[{ a: '' }], [{ a: '', b: '' }], [{}], [{}]]],
    [
      'in either shape',
      [
        [{ a: 'x', b: 'y' }],
        [
          new Map([
            ['b', 'y'],
            ['a', 'x'],
          ]),
        ],
      ],
    ],
  ];

  test.each(LOOKALIKES)('%s', (_, objects) => {
    const index = new LabelIndex<number>();
    const entries = objects.map(([labels, namespace], at) => [at, labels, namespace ?? ''] as const);
    index.load(entries);
    for (const [id, labels, namespace] of entries) {
      expect(index.labelsOf(id)).toEqual(
        Object.fromEntries(labels instanceof Map ? labels : Object.entries(labels)),
      );
      expect(index.namespaceOf(id)).toBe(namespace);
    }
    checkIndex(index);
  });

  test('are told apart after many that are not', () => {
    const index = new LabelIndex<number>();
    const strangers = Array.from({ length: 9000 }, (_, at) => [at, { n: `${at}` }] as const);
    const alike = Array.from({ length: 3000 }, (_, at) => [9000 + at, { n: 'a-b', m: `${at % 7}` }] as const);
    index.load([...strangers, ...alike]);
    expect(index.statistics()).toMatchObject({ objects: 12_000, labelSets: 9007 });
    checkIndex(index);
  });
});

test('an object with very many labels is loaded among others', () => {
  // More than a page of label sets has words.
  const many = Object.fromEntries(Array.from({ length: 66_000 }, (_, at) => [`k${at}`, `${at % 9}`]));
  const text = (labels: object | undefined) => JSON.stringify(Object.entries(labels ?? {}).sort());
  const index = new LabelIndex();
  index.load([
    ['a', { app: 'web' }],
    ['b', many],
    ['c', many],
    ['d', { app: 'web' }],
  ]);
  // As text: a matcher takes seconds for so many.
  expect(text(index.labelsOf('c')) === text(many)).toBe(true);
  expect(index.statistics()).toMatchObject({ objects: 4, labelSets: 2, keys: 66_001 });
  index.delete('b');
  index.set('c', { ...many, k5: 'x' });
  checkIndex(index);
  index.set('c', {});
  checkIndex(index);
});

test('memory of label sets of another length is given back', () => {
  const index = new LabelIndex<number>();
  const size = 8000;
  const totals: number[] = [];
  for (let round = 0; round < 9; round++) {
    for (let at = 0; at < size; at++) {
      const labels: Record<string, string> = { n: `${at}` };
      for (let more = 0; more < round; more++) labels[`more${more}`] = 'x';
      index.set(at, labels);
    }
    totals.push(index.statistics().bytes.labelSets);
  }
  // Each round has a pair more than the one before: the last one, alone, is not much of all nine.
  expect(totals.at(-1), `bytes in each round: ${totals}`).toBeLessThan(size * (4 * 16 * 2 + 24));
  checkIndex(index);
});
