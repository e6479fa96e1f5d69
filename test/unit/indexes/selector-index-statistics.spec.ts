import { describe, expect, test } from 'vitest';
import { anyOf, NOTHING, parseSelector, SelectorIndex } from '../../../src/index.ts';
import { checkSelectorIndex } from '../../../src/indexes/invariants.ts';
import { dump, expectCoherentSelectors, filledSelectors, indexOf } from './selectors.ts';

describe('statistics', () => {
  test('count meanings once', () => {
    const index = new SelectorIndex<number>();
    const ways = ['a=b', 'a==b', 'a in (b)', 'a,a in (b,c),a!=c'].map((text) => parseSelector(text));
    for (let id = 0; id < 1000; id++) index.set(id, ways[id % 4] ?? NOTHING);
    expect(index.statistics()).toMatchObject({
      selectors: 1000,
      entries: 1,
      keys: 1,
      pairs: 1,
      namespaces: 0,
    });
    index.set(1000, parseSelector('a=b'), '');
    expect(index.statistics()).toMatchObject({
      selectors: 1001,
      entries: 2,
      keys: 1,
      pairs: 1,
      namespaces: 1,
    });
    for (let id = 0; id < 999; id++) {
      index.delete(id);
      if (id % 100 === 0) checkSelectorIndex(index);
    }
    expect(index.matching({ a: 'b' }, 'elsewhere')).toEqual([999]);
    expect(index.matching({ a: 'b' }).sort()).toEqual([1000, 999]);
    index.delete(999);
    expect(index.matching({ a: 'b' })).toEqual([1000]);
    index.delete(1000);
    expect(index.statistics()).toMatchObject({ selectors: 0, entries: 0, keys: 0, pairs: 0, namespaces: 0 });
    checkSelectorIndex(index);
  });

  test('name what matches nothing, and what is looked at for every object', () => {
    const index = indexOf('a=b', 'a,!a', '!a', 'a!=b,c notin (d)', '', '!a,b', 'a>5,a<6');
    index.set('nothing', NOTHING, 'n');
    index.set('some of it', anyOf(parseSelector('a=b'), parseSelector('!c')));
    index.set('none of it', anyOf(parseSelector('a=b,a=c'), parseSelector('c,!c')));
    const { unsatisfiable, unanchored } = index.statistics();
    expect([...unsatisfiable].sort()).toEqual(['a,!a', 'a>5,a<6', 'none of it', 'nothing']);
    expect([...unanchored].sort()).toEqual(['', '!a', 'a!=b,c notin (d)', 'some of it']);
    index.set('some of it', parseSelector('a'));
    index.set('', NOTHING);
    expect([...index.statistics().unanchored].sort()).toEqual(['!a', 'a!=b,c notin (d)']);
    expect(index.statistics().unsatisfiable).toContain('');
    checkSelectorIndex(index);
  });

  test('count what was asked, what was looked at and what matched', () => {
    const index = new SelectorIndex<number>();
    for (let id = 0; id < 2000; id++) index.set(id, parseSelector(`app=a${id}`));
    for (let id = 0; id < 500; id++) index.set(2000 + id, NOTHING);
    expect(index.statistics()).toMatchObject({ objects: 0, candidates: 0, matches: 0 });
    for (let at = 0; at < 100; at++) expect(index.matching({ app: `a${at}`, other: 'x' })).toEqual([at]);
    expect(index.statistics()).toMatchObject({ objects: 100, matches: 100 });
    expect(index.statistics().candidates, 'looked at, of 2,000').toBeLessThanOrEqual(200);
    index.matching({ none: 'at all' });
    expect(index.statistics()).toMatchObject({ objects: 101, matches: 100 });
  });

  test('look at the selectors of one namespace', () => {
    const index = new SelectorIndex<number>();
    for (let id = 0; id < 1000; id++) index.set(id, parseSelector('app=web'), `n${id}`);
    for (let at = 0; at < 100; at++) expect(index.matching({ app: 'web' }, `n${at}`)).toEqual([at]);
    expect(index.statistics().candidates, 'looked at, of 1,000').toBeLessThanOrEqual(200);
    expect(index.statistics().namespaces).toBe(1000);
  });

  test('name the anchors that most is looked at in vain for', () => {
    const index = new SelectorIndex<number>();
    // All that these have in common to be filed under.
    for (let id = 0; id < 50; id++) index.set(id, parseSelector(`env=prod,x${id}!=no,!y${id}`), 'shop');
    for (let id = 50; id < 80; id++) index.set(id, parseSelector(`region,!y${id}`));
    for (let id = 80; id < 130; id++) index.set(id, parseSelector(`app=a${id}`));
    const none = Object.fromEntries(Array.from({ length: 80 }, (_, at) => [`y${at}`, '']));
    for (let time = 0; time < 20; time++) {
      expect(index.matching({ env: 'prod', ...none }, 'shop')).toEqual([]);
      expect(index.matching({ region: 'eu', ...none })).toEqual([]);
      expect(index.matching({ app: `a${80 + time}` })).toEqual([80 + time]);
    }
    const { worstAnchors, anchors } = index.statistics();
    expect(worstAnchors.length).toBeLessThanOrEqual(10);
    expect(worstAnchors.length).toBeLessThanOrEqual(anchors);
    expect(worstAnchors[0]).toMatchObject({
      key: 'env',
      value: 'prod',
      namespace: 'shop',
      entries: 50,
      matches: 0,
    });
    expect(worstAnchors[1]).toMatchObject({ key: 'region', entries: 30, matches: 0 });
    expect(worstAnchors[1]?.value).toBe(undefined);
    expect(worstAnchors[1]?.namespace).toBe(undefined);
    const vain = worstAnchors.map(({ candidates, matches }) => candidates - matches);
    expect(vain).toEqual(vain.toSorted((a, b) => b - a));
    for (const { candidates, matches } of worstAnchors) expect(matches).toBeLessThanOrEqual(candidates);
  });

  test('estimate bytes that grow with what is in the index, and fall with what leaves', () => {
    const index = new SelectorIndex<number>();
    const empty = index.statistics().bytes;
    for (let id = 0; id < 2000; id++) index.set(id, parseSelector(`app=a${id},tier in (x,y)`));
    const full = index.statistics().bytes;
    expect(full).toBeGreaterThan(empty + 2000 * 32);
    for (let id = 0; id < 2000; id++) index.delete(id);
    expect(index.statistics().bytes).toBeLessThan(full);
  });
});

