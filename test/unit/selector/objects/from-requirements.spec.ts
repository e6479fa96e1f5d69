import { describe, expect, test } from 'vitest';
import { allOf, anyOf } from '../../../../src/selector/combine.ts';
import {
  fromAlternatives,
  fromRequirements,
  tryFromAlternatives,
  tryFromRequirements,
} from '../../../../src/selector/objects/from-requirements.ts';
import { parseSelector } from '../../../../src/selector/parse-selector.ts';
import { EVERYTHING, NOTHING } from '../../../../src/selector/selector.ts';
import { isFrozenThrough, messageAt, thrown, told } from './told.ts';

describe('a selector made from requirements', () => {
  test('is the selector that their text gives', () => {
    const text = 'z,!y,a=b,c==d,e!=f,g in (,a,b),h notin (x),i>5,j<007';
    const made = fromRequirements([
      { key: 'z', operator: 'exists' },
      { key: 'y', operator: '!', values: null },
      { key: 'a', operator: '=', values: ['b'] },
      { key: 'c', operator: '==', values: ['d'] },
      { key: 'e', operator: '!=', values: ['f'] },
      { key: 'g', operator: 'in', values: ['b', '', 'a', 'b'] },
      { key: 'h', operator: 'notin', values: ['x'] },
      { key: 'i', operator: 'gt', values: ['5'] },
      { key: 'j', operator: 'lt', values: ['007'] },
    ]);
    expect(made).toEqual(parseSelector(text));
    expect(isFrozenThrough(made)).toBe(true);
  });

  test('of no requirement is Everything', () => {
    expect(fromRequirements([])).toBe(EVERYTHING);
  });

  test('leaves the values it was given as they are', () => {
    const values = ['b', 'a', 'b'];
    fromRequirements([{ key: 'a', operator: 'in', values }]);
    expect(values).toEqual(['b', 'a', 'b']);
    expect(Object.isFrozen(values)).toBe(false);
  });

  test.each([
    [undefined, ['wrong-type ']],
    ['a=b', ['wrong-type ']],
    [{ key: 'a', operator: 'exists' }, ['wrong-type ']],
    [[[]], ['wrong-type [0]']],
    [[{ key: 'a', operator: 'In', values: ['b'] }], ['unsupported-operator [0].operator']],
    [[{ key: 'a', operator: '=', value: 'b' }], ['unknown-field [0].value', 'values-required [0].values']],
    [[{ key: 'a', operator: '!=', values: ['b', 'c'] }], ['values-count [0].values']],
    [[{ key: 'a', operator: 'in', values: [] }], ['values-required [0].values']],
    [[{ key: 'a', operator: '!', values: ['b'] }], ['values-forbidden [0].values']],
    [[{ key: 'a', operator: 'gt', values: ['b'] }], ['value-not-integer [0].values[0]']],
    [
      [
        { key: 'a', operator: 'exists' },
        { key: '-', operator: '=', values: ['-'] },
      ],
      ['key-invalid [1].key', 'value-invalid [1].values[0]'],
    ],
  ])('%j is refused: %s', (value: unknown, mistakes) => {
    expect(told(tryFromRequirements(value))).toEqual(mistakes);
    expect(thrown(() => fromRequirements(value as Parameters<typeof fromRequirements>[0]))).toEqual(mistakes);
  });

  test.each([
    ['In', 'did you mean in?'],
    ['NOTIN', 'did you mean notin?'],
    ['DoesNotExist', 'did you mean !?'],
    ['===', 'did you mean =?'],
    ['Equals', 'did you mean =?'],
    ['>', 'did you mean gt?'],
    ['<=', 'write lt with the integer after it'],
  ])('the operator %s: %s', (operator, mend) => {
    expect(messageAt(tryFromRequirements([{ key: 'a', operator }]), '[0].operator')).toContain(mend);
  });
});

describe('a selector made from alternatives', () => {
  const a = parseSelector('a in (x,y),!b');
  const b = parseSelector('c>5,d');

  test.each([
    ['Everything', EVERYTHING],
    ['Nothing', NOTHING],
    ['one conjunction', a],
    ['several', anyOf(a, b, EVERYTHING)],
    ['a product', allOf(anyOf(a, b), anyOf(b, a))],
  ])('%s comes back from its JSON', (_what, selector) => {
    const back = fromAlternatives(JSON.parse(JSON.stringify(selector)).alternatives);
    expect(back).toEqual(selector);
    expect(isFrozenThrough(back)).toBe(true);
  });

  test.each([
    [null, ['wrong-type ']],
    [{}, ['wrong-type ']],
    [[null], ['wrong-type [0]']],
    [
      [
        [],
        [
          { key: 'a', operator: 'exists' },
          { key: '', operator: '=', values: [5] },
        ],
      ],
      ['key-empty [1][1].key', 'key-invalid [1][1].key', 'wrong-type [1][1].values[0]'],
    ],
  ])('%j is refused: %s', (value: unknown, mistakes) => {
    expect(told(tryFromAlternatives(value))).toEqual(mistakes);
    expect(thrown(() => fromAlternatives(value as Parameters<typeof fromAlternatives>[0]))).toEqual(mistakes);
  });
});
