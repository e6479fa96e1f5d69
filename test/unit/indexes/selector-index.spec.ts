import { describe, expect, test } from 'vitest';
import {
  anyOf,
  EVERYTHING,
  NOTHING,
  type Operator,
  parseSelector,
  SelectorIndex,
} from '../../../src/index.ts';
import { checkSelectorIndex } from '../../../src/indexes/invariants.ts';
import { byHand, expectCoherentSelectors, filledSelectors, type Id, indexOf } from './selectors.ts';

describe('what matches', () => {
  test.each<[labels: Record<string, string>, matching: string[]]>([
    [{}, ['!a', 'a!=b', 'a notin (b,c)', '']],
    [{ a: 'b' }, ['a', 'a=b', 'a in (b,c)', '']],
    [{ a: 'c' }, ['a', 'a!=b', 'a in (b,c)', '']],
    [{ a: '' }, ['a', 'a!=b', 'a=', 'a notin (b,c)', '']],
    [{ a: '2' }, ['a', 'a!=b', 'a>1', 'a>1,a<3', 'a notin (b,c)', '']],
    [{ a: '+02' }, ['a', 'a!=b', 'a>1', 'a>1,a<3', 'a notin (b,c)', '']],
    [{ a: '9223372036854775807' }, ['a', 'a!=b', 'a>1', 'a>9223372036854775806', 'a notin (b,c)', '']],
    [{ a: '9223372036854775808' }, ['a', 'a!=b', 'a notin (b,c)', '']],
    [{ a: '-9223372036854775808' }, ['a', 'a!=b', 'a<0', 'a notin (b,c)', '']],
    [{ a: 'b', z: 'z' }, ['a', 'a=b', 'a in (b,c)', 'a=b,z=z', '']],
  ])('%j', (labels, matching) => {
    const index = indexOf(
      'a',
      '!a',
      'a=b',
      'a=',
      'a!=b',
      'a in (b,c)',
      'a notin (b,c)',
      'a>1',
      'a>1,a<3',
      'a<0',
      'a>9223372036854775806',
      'a=b,z=z',
      '',
      'a,!a',
      'a=b,a=c',
    );
    index.set('<nothing>', NOTHING);
    checkSelectorIndex(index);
    expect(index.matching(labels).sort()).toEqual(matching.sort());
    expect(index.matching(new Map(Object.entries(labels))).sort()).toEqual(matching);
    expect([...index.iterate(labels)].sort()).toEqual(matching);
  });

  test('is told once, however many alternatives match', () => {
    const index = new SelectorIndex();
    const either = anyOf(...['a=b', 'a', 'c', 'a in (b,c)', '!x', ''].map((text) => parseSelector(text)));
    index.set('either', either);
    for (const labels of [{ a: 'b', c: 'd' }, { a: 'b' }, { a: 'c', x: '1' }, {}]) {
      expect(index.matching(labels)).toEqual(['either']);
      expect([...index.iterate(labels)]).toEqual(['either']);
    }
    checkSelectorIndex(index);
  });

  test('is a matter of namespaces too', () => {
    const index = new SelectorIndex();
    const web = parseSelector('app=web');
    index.set('global', web);
    index.set('in none', web, '');
    index.set('prod', web, 'prod');
    index.set('test', web, 'test');
    index.set('nothing', NOTHING, 'prod');
    index.set('everything', EVERYTHING, 'prod');
    const matching = (namespace?: string) => index.matching({ app: 'web' }, namespace).sort();
    expect(matching()).toEqual(['global', 'in none']);
    expect(matching('')).toEqual(['global', 'in none']);
    expect(matching('prod')).toEqual(['everything', 'global', 'prod']);
    expect(matching('test')).toEqual(['global', 'test']);
    expect(matching('constructor')).toEqual(['global']);
    expect(index.matching({ app: 'db' }, 'prod')).toEqual(['everything']);
    expect(index.namespaceOf('global')).toBe(undefined);
    expect(index.namespaceOf('in none')).toBe('');
    expect(index.namespaceOf('prod')).toBe('prod');
    expect(index.namespaceOf('nobody')).toBe(undefined);
    index.set('prod', web);
    expect(matching('test')).toEqual(['global', 'prod', 'test']);
    index.set('prod', web, 'test');
    expect(matching('prod')).toEqual(['everything', 'global']);
    checkSelectorIndex(index);
  });

  test('may have keys that every object has', () => {
    const names = ['constructor', 'toString', '__proto__', 'length', 'size', 'hasOwnProperty', ''];
    const index = new SelectorIndex();
    for (const name of names) {
      index.set(`${name} exists`, byHand([name, 'exists', []]));
      index.set(`${name} is`, byHand([name, '=', ['']]), '__proto__');
    }
    checkSelectorIndex(index);
    expect(index.matching({}), 'nothing is inherited').toEqual([]);
    expect(index.matching(Object.create({ length: '', size: '' }), '__proto__')).toEqual([]);
    for (const name of names) {
      for (const labels of [new Map([[name, '']]), Object.fromEntries([[name, '']])]) {
        expect(index.matching(labels)).toEqual([`${name} exists`]);
        expect(index.matching(labels, '__proto__').sort()).toEqual([`${name} exists`, `${name} is`]);
      }
    }
    for (const id of names.flatMap((name) => [`${name} exists`, `${name} is`])) index.delete(id);
    expect(index.statistics()).toMatchObject({ selectors: 0, entries: 0, keys: 0, pairs: 0, namespaces: 0 });
    checkSelectorIndex(index);
  });

  test('of selectors by hand is what their values say, though there be none', () => {
    const index = new SelectorIndex();
    index.set('in nothing', byHand(['a', 'in', []]));
    index.set('but nothing', byHand(['a', 'notin', []]));
    index.set('than no number', byHand(['a', 'gt', ['x']]));
    index.set('than nothing', byHand(['a', 'lt', []]));
    index.set('in one of two', byHand(['a', 'in', ['b', 'b']], ['c', 'notin', []]));
    expect(index.matching({})).toEqual(['but nothing']);
    expect(index.matching({ a: 'b', c: 'd' }).sort()).toEqual(['but nothing', 'in one of two']);
    expect([...index.statistics().unsatisfiable].sort()).toEqual([
      'in nothing',
      'than no number',
      'than nothing',
    ]);
    checkSelectorIndex(index);
  });

  test('is found for labels that are odd', () => {
    const index = filledSelectors();
    class Stuttering extends Map<string, string> {
      override *entries(): ReturnType<Map<string, string>['entries']> {
        yield ['app', 'web'];
        yield ['app', 'web'];
        yield ['app', 'db'];
        return undefined;
      }
      override [Symbol.iterator](): ReturnType<Map<string, string>['entries']> {
        return this.entries();
      }
      override forEach(visit: (value: string, key: string, map: Map<string, string>) => void): void {
        for (const [key, value] of this.entries()) visit(value, key, this);
      }
    }
    const told = index.matching(new Stuttering([['app', 'web']]));
    expect(new Set(told).size, 'nobody is told twice').toBe(told.length);
    const { proxy, revoke } = Proxy.revocable<Record<string, string>>({}, {});
    revoke();
    expect(() => index.matching(proxy)).toThrow(TypeError);
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, `v${at}`]));
    expect(index.matching({ ...many, app: 'web' }).sort()).toEqual(index.matching({ app: 'web' }).sort());
    expectCoherentSelectors(index);
  });

  test('knows properties that are undefined as absent', () => {
    const index = indexOf('a', '!a');
    expect(index.matching({ a: undefined } as unknown as Record<string, string>)).toEqual(['!a']);
  });
});

