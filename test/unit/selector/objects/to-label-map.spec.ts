import { describe, expect, test } from 'vitest';
import { anyOf } from '../../../../src/selector/combine.ts';
import { toLabelMap } from '../../../../src/selector/objects/to-label-map.ts';
import { parseSelector } from '../../../../src/selector/parse-selector.ts';
import { NOTHING, type Selector } from '../../../../src/selector/selector.ts';
import { thrown } from './told.ts';

describe('a selector as a label map', () => {
  test.each([
    ['', {}],
    ['b=1,a==2,c in (3)', { b: '1', a: '2', c: '3' }],
    ['a=,a==', { a: '' }],
    ['constructor=x,toString=y', { constructor: 'x', toString: 'y' }],
  ])('%s', (text, map) => {
    expect(toLabelMap(parseSelector(text))).toStrictEqual(map);
  });

  test('keeps __proto__ as a key of its own', () => {
    const map = toLabelMap({ alternatives: [[{ key: '__proto__', operator: '=', values: ['x'] }]] });
    expect(Object.entries(map)).toEqual([['__proto__', 'x']]);
  });

  test.each([
    ['a=b,c!=d,e', ['[0][1]', '[0][2]']],
    ['a in (b,c)', ['[0][0]']],
    ['a notin (b),!c,d>1,e<1', ['[0][0]', '[0][1]', '[0][2]', '[0][3]']],
  ])('%s cannot be said', (text, places) => {
    const mistakes = places.map((place) => `unsupported-operator alternatives${place}`);
    expect(thrown(() => toLabelMap(parseSelector(text)))).toEqual(mistakes);
  });

  test('two values of one key cannot be said', () => {
    expect(() => toLabelMap(parseSelector('a=b,c=d,a in (x)'))).toThrow(
      /alternatives\[0\]\[2\].*"a" is to be "b" already/,
    );
  });

  test('Nothing and several alternatives cannot be said', () => {
    expect(() => toLabelMap(NOTHING)).toThrow(/nothing is selected/);
    expect(thrown(() => toLabelMap(anyOf(parseSelector('a=b'), parseSelector('a=c'))))).toEqual([
      'unsupported-or alternatives',
    ]);
  });

  test('a map is no selector', () => {
    expect(() => toLabelMap({ a: 'b' } as unknown as Selector)).toThrow(TypeError);
  });
});
