import { describe, expect, test } from 'vitest';
import { fromLabelMap, tryFromLabelMap } from '../../../../src/selector/objects/from-label-map.ts';
import { EVERYTHING } from '../../../../src/selector/selector.ts';
import { isFrozenThrough, messageAt, thrown, told } from './told.ts';

describe('a label map', () => {
  test.each([[{}], [null], [undefined], [new Map()], [Object.create(null)]])('%o is Everything', (map) => {
    expect(fromLabelMap(map)).toBe(EVERYTHING);
  });

  test.each([
    ['an object', { b: '2', 10: 'x', 9: '', 'a.b/c': '1' }],
    [
      'a Map',
      new Map([
        ['b', '2'],
        ['10', 'x'],
        ['9', ''],
        ['a.b/c', '1'],
      ]),
    ],
    [
      'an object without a prototype',
      Object.assign(Object.create(null), { b: '2', 10: 'x', 9: '', 'a.b/c': '1' }),
    ],
  ])('%s is equalities in byte order of keys', (_what, map) => {
    const selector = fromLabelMap(map);
    expect(selector.alternatives[0]?.map(({ key, operator }) => operator + key)).toEqual([
      '=10',
      '=9',
      '=a.b/c',
      '=b',
    ]);
    expect(String(selector)).toBe('10=x,9=,a.b/c=1,b=2');
    expect(isFrozenThrough(selector)).toBe(true);
  });

  test.each([
    ['a=b', ['wrong-type ']],
    [['a'], ['wrong-type ']],
    [7, ['wrong-type ']],
    [new Date(0), ['wrong-type ']],
    [Object.create({ a: 'b' }), ['wrong-type ']],
    [{ a: 1, 'x/y/z': 'b', ok: 'ok', c: '-' }, ['wrong-type a', 'key-invalid ["x/y/z"]', 'value-invalid c']],
    [{ a: undefined }, ['wrong-type a']],
    [JSON.parse('{"__proto__": {"a": "b"}}'), ['key-invalid __proto__', 'wrong-type __proto__']],
    [
      new Map<unknown, unknown>([
        [Symbol('a'), 'b'],
        ['c', {}],
      ]),
      ['wrong-type ', 'wrong-type c'],
    ],
  ])('%o is refused: %s', (map: unknown, mistakes) => {
    expect(told(tryFromLabelMap(map))).toEqual(mistakes);
    expect(thrown(() => fromLabelMap(map as Parameters<typeof fromLabelMap>[0]))).toEqual(mistakes);
  });

  test('given as text is sent to parseSelector', () => {
    expect(messageAt(tryFromLabelMap('a=b'), '')).toContain('parseSelector');
  });

  test('that is a Map is read past its own methods', () => {
    const map = new Map([['a', 'b']]);
    map.entries = () => new Map<string, string>().entries();
    map[Symbol.iterator] = () => new Map<string, string>().entries();
    expect(told(tryFromLabelMap(map))).toBe('a=b');
  });
});
