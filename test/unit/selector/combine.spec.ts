import { describe, expect, test } from 'vitest';
import { allOf, anyOf, MAX_PRODUCT_ALTERNATIVES } from '../../../src/selector/combine.ts';
import { parseSelector } from '../../../src/selector/parse-selector.ts';
import { EVERYTHING, NOTHING, type Selector } from '../../../src/selector/selector.ts';
import { isFrozenThrough, thrown } from './objects/told.ts';

const [a, b, c, d] = ['a', 'b=1', '!c', 'd in (x,y)'].map((text) => parseSelector(text)) as [
  Selector,
  Selector,
  Selector,
  Selector,
];

function choices(count: number): Selector {
  return anyOf(...Array.from({ length: count }, (_, i) => parseSelector(`k=${i}`)));
}

function written(selector: Selector): string[] {
  return selector.alternatives.map((alternative) => alternative.map(({ key }) => key).join('&'));
}

describe('anyOf', () => {
  test('without arguments is Nothing, which it adds to no selector', () => {
    expect(anyOf()).toBe(NOTHING);
    expect(anyOf(NOTHING, NOTHING)).toBe(NOTHING);
    expect(written(anyOf(NOTHING, a, NOTHING))).toEqual(['a']);
  });

  test('keeps alternatives in order, as they were written', () => {
    expect(written(anyOf(b, anyOf(a, b), EVERYTHING, d))).toEqual(['b', 'a', 'b', '', 'd']);
    expect(String(anyOf(b, a))).toBe('b=1 || a');
    expect(anyOf(EVERYTHING)).toBe(EVERYTHING);
  });
});

describe('allOf', () => {
  test('without arguments is Everything, which it adds to no selector', () => {
    expect(allOf()).toBe(EVERYTHING);
    expect(allOf(EVERYTHING, EVERYTHING)).toBe(EVERYTHING);
    expect(written(allOf(EVERYTHING, a, EVERYTHING))).toEqual(['a']);
  });

  test('with Nothing is Nothing, however many alternatives the others have', () => {
    const many = choices(1_000);
    expect(allOf(many, many, many, NOTHING)).toBe(NOTHING);
  });

  test('joins requirements in order, as they were written', () => {
    expect(written(allOf(d, a, d, b))).toEqual(['d&a&d&b']);
    expect(String(allOf(d, a))).toBe('a,d in (x,y)');
  });

  test('distributes over alternatives, those of the last changing fastest', () => {
    expect(written(allOf(anyOf(a, b), c, anyOf(d, EVERYTHING)))).toEqual(['a&c&d', 'a&c', 'b&c&d', 'b&c']);
  });

  test('multiplies up to its bound', () => {
    expect(allOf(choices(100), choices(100)).alternatives).toHaveLength(MAX_PRODUCT_ALTERNATIVES);
    expect(thrown(() => allOf(choices(100), choices(101)))).toEqual(['too-many-requirements ']);
    expect(thrown(() => allOf(...Array.from({ length: 2_000 }, () => anyOf(a, b))))).toEqual([
      'too-many-requirements ',
    ]);
    const long = parseSelector(Array.from({ length: 1_000 }, (_, i) => `k${i}`).join());
    expect(thrown(() => allOf(choices(1_000), long))).toEqual(['too-many-requirements ']);
  });

  test('is not bound where nothing is multiplied', () => {
    expect(allOf(choices(MAX_PRODUCT_ALTERNATIVES + 1), EVERYTHING).alternatives).toHaveLength(
      MAX_PRODUCT_ALTERNATIVES + 1,
    );
    const many = Array.from({ length: 20_000 }, () => a);
    expect(allOf(...many).alternatives[0]).toHaveLength(20_000);
  });
});

describe.each([
  ['anyOf', anyOf],
  ['allOf', allOf],
])('%s', (name, combine) => {
  test('is frozen, also of selectors made by hand, which it does not touch', () => {
    const values = ['x'];
    const byHand = { alternatives: [[{ key: 'a', operator: 'in' as const, values }]] };
    const selector = combine(byHand, anyOf(b, d));
    values.push('y');
    expect(isFrozenThrough(selector)).toBe(true);
    expect(selector.alternatives[0]?.[0]?.values).toEqual(['x']);
    expect(Object.isFrozen(values)).toBe(false);
    expect(String(selector)).not.toBe('[object Object]');
  });

  test.each([['a=b'], [undefined], [null], [{}], [{ alternatives: 'a' }]])(
    'names an argument that is %j',
    (value) => {
      expect(() => combine(a, value as unknown as Selector)).toThrow(
        new RegExp(`^argument 2 of ${name} must be a Selector`),
      );
    },
  );
});
