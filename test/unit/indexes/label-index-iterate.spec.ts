import { describe, expect, test } from 'vitest';
import { EVERYTHING, LabelIndex, parseSelector } from '../../../src/index.ts';

const web = parseSelector('app=web');

function filled(size: number): LabelIndex<number> {
  const index = new LabelIndex<number>();
  index.load(Array.from({ length: size }, (_, at) => [at, { app: at % 2 === 0 ? 'web' : 'db' }] as const));
  return index;
}

const CHANGES: readonly (readonly [string, (index: LabelIndex<number>) => void])[] = [
  ['a new object', (index) => index.set(-1, { app: 'web' })],
  ['an object replaced', (index) => index.set(2, { app: 'db' })],
  ['an object deleted', (index) => void index.delete(2)],
  ['a load', (index) => index.load([[-1, { app: 'web' }]])],
  [
    'an object deleted and set again',
    (index) => {
      index.delete(2);
      index.set(2, { app: 'web' });
    },
  ],
];

describe.each([[8], [20_000]])('an iteration over %i objects', (size) => {
  test.each(CHANGES)('throws at its next step after %s', (_, change) => {
    for (const steps of [0, 1, 3]) {
      for (const prepared of [false, true]) {
        const index = filled(size);
        const ids = prepared ? index.prepare(web).iterate() : index.iterate(web);
        for (let step = 0; step < steps; step++) expect(ids.next()).toEqual({ done: false, value: step * 2 });
        change(index);
        expect(() => ids.next()).toThrow(Error);
        expect([...index.iterate(web)], 'a new one is none the worse').toEqual(index.select(web));
      }
    }
  });

  test('is lazy, and may be left', () => {
    const index = filled(size);
    const found: number[] = [];
    for (const id of index.iterate(EVERYTHING)) {
      found.push(id);
      if (found.length === 3) break;
    }
    expect(found).toEqual([0, 1, 2]);
    index.set(1, { app: 'web' });
    expect(index.count(web)).toBe(size / 2 + 1);
  });

  test('that has ended stays ended', () => {
    const index = filled(size);
    const ids = index.iterate(web);
    expect([...ids]).toHaveLength(size / 2);
    index.delete(0);
    expect(ids.next()).toEqual({ done: true, value: undefined });
  });

  test('lets the index be asked meanwhile, and iterated twice at once', () => {
    const index = filled(size);
    const pairs: [number, number][] = [];
    const second = index.iterate(parseSelector('app=db'));
    for (const id of index.iterate(web)) {
      const next = second.next();
      if (next.done !== true) pairs.push([id, next.value]);
      if (pairs.length < 5) expect(index.count(web)).toBe(size / 2);
    }
    expect(pairs).toHaveLength(size / 2);
    expect(pairs.every(([even, odd]) => odd === even + 1)).toBe(true);
  });

  test('is an iterator that is iterable', () => {
    const ids = filled(size).iterate(web);
    expect(ids[Symbol.iterator]()).toBe(ids);
    expect(ids.next().value).toBe(0);
    expect([...ids]).toHaveLength(size / 2 - 1);
  });
});

test('a change that is refused does not end an iteration', () => {
  const index = filled(8);
  const ids = index.iterate(web);
  ids.next();
  expect(() => index.set(3, { app: 1 } as unknown as Record<string, string>)).toThrow(TypeError);
  expect(index.delete(99)).toBe(false);
  expect([...ids]).toEqual([2, 4, 6]);
});
