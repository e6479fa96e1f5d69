import { describe, expect, test } from 'vitest';
import { anyOf, EVERYTHING, NOTHING, parseSelector, selectorKey } from '../../../src/index.ts';

/** The key of alternatives, each as text. */
function keyOf(...texts: string[]): string {
  return selectorKey(anyOf(...texts.map((text) => parseSelector(text))));
}

describe('one key for one meaning', () => {
  test.each<[what: string, ...texts: string[]]>([
    ['one value', 'a=b', 'a==b', 'a in (b)', 'a,a in (b),a notin (c)', 'a in (b,c),a!=c', 'a=b,a=b'],
    ['the empty value', 'a=', 'a in ()', 'a==', 'a in (,b),a!=b'],
    ['several values', 'a in (b,c)', 'a in (c,b)', 'a in (b,c,d),a!=d', 'a,a in (c,b,c)'],
    ['presence', 'a', 'a,a'],
    ['absence', '!a', '!a,a!=b', '! a,!a'],
    ['exclusion', 'a!=b', 'a notin (b)', 'a notin (b,b)', 'a!=b,a!=b'],
    ['exclusions in any order', 'a notin (b,c)', 'a!=c,a!=b', 'a!=b,a notin (c,b)'],
    ['presence and exclusion', 'a,a!=b', 'a notin (b),a'],
    ['keys in any order', 'a=b,c=d', 'c=d,a=b', 'c==d,a in (b),c'],
    ['one bound', 'a>5', 'a>05', 'a>5,a', 'a>5,a>4', 'a>5,a!=5', 'a>5,a!=b', 'a>5,a notin (05,b)'],
    ['two bounds', 'a>5,a<9', 'a<9,a>5', 'a>5,a<9,a<10,a!=9'],
    ['a bound that leaves some values', 'a in (6,7)', 'a in (5,6,7,b),a>5'],
    ['nothing', 'a,!a', 'a=b,a=c', 'a>5,a<6', 'b=c,a>9223372036854775807', 'a=b,a>1'],
  ])('%s', (_, ...texts) => {
    const keys = texts.map((text) => keyOf(text));
    expect(new Set(keys).size, keys.join('\n')).toBe(1);
  });

  test('Nothing and everything that cannot be satisfied have one, Everything another', () => {
    expect(selectorKey(NOTHING)).toBe(keyOf('a,!a'));
    expect(selectorKey(EVERYTHING)).toBe(keyOf(''));
    expect(selectorKey(EVERYTHING)).not.toBe(selectorKey(NOTHING));
  });

  test('of alternatives in any order, without what cannot be satisfied or is contained in another', () => {
    expect(keyOf('a=b', 'c=d')).toBe(keyOf('c==d', 'a=b'));
    expect(keyOf('a=b', 'c,!c')).toBe(keyOf('a=b'));
    expect(keyOf('a=b', 'a in (b)')).toBe(keyOf('a=b'));
    expect(keyOf('a=b', 'a in (b,c)')).toBe(keyOf('a in (b,c)'));
    expect(keyOf('a=b', 'a', 'a=b,c=d', 'a>5')).toBe(keyOf('a'));
    expect(keyOf('a=b', '')).toBe(selectorKey(EVERYTHING));
    expect(keyOf('a=b', 'a,!a', 'b,!b')).toBe(keyOf('a=b'));
    expect(keyOf('a=b,c=d', 'a=b')).toBe(keyOf('a=b'));
  });
});

describe('another key for another meaning', () => {
  test('of selectors that are alike', () => {
    const texts = [
      '',
      'a,!a',
      'a',
      '!a',
      'b',
      'a=b',
      'a=B',
      'a=',
      'b=a',
      'a!=b',
      'a,a!=b',
      'a!=',
      'a in (b,c)',
      'a notin (b,c)',
      'a>1',
      'a>2',
      'a<2',
      'a=1',
      'a=01',
      'a>1,a<3',
      'a>1,a<3,a!=2',
      'a>1,a<3,a!=02',
      'a=2',
      'a>1,a!=2',
      'a>0,a<9223372036854775807',
      'a>0',
      'a=b,c=d',
      'a=d,c=b',
      'a=b,c',
    ];
    const keys = texts.map((text) => keyOf(text));
    expect(new Set(keys).size).toBe(texts.length);
    expect(keyOf('a=b', 'c=d')).not.toBe(keyOf('a=b,c=d'));
    expect(keyOf('a=b', 'a=c')).not.toBe(keyOf('a=b'));
  });

  test('of selectors made by hand whose parts run together as text', () => {
    const key = (value: string, ...more: string[]) =>
      selectorKey({ alternatives: [[{ key: 'a', operator: 'in', values: [value, ...more] }]] });
    expect(key('b","c')).not.toBe(key('b', 'c'));
    expect(key('b],[c')).not.toBe(key('b', 'c'));
    expect(key('\ud800')).not.toBe(key('\udc00'));
    expect(key('\ud800')).not.toBe(key('\ufffd'));
  });
});

describe('of thousands of alternatives', () => {
  const many = Array.from({ length: 3_000 }, (_, i) => `a=v${i},b`);
  // Compared as booleans: a difference of such keys is no sight.
  const same = (a: readonly string[], b: readonly string[]) => keyOf(...a) === keyOf(...b);

  test('those that are contained in another are still found', () => {
    expect(same([...many, 'b'], ['b'])).toBe(true);
    expect(same([...many, 'a=v7,b=x', 'a in (v8),b,c'], many)).toBe(true);
    expect(same([...many, 'a in (v8,w),b'], many)).toBe(false);
    expect(same([...many, ''], [''])).toBe(true);
  });
});
