import { describe, expect, test } from 'vitest';
import {
  EVERYTHING,
  equivalent,
  formatSelector,
  NOTHING,
  parseSelector,
  simplify,
} from '../../../src/index.ts';
import { expectDeeplyFrozen } from '../../property/frozen.ts';
import { byHand, FIVES, LARGEST, of } from './selectors.ts';

/** What is left, each alternative as text. */
function simplified(...texts: readonly string[]): string[] {
  return simplify(of(...texts)).alternatives.map((one) => formatSelector({ alternatives: [one] }));
}

describe('the simplest form of one alternative', () => {
  test.each<[text: string, simple: string]>([
    ['', ''],
    ['a', 'a'],
    ['a in (b)', 'a=b'],
    ['a==b', 'a=b'],
    ['a in ()', 'a='],
    ['a notin (b)', 'a!=b'],
    ['a in (c,b)', 'a in (b,c)'],
    ['b,a', 'a,b'],
    ['a=b,a', 'a=b'],
    ['a=b,a!=c', 'a=b'],
    ['a,a!=b', 'a,a!=b'],
    ['a,a!=', 'a,a!='],
    ['!a,a!=b', '!a'],
    ['a!=b,a!=c', 'a notin (b,c)'],
    ['a notin (b,c),a!=c', 'a notin (b,c)'],
    ['a in (b,c),a in (c,d)', 'a=c'],
    ['a in (b,c,d),a notin (c,e)', 'a in (b,d)'],
    ['app,app in (web),tier!=db,tier=api', 'app=web,tier=api'],
    ['x>4,x>6', 'x>6'],
    ['x>4,x', 'x>4'],
    ['x>4,x!=a,x!=3', 'x>4'],
    ['x>4,x<6', 'x>4,x<6'],
    ['x>4,x<6,x!=5', 'x>4,x<6,x!=5'],
    ['x>4,x<6,x!=5,x!=05', 'x>4,x<6,x notin (05,5)'],
    ['x>1,x in (3,4,5,a),x<5', 'x in (3,4)'],
    ['x>4,x notin (5…)', 'x>5'],
    ['x>4,x<9,x notin (5…,8…)', 'x>5,x<8'],
    ['x>4,x<7,x notin (6…)', 'x>4,x<6'],
    ['x>4,x<6,x notin (05…)', 'x=5'],
  ])('of %j is %j', (text, simple) => {
    const found = simplify(of(text));
    expect(String(found)).toBe(simple);
    expect(parseSelector(simple)).toEqual(found);
    expect(simplify(found)).toEqual(found);
    expectDeeplyFrozen(found);
  });

  test.each([
    'a,!a',
    'a=b,a=c',
    'c=d,a=b,a!=b',
    'x>5,x<6',
    'x<0',
    'x>9223372036854775807',
    'x>4,x<6,x notin (5…)',
    'x in (a),x>1',
  ])('of %j is Nothing', (text) => {
    expect(simplify(of(text))).toBe(NOTHING);
  });

  test('is a list where that lists no more values than were said, and bounds where it would', () => {
    const range = 'x>4,x<6';
    const without = (count: number) => [range, `x notin (${FIVES.slice(0, count)})`].join();
    expect(String(simplify(of(range)))).toBe(range);
    expect(simplify(of('x in (5…)')).alternatives).toEqual([
      [{ key: 'x', operator: 'in', values: FIVES.toSorted() }],
    ]);
    // Two bounds and 31 values are said, and 32 are left; of two bounds and 30, 33 are.
    expect(simplify(of(without(31))).alternatives[0]?.map(({ operator }) => operator)).toEqual(['in']);
    expect(simplify(of(without(30))).alternatives[0]?.map(({ operator }) => operator)).toEqual([
      'gt',
      'lt',
      'notin',
    ]);
    // Of the largest int64 one bound and 22 values are said, and as many are left.
    const largest = `x>9223372036854775806,x notin (${LARGEST.slice(0, 22)})`;
    expect(simplify(of(largest)).alternatives[0]?.map(({ operator }) => operator)).toEqual(['in']);
    expect(String(simplify(of(without(62))))).toBe(`x=${FIVES[62]}`);
  });

  test('has no bound more for an end of which every spelling is excluded, as long as something else is', () => {
    for (const text of ['x>5,x notin (6,9223372036854775807…)', 'x<9,x notin (0…,5)']) {
      expect(simplify(of(text)).alternatives[0], text).toHaveLength(2);
      expect(equivalent(simplify(of(text)), of(text))).toBe(true);
    }
    expect(String(simplify(of('x>5,x notin (9223372036854775807…)')))).toBe('x>5,x<9223372036854775807');
  });

  test('of what every valid label satisfies is Everything', () => {
    expect(simplify(EVERYTHING)).toBe(EVERYTHING);
    expect(simplify(byHand([['k', 'notin', 'b c']]))).toBe(EVERYTHING);
    expect(simplify(byHand([['not a key', '!']]))).toBe(EVERYTHING);
    expect(
      simplify(
        byHand([
          ['__proto__', 'notin', 'a'],
          ['k', '!=', '-'],
        ]),
      ),
    ).toBe(EVERYTHING);
  });

  test('leaves out what no valid label has', () => {
    expect(String(simplify(byHand([['k', 'in', 'b c', 'd']])))).toBe('k=d');
    expect(
      String(
        simplify(
          byHand([
            ['k', 'notin', 'b c', 'd'],
            ['not a key', '!'],
          ]),
        ),
      ),
    ).toBe('k!=d');
    expect(simplify(byHand([['k', 'in', 'b c']]))).toBe(NOTHING);
    expect(simplify(byHand([['not a key', 'exists']]))).toBe(NOTHING);
    expect(String(simplify(byHand([['k', '==', 'd', 'd', 'd']])))).toBe('k=d');
  });
});

