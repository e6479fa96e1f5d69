import { describe, expect, test } from 'vitest';
import { anyOf, EVERYTHING, LabelIndex, NOTHING, parseSelector } from '../../../src/index.ts';
import { checkIndex } from '../../../src/indexes/invariants.ts';
import { lettered } from './coherence.ts';

const web = parseSelector('app=web');

describe('an empty index', () => {
  test('has nothing, and says so', () => {
    const index = new LabelIndex();
    expect(index.size).toBe(0);
    expect(index.has('a')).toBe(false);
    expect(index.delete('a')).toBe(false);
    expect(index.labelsOf('a')).toBeUndefined();
    expect(index.namespaceOf('a')).toBeUndefined();
    expect(index.idAt(0)).toBeUndefined();
    for (const selector of [EVERYTHING, NOTHING, web, parseSelector('!app'), anyOf(web, EVERYTHING)]) {
      expect(index.count(selector)).toBe(0);
      expect(index.select(selector)).toEqual([]);
      expect([...index.iterate(selector)]).toEqual([]);
      expect(index.ordinals(selector)).toEqual(new Uint32Array(0));
      expect(index.count(selector, { namespace: 'n', limit: 3 })).toBe(0);
      expect(index.explain(selector)).toMatchObject({ objects: 0, matches: 0 });
      expect(index.keys(selector)).toEqual([]);
    }
    expect(index.keys()).toEqual([]);
    expect(index.values('app')).toEqual([]);
    expect(index.statistics()).toMatchObject({ objects: 0, keys: 0, pairs: 0, labelSets: 0 });
    checkIndex(index);
  });
});

describe('the order of results', () => {
  test('is that of insertion; what is replaced keeps its place', () => {
    const index = lettered('cab');
    index.set('c', { app: 'web', tier: 'front' });
    index.set('a', { app: 'db' });
    expect(index.select(EVERYTHING)).toEqual(['c', 'a', 'b']);
    expect(index.select(web)).toEqual(['c', 'b']);
    index.load([
      ['z', { app: 'web' }],
      ['a', { app: 'web' }],
      ['y', { app: 'web' }],
    ]);
    expect(index.select(web)).toEqual(['c', 'a', 'b', 'z', 'y']);
  });

  test('puts what comes later where something was deleted', () => {
    const index = lettered('abcd');
    index.delete('b');
    index.delete('c');
    index.set('e', { app: 'web' });
    index.load([['f', { app: 'web' }]]);
    expect([...index.ordinals(EVERYTHING)]).toEqual([0, 1, 2, 3]);
    expect(new Set(index.select(web))).toEqual(new Set('adef'));
    checkIndex(index);
  });
});

describe('ordinals', () => {
  test('lead back to ids', () => {
    const index = lettered('abc');
    expect([...index.ordinals(web)].map((ordinal) => index.idAt(ordinal))).toEqual(['a', 'b', 'c']);
    index.delete('b');
    expect(index.idAt(1)).toBeUndefined();
    for (const none of [3, -1, 1.5, NaN, Infinity, 2 ** 32, 2 ** 53])
      expect(index.idAt(none)).toBeUndefined();
  });

  test("are the caller's own", () => {
    const index = lettered('abc');
    const first = index.ordinals(EVERYTHING);
    first.fill(7);
    expect([...index.ordinals(EVERYTHING)]).toEqual([0, 1, 2]);
    const second = index.ordinals(EVERYTHING);
    index.delete('a');
    index.load(Array.from({ length: 30_000 }, (_, at) => [`n${at}`, { app: 'web' }] as const));
    expect([...second]).toEqual([0, 1, 2]);
    const large = index.ordinals(EVERYTHING);
    const before = large.slice();
    index.load(
      Array.from({ length: 80_000 }, (_, at) => [`m${at}`, { app: 'db', [`k${at % 50}`]: '' }] as const),
    );
    expect(large.length, 'the memory of the index may have grown').toBe(before.length);
    expect(large.every((ordinal, at) => ordinal === before[at])).toBe(true);
  });
});