describe('ids', () => {
  test('are told apart as keys of a Map are', () => {
    const index = new SelectorIndex<Id>();
    const ids = [1, '1', NaN, 'NaN', 0, '0', '', Infinity, 2 ** 53, '__proto__', '\ud800'];
    for (const id of ids) index.set(id, parseSelector('a'));
    for (const id of [NaN, -0, 1]) index.set(id, parseSelector('a=b'));
    expect(index.size).toBe(ids.length);
    expect(new Set(index.matching({ a: 'b' }))).toEqual(new Set(ids));
    expect(new Set(index.matching({ a: 'c' }))).toEqual(
      new Set(ids.filter((id) => !Object.is(id, NaN) && id !== 0 && id !== 1)),
    );
    expect(index.delete(-0)).toBe(true);
    expect(index.has(0)).toBe(false);
    expect(index.delete(NaN)).toBe(true);
    expect(index.delete(NaN)).toBe(false);
    expect(index.has('1')).toBe(true);
    checkSelectorIndex(index);
  });
});

describe('a selector', () => {
  test('is given back as it was given', () => {
    const index = new SelectorIndex();
    const given = [parseSelector('b,a'), byHand(['a', 'in', ['c', 'b', 'c']]), NOTHING, EVERYTHING];
    for (const [at, selector] of given.entries()) index.set(`${at}`, selector);
    for (const [at, selector] of given.entries()) expect(index.selectorOf(`${at}`)).toBe(selector);
    expect(index.selectorOf('nobody')).toBe(undefined);
  });

  test('that is changed after it was set matches as it did', () => {
    const index = new SelectorIndex();
    const values = ['b'];
    const requirements = [{ key: 'a', operator: '=' as Operator, values }];
    const alternatives = [requirements];
    index.set('mine', { alternatives });
    values.push('c');
    requirements.push({ key: 'd', operator: 'exists', values: [] });
    alternatives.push([]);
    expect(index.matching({ a: 'b' })).toEqual(['mine']);
    expect(index.matching({ a: 'c' })).toEqual([]);
    checkSelectorIndex(index);
    index.delete('mine');
    expect(index.statistics()).toMatchObject({ selectors: 0, entries: 0, keys: 0, pairs: 0 });
    checkSelectorIndex(index);
  });

  test('takes the place of the one before, wherever that was', () => {
    const index = new SelectorIndex();
    const kinds = ['a=b', 'a', '!a', 'a>1', '', 'a,!a', 'a in (b,c)', 'a notin (b)', 'x=y,a'].map((text) =>
      parseSelector(text),
    );
    for (const before of [...kinds, NOTHING]) {
      for (const after of [...kinds, NOTHING]) {
        for (const [from, to] of [
          [undefined, undefined],
          [undefined, ''],
          ['n', undefined],
          ['n', 'm'],
        ]) {
          index.set('it', before, from);
          index.set('it', after, to);
          checkSelectorIndex(index);
          const fresh = new SelectorIndex();
          fresh.set('it', after, to);
          expect(index.statistics()).toMatchObject({
            ...fresh.statistics(),
            objects: expect.any(Number),
            candidates: expect.any(Number),
            matches: expect.any(Number),
            refiled: expect.any(Number),
            bytes: expect.any(Number),
            worstAnchors: expect.any(Array),
          });
        }
      }
    }
  });

  test('may be long: 10,000 values, 1,000 alternatives, 1,000 requirements', () => {
    const index = new SelectorIndex();
    const values = Array.from({ length: 10_000 }, (_, at) => `v${at}`);
    index.set('values', byHand(['a', 'in', values]));
    index.set('but', byHand(['a', 'notin', values], ['a', 'exists', []]));
    index.set('alternatives', {
      alternatives: values.slice(0, 1000).map((value) => [{ key: 'a', operator: '=', values: [value] }]),
    });
    index.set('requirements', {
      alternatives: [values.slice(0, 1000).map((key) => ({ key, operator: 'exists', values: [] }))],
    });
    checkSelectorIndex(index);
    expect(index.matching({ a: 'v999' }).sort()).toEqual(['alternatives', 'values']);
    expect(index.matching({ a: 'v9999' })).toEqual(['values']);
    expect(values.filter((value) => !index.matching({ a: value }).includes('values'))).toEqual([]);
    expect(index.matching({ a: 'w' })).toEqual(['but']);
    const all = Object.fromEntries(values.slice(0, 1000).map((key) => [key, '']));
    expect(index.matching(all)).toEqual(['requirements']);
    expect(index.matching({ ...all, v500: undefined } as unknown as Record<string, string>)).toEqual([]);
    for (const id of ['values', 'but', 'alternatives', 'requirements']) index.delete(id);
    expect(index.statistics()).toMatchObject({ selectors: 0, entries: 0, keys: 0, pairs: 0, anchors: 0 });
    checkSelectorIndex(index);
  });
});

describe('an empty index', () => {
  test('answers', () => {
    const index = new SelectorIndex();
    checkSelectorIndex(index);
    expect(index.size).toBe(0);
    expect(index.matching({ a: 'b' })).toEqual([]);
    expect([...index.iterate({})]).toEqual([]);
    expect(index.explain({}).ids).toEqual([]);
    expect(index.delete('a')).toBe(false);
    expect(index.statistics()).toMatchObject({ selectors: 0, entries: 0, keys: 0, pairs: 0, anchors: 0 });
  });
});
