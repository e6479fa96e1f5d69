import { describe, expect, test } from 'vitest';
import { anyOf, EVERYTHING, LabelIndex, NOTHING, parseSelector, type Selector } from '../../../src/index.ts';
import { lettered } from './coherence.ts';

const web = parseSelector('app=web');

describe('explain', () => {
  test('tells the selector, the plans and what they find', () => {
    const index = lettered('abc');
    index.set('d', { app: 'db' }, 'prod');
    const explanation = index.explain(web);
    expect(explanation).toMatchObject({ selector: 'app=web', matches: 3, objects: 4 });
    expect(explanation.estimate).toBeGreaterThanOrEqual(0);
    expect(String(explanation)).toContain('app');
    expect(index.prepare(web).explain()).toMatchObject({ selector: 'app=web', matches: 3 });
    expect(index.explain(NOTHING)).toMatchObject({
      matches: 0,
      plan: { kind: 'empty' },
      count: { kind: 'empty' },
    });
    expect(index.explain(parseSelector('app=nobody'))).toMatchObject({ matches: 0 });
    expect(index.explain(parseSelector('app,!app'))).toMatchObject({ matches: 0, plan: { kind: 'empty' } });
    expect(index.explain(EVERYTHING, { namespace: 'prod' })).toMatchObject({ matches: 1 });
  });
});

describe('a count of what is not excluded', () => {
  test('takes an object out once, though several keys exclude it', () => {
    const index = new LabelIndex<number>();
    index.load(
      Array.from({ length: 5000 }, (_, at) => [
        at,
        { ...(at < 10 && { a: 'x' }), ...(at >= 5 && at < 20 && { b: 'y' }) },
      ]),
    );
    const selector = parseSelector('a!=x,b!=y');
    expect(index.explain(selector).count.kind).toBe('complement');
    expect(index.count(selector)).toBe(4980);
  });
});

describe('a prepared query', () => {
  test('is current, whatever has changed', () => {
    const index = new LabelIndex<number | string>();
    const query = index.prepare(web);
    expect(String(query.selector)).toBe('app=web');
    expect(query.count()).toBe(0);
    index.set('a', { app: 'web' });
    expect(query.select()).toEqual(['a']);
    index.load(
      Array.from({ length: 20_000 }, (_, at) => [at, { app: at % 2 === 0 ? 'web' : 'db' }] as const),
    );
    expect(query.count()).toBe(10_001);
    expect(query.ordinals()).toEqual(index.ordinals(web));
    for (let at = 0; at < 20_000; at++) if (at !== 8) index.delete(at);
    expect(query.select()).toEqual(['a', 8]);
    expect([...query.iterate()]).toEqual(['a', 8]);
    index.delete('a');
    index.delete(8);
    expect(query.count()).toBe(0);
    expect(query.explain().matches).toBe(0);
  });

  test('knows that a value has gone, whatever has taken its place', () => {
    const index = new LabelIndex();
    index.set('a', { app: 'web' });
    index.set('b', { app: 'db' });
    const query = index.prepare(web);
    expect(query.select()).toEqual(['a']);
    index.set('a', { app: 'db' });
    index.set('c', { tier: 'front' });
    expect(query.select()).toEqual([]);
    index.set('d', { app: 'web' });
    expect(query.select()).toEqual(['d']);
  });

  test('is not changed by what later happens to the selector', () => {
    const index = lettered('ab');
    const values = ['web'];
    const alternative = [{ key: 'app', operator: 'in' as const, values }];
    const selector: Selector = { alternatives: [alternative] };
    const query = index.prepare(selector);
    values[0] = 'db';
    alternative.push({ key: 'nowhere', operator: 'in', values: ['x'] });
    expect(query.count()).toBe(2);
    index.set('c', { app: 'web' });
    expect(query.select()).toEqual(['a', 'b', 'c']);
    expect(query.explain().matches).toBe(3);
  });
});

describe('a selector may be large', () => {
  const size = 9000;
  const index = new LabelIndex<number>();
  index.load(
    Array.from({ length: size }, (_, at) => [at, { n: `${at}`, app: at % 2 ? 'web' : 'db' }] as const),
  );
  const even = Array.from({ length: 20_000 }, (_, at) => `${at * 2}`);

  test('in its alternatives', () => {
    const selector = anyOf(...even.slice(0, 5000).map((n) => parseSelector(`n=${n},app=db`)));
    expect(index.count(selector)).toBe(size / 2);
    expect(index.select(selector, { limit: 2, after: 10 })).toEqual([12, 14]);
    expect(index.explain(selector).matches).toBe(size / 2);
    const dense = anyOf(...even.slice(0, 500).map((n) => parseSelector(`app=web,n!=${n}`)));
    expect(index.count(dense)).toBe(size / 2);
    expect(index.explain(dense).plan).toMatchObject({ kind: 'union', by: 'words' });
    expect(index.select(dense, { limit: 2, after: 11 })).toEqual([13, 15]);
  });

  test('in its values', () => {
    for (const operator of ['in', 'notin'] as const) {
      const selector: Selector = { alternatives: [[{ key: 'n', operator, values: even }]] };
      expect(index.count(selector)).toBe(size / 2);
      expect(index.select(selector, { limit: 1, after: 100 })).toEqual([operator === 'in' ? 102 : 101]);
      expect(String(index.explain(selector))).not.toBe('');
    }
  });

  test('in its requirements', () => {
    const alternative = even.map((n) => ({ key: `absent-${n}`, operator: '!' as const, values: [] }));
    expect(index.count({ alternatives: [alternative] })).toBe(size);
    const different = even.map((n) => ({ key: 'n', operator: '!=' as const, values: [n] }));
    expect(index.count({ alternatives: [different] })).toBe(size / 2);
  });
});