describe('pages', () => {
  test('are cut by limit and after', () => {
    const index = lettered('abcdef');
    index.set('c', { app: 'db' });
    expect(index.select(web, { limit: 2 })).toEqual(['a', 'b']);
    expect(index.select(web, { limit: 2, after: 'b' })).toEqual(['d', 'e']);
    expect(index.select(web, { after: 'c' }), 'after what is not itself selected').toEqual(['d', 'e', 'f']);
    expect(index.select(web, { after: 'f' })).toEqual([]);
    expect(index.select(web, { limit: 0 })).toEqual([]);
    expect(index.select(web, { limit: 100 })).toEqual(['a', 'b', 'd', 'e', 'f']);
    expect(index.select(web, { limit: Number.MAX_SAFE_INTEGER, after: 'a' })).toEqual(['b', 'd', 'e', 'f']);
    expect([...index.iterate(web, { limit: 1, after: 'a' })]).toEqual(['b']);
    expect([...index.ordinals(web, { limit: 1, after: 'a' })]).toEqual([1]);
    expect(index.count(web, { limit: 2 })).toBe(2);
    expect(index.count(web, { limit: 4, after: 'd' })).toBe(2);
    expect(index.count(web, { limit: 0 })).toBe(0);
    expect(index.prepare(web).select({ limit: 2, after: 'b' })).toEqual(['d', 'e']);
  });

  test('may begin after an object of another namespace', () => {
    const index = new LabelIndex();
    for (const [at, letter] of [...'abcdef'].entries()) index.set(letter, {}, at % 2 === 0 ? 'even' : 'odd');
    expect(index.select(EVERYTHING, { namespace: 'even', after: 'b' })).toEqual(['c', 'e']);
  });

  test('are whole where the fields of the scope are undefined', () => {
    const index = lettered('abc');
    const scope = { namespace: undefined, limit: undefined, after: undefined } as unknown as {
      limit: number;
    };
    expect(index.select(web, scope)).toEqual(['a', 'b', 'c']);
    expect(index.select(web, undefined)).toEqual(['a', 'b', 'c']);
  });
});

describe('namespaces', () => {
  test('part objects; no namespace is the empty one', () => {
    const index = new LabelIndex();
    index.set('a', { app: 'web' }, 'prod');
    index.set('b', { app: 'web' });
    index.set('c', { app: 'web' }, '');
    index.set('d', { app: 'db' }, '__proto__');
    expect(['a', 'b', 'c', 'd'].map((id) => index.namespaceOf(id))).toEqual(['prod', '', '', '__proto__']);
    expect(index.select(web)).toEqual(['a', 'b', 'c']);
    expect(index.select(web, { namespace: 'prod' })).toEqual(['a']);
    expect(index.select(web, { namespace: '' })).toEqual(['b', 'c']);
    expect(index.select(EVERYTHING, { namespace: '__proto__' })).toEqual(['d']);
    expect(index.select(EVERYTHING, { namespace: 'toString' })).toEqual([]);
    index.set('a', { app: 'web' }, 'test');
    expect(index.select(web, { namespace: 'prod' }), 'moved').toEqual([]);
    expect(index.select(web, { namespace: 'test' })).toEqual(['a']);
    index.set('a', { app: 'web' });
    expect(index.namespaceOf('a'), 'replaced without one').toBe('');
    checkIndex(index);
  });
});

describe('ids', () => {
  test('are compared as the keys of a Map are', () => {
    const index = new LabelIndex<string | number>();
    index.load([
      [1, { is: 'number' }],
      ['1', { is: 'text' }],
      [NaN, { is: 'nan' }],
      ['NaN', { is: 'text' }],
      [-0, { is: 'zero' }],
      ['', { is: 'text' }],
      ['constructor', { is: 'text' }],
      ['__proto__', { is: 'text' }],
      [2 ** 60, { is: 'number' }],
      [0.1 + 0.2, { is: 'number' }],
    ]);
    expect(index.size).toBe(10);
    expect(index.labelsOf(1)).toEqual({ is: 'number' });
    expect(index.labelsOf('1')).toEqual({ is: 'text' });
    expect(index.labelsOf(Number('no number'))).toEqual({ is: 'nan' });
    expect(index.labelsOf(0)).toEqual({ is: 'zero' });
    expect(index.has(0.3)).toBe(false);
    expect(index.has('toString')).toBe(false);
    index.set(0, { is: 'zero', again: '' });
    index.set(NaN, { is: 'nan', again: '' });
    expect(index.size).toBe(10);
    expect(index.select(parseSelector('again'))).toEqual([NaN, 0]);
    expect(index.select(EVERYTHING, { after: NaN, limit: 2 })).toEqual(['NaN', 0]);
    expect(index.delete('1')).toBe(true);
    expect(index.delete('1')).toBe(false);
    expect(index.has(1)).toBe(true);
    expect(index.delete(-0)).toBe(true);
    expect(index.has(0)).toBe(false);
    checkIndex(index);
  });
});