describe('the simplest form of several alternatives', () => {
  test.each<[texts: string[], simple: string[]]>([
    [[], []],
    [['a=b', 'a=b'], ['a=b']],
    [['a=b', 'a=b,c'], ['a=b']],
    [['a=b', 'a,!a'], ['a=b']],
    [['a=b', 'a=c'], ['a in (b,c)']],
    [['a=b,x', 'a=c,x'], ['a in (b,c),x']],
    [['a', '!a'], ['']],
    [['a=b', 'a!=b'], ['']],
    [['a=b,c=d', 'a=b,c!=d'], ['a=b']],
    [['a,b', '!a,b'], ['b']],
    [['x>1,x<5', 'x>3,x<9'], ['x>1,x<9']],
    [['x>1,x<4', 'x>3,x<9'], ['x>1,x<9']],
    [
      ['x>1,x<4', 'x>4,x<9'],
      ['x>1,x<4', 'x>4,x<9'],
    ],
    [['x>4', 'x<5', 'x'], ['x']],
    [
      ['!a', 'a=b'],
      ['!a', 'a=b'],
    ],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [
      ['a', '!a,b'],
      ['a', 'b'],
    ],
    [
      ['a,b', '!b'],
      ['a', '!b'],
    ],
    [
      ['a,b', '!a,c', 'b,c'],
      ['a,b', '!a,c'],
    ],
    [['a,b', 'a,!b', '!a,b', '!a,!b'], ['']],
  ])('of %j is %j', (texts, simple) => {
    expect(simplified(...texts).sort()).toEqual(simple.toSorted());
    expectDeeplyFrozen(simplify(of(...texts)));
    const again = simplify(of(...texts));
    expect(simplify(again)).toEqual(again);
  });

  test('can be read back, each alternative', () => {
    // Together these are all integers, for which there is no word: a bound has no sign.
    for (const texts of [
      ['x<5', 'x>3'],
      ['x<5,y', 'x>3,y'],
      ['x<1', 'x>0'],
      ['x<9223372036854775807', 'x>7'],
    ]) {
      for (const text of simplified(...texts)) expect(formatSelector(parseSelector(text))).toBe(text);
    }
  });
});
