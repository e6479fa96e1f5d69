import { describe, expect, test } from 'vitest';
import { EVERYTHING, findOverlaps, NOTHING, type Selector } from '../../../src/index.ts';
import { byHand, of } from './selectors.ts';

/** Pairs and their witnesses. */
function overlaps(selectors: readonly Selector[], namespaces?: readonly (string | undefined)[]) {
  const all = findOverlaps(selectors, namespaces === undefined ? undefined : { namespaces });
  return [...all].map(({ first, second, witness }) => [first, second, witness]);
}

describe('all overlaps', () => {
  test('are the pairs that both select something, by first, then by second', () => {
    expect(overlaps([])).toEqual([]);
    expect(overlaps([of('a')])).toEqual([]);
    expect(overlaps([of('app=web,tier in (front,api)'), of('app=web'), of('app=db'), of('!app')])).toEqual([
      [0, 1, { app: 'web', tier: 'api' }],
    ]);
    expect(overlaps([of('a'), of('b'), of('a=c'), of('!a')])).toEqual([
      [0, 1, { a: 'a', b: 'a' }],
      [0, 2, { a: 'c' }],
      [1, 2, { a: 'c', b: 'a' }],
      [1, 3, { b: 'a' }],
    ]);
    expect(overlaps([of('!a'), of('a!=b'), of('a=b'), of('!a')])).toEqual([
      [0, 1, {}],
      [0, 3, {}],
      [1, 3, {}],
    ]);
  });

  test('of one selector twice, of everything and nothing', () => {
    const one = of('a=b');
    expect(overlaps([one, one])).toEqual([[0, 1, { a: 'b' }]]);
    expect(overlaps([EVERYTHING, NOTHING, EVERYTHING, of('a,!a'), one])).toEqual([
      [0, 2, {}],
      [0, 4, { a: 'b' }],
      [2, 4, { a: 'b' }],
    ]);
  });

  test('of several alternatives tell each pair once', () => {
    expect(overlaps([of('a=b', 'a=c', 'd'), of('a=c', 'a=b', 'e')]).map(([a, b]) => [a, b])).toEqual([
      [0, 1],
    ]);
    expect(overlaps([of('a=b', 'a=c'), of('a=d', 'a=c,e')])).toEqual([[0, 1, { a: 'c', e: 'a' }]]);
  });

  test('are within a namespace, and of what is in none with all', () => {
    const all = [of('a'), of('a'), of('a'), of('a')];
    const pairs = (...namespaces: (string | undefined)[]) =>
      overlaps(all, namespaces).map(([first, second]) => `${first}${second}`);
    expect(pairs('shop', 'shop', 'blog', undefined)).toEqual(['01', '03', '13', '23']);
    expect(pairs('', 'default', 'shop', 'blog')).toEqual([]);
    expect(pairs('', '', undefined, undefined)).toEqual(['01', '02', '03', '12', '13', '23']);
    expect(overlaps(all)).toHaveLength(6);
    expect(overlaps([of('a=b'), of('a=c')], [undefined, undefined])).toEqual([]);
  });

  test('are lazy, each with a witness of its own', () => {
    const reading = findOverlaps([of('a'), of('a=b'), of('c')]);
    expect(reading[Symbol.iterator]()).toBe(reading);
    const { value: overlap } = reading.next();
    expect(overlap).toMatchObject({ first: 0, second: 1 });
    Object.assign(overlap.witness, { a: 'changed' });
    expect(overlap.witness).toEqual({ a: 'b' });
    expect([...reading].map(({ first, second }) => [first, second])).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(reading.next()).toEqual({ done: true, value: undefined });
  });

  test('are of the selectors as they were when it was asked', () => {
    const selectors = [of('a'), of('a=b')];
    const reading = findOverlaps(selectors);
    selectors[1] = of('!a');
    expect([...reading].map(({ witness }) => witness)).toEqual([{ a: 'b' }]);
  });

  test('over valid labels', () => {
    expect(overlaps([byHand([['k', 'in', 'b c']]), of('k'), byHand([['k', '!=', 'b c']])])).toEqual([
      [1, 2, { k: 'a' }],
    ]);
    expect(overlaps([byHand([['not a key', '!']]), byHand([['not a key', 'exists']]), EVERYTHING])).toEqual([
      [0, 2, {}],
    ]);
    expect(overlaps([of('x>4,x<6'), of('x notin (5…)'), of('x notin (…5)')]).map(([a, b]) => [a, b])).toEqual(
      [
        [0, 2],
        [1, 2],
      ],
    );
  });
});
