import { describe, expect, test } from 'vitest';
import { anyOf } from '../../../../src/selector/combine.ts';
import { fromLabelSelector } from '../../../../src/selector/objects/from-label-selector.ts';
import { toLabelSelector } from '../../../../src/selector/objects/to-label-selector.ts';
import { parseSelector } from '../../../../src/selector/parse-selector.ts';
import { EVERYTHING, NOTHING, type Selector } from '../../../../src/selector/selector.ts';
import { thrown } from './told.ts';

describe('a selector as a LabelSelector', () => {
  test.each([
    ['', {}],
    ['b=1,a==2', { matchLabels: { a: '2', b: '1' } }],
    ['a=1,a=2', { matchLabels: { a: '2' } }],
    ['constructor=x', { matchLabels: { constructor: 'x' } }],
    ['a!=b', { matchExpressions: [{ key: 'a', operator: 'NotIn', values: ['b'] }] }],
    [
      'z notin (b,a),m,!k,a in (),m!=',
      {
        matchExpressions: [
          { key: 'a', operator: 'In', values: [''] },
          { key: 'k', operator: 'DoesNotExist' },
          { key: 'm', operator: 'Exists' },
          { key: 'm', operator: 'NotIn', values: [''] },
          { key: 'z', operator: 'NotIn', values: ['a', 'b'] },
        ],
      },
    ],
  ])('%s', (text, object) => {
    const selector = parseSelector(text);
    expect(toLabelSelector(selector)).toStrictEqual(object);
  });

  test('means the same when it is read again from JSON', () => {
    const selector = parseSelector('app=web,env in (a,b),tier notin (x),a,!b');
    expect(String(fromLabelSelector(JSON.parse(JSON.stringify(toLabelSelector(selector)))))).toBe(
      String(selector),
    );
  });

  test('is the caller’s own, to be changed', () => {
    const selector = parseSelector('a in (b)');
    const object = toLabelSelector(selector);
    Object.assign(object.matchExpressions?.[0]?.values ?? {}, { 0: 'changed' });
    expect(toLabelSelector(selector)).toEqual({
      matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }],
    });
  });

  test('keeps __proto__ as a key of its own', () => {
    const alternatives = [[{ key: '__proto__', operator: '=', values: ['x'] } as const]];
    const { matchLabels } = toLabelSelector({ alternatives });
    expect(JSON.stringify(matchLabels)).toBe('{"__proto__":"x"}');
    expect(Object.getPrototypeOf(matchLabels)).toBe(Object.prototype);
  });

  test.each([
    [
      parseSelector('a,b>1,c,b<7'),
      ['unsupported-operator alternatives[0][1]', 'unsupported-operator alternatives[0][3]'],
    ],
    [anyOf(parseSelector('a'), parseSelector('b')), ['unsupported-or alternatives']],
    [anyOf(EVERYTHING, EVERYTHING), ['unsupported-or alternatives']],
  ])('%s cannot be said', (selector, mistakes) => {
    expect(thrown(() => toLabelSelector(selector))).toEqual(mistakes);
  });

  test('Nothing cannot be said, and the mend is named', () => {
    expect(() => toLabelSelector(NOTHING)).toThrow(/nothing is selected: write null, or leave the field out/);
  });

  test.each([['a=b'], [null], [{}], [{ matchLabels: {} }]])('%j is no selector', (value) => {
    expect(() => toLabelSelector(value as unknown as Selector)).toThrow(TypeError);
  });
});