describe('an explanation', () => {
  test('counts as matching does', () => {
    const index = filledSelectors();
    for (const namespace of [undefined, '', 'prod']) {
      for (const labels of [{}, { app: 'web', tier: 'front' }, { app: 'db', x: '2' }, { zzz: '1' }]) {
        const explanation = index.explain(labels, namespace);
        expect([...explanation.ids].sort()).toEqual(index.matching(labels, namespace).sort());
        expect(explanation.matches).toBeLessThanOrEqual(explanation.candidates);
        expect(explanation.candidates).toBeLessThanOrEqual(index.statistics().entries);
        expect([explanation.selectors, explanation.namespace]).toEqual([index.size, namespace ?? '']);
        expect(String(explanation).length).toBeGreaterThan(20);
        expect(() => JSON.stringify(explanation)).not.toThrow();
      }
    }
  });

  test.each([
    [20, 'has               1      1  k19'],
    [21, 'and 1 more anchor'],
    [1054, 'and 1,034 more anchors'],
  ])('of %i anchors lists the first twenty, and ends with "%s"', (count, last) => {
    const index = new SelectorIndex<number>();
    const labels: Record<string, string> = {};
    for (let id = 0; id < count; id++) {
      index.set(id, parseSelector(`k${id}`));
      labels[`k${id}`] = 'a';
    }
    const lines = String(index.explain(labels)).split('\n');
    expect(lines.at(-1)).toBe(last);
    expect(lines.filter((line) => line.startsWith('has '))).toHaveLength(20);
  });

  test('changes nothing', () => {
    const index = filledSelectors();
    const before = dump(index);
    index.explain({ app: 'web' }, 'prod');
    expect(dump(index)).toEqual(before);
    expectCoherentSelectors(index);
  });
});
