import { describe, expect, test } from 'vitest';
import { anyOf, EVERYTHING, NOTHING, parseSelector, requiredValue } from '../../../src/index.ts';

describe('the value a key must have', () => {
  test.each<[text: string, key: string, value: string | undefined]>([
    ['a=b', 'a', 'b'],
    ['a==b', 'a', 'b'],
    ['a in (b)', 'a', 'b'],
    ['a=', 'a', ''],
    ['a=b,c=d', 'c', 'd'],
    ['a in (b,c),a!=c', 'a', 'b'],
    ['a in (b,c),a in (c,d)', 'a', 'c'],
    ['a in (1,7),a>5', 'a', '7'],
    ['a,a=b', 'a', 'b'],
    ['a in (b,c)', 'a', undefined],
    ['a', 'a', undefined],
    ['!a', 'a', undefined],
    ['a!=b', 'a', undefined],
    ['a=b', 'b', undefined],
    // One integer has many spellings.
    ['a>5,a<7', 'a', undefined],
    ['constructor=b', 'constructor', 'b'],
    ['a=b', 'constructor', undefined],
    ['', 'a', undefined],
    ['a=b,a=c', 'a', undefined],
  ])('of %j for %j is %j', (text, key, value) => {
    expect(requiredValue(parseSelector(text), key)).toBe(value);
  });

  test('of several alternatives is one that all that can be satisfied require', () => {
    const of = (...texts: string[]) => requiredValue(anyOf(...texts.map((text) => parseSelector(text))), 'a');
    expect(of('a=b', 'a=b,c')).toBe('b');
    expect(of('a=b', 'a=c')).toBe(undefined);
    expect(of('a=b', 'c')).toBe(undefined);
    expect(of('c', 'a=b')).toBe(undefined);
    expect(of('a=b', 'a=c,a=d')).toBe('b');
    expect(of('a=', 'a=b')).toBe(undefined);
  });

  test('of Everything and of Nothing is none', () => {
    expect(requiredValue(EVERYTHING, 'a')).toBe(undefined);
    expect(requiredValue(NOTHING, 'a')).toBe(undefined);
  });
});
