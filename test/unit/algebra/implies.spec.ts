import { describe, expect, test } from 'vitest';
import { EVERYTHING, equivalent, findDifference, implies, NOTHING } from '../../../src/index.ts';
import { byHand, FIVES, LARGEST, of } from './selectors.ts';

describe('one selector implies another', () => {
  test.each<[a: string, b: string[]]>([
    ['', ['']],
    ['a=b', ['']],
    ['a=b', ['a']],
    ['a=b', ['a in (b,c)']],
    ['a=b', ['a!=c']],
    ['a=b', ['a!=']],
    ['!a', ['a!=b']],
    ['a=b,c=d', ['c=d']],
    ['a in (b,c),a!=c', ['a=b']],
    ['x>5', ['x>4']],
    ['x>5', ['x']],
    ['x>5', ['x!=5']],
    ['x>5', ['x!=a']],
    ['x>5', ['x notin (,5,05)']],
    ['x in (7,08)', ['x>6,x<9']],
    ['x>4,x<6', ['x in (5…)']],
    ['x in (5…)', ['x>4,x<6']],
    ['x>4,x<6,x notin (05…)', ['x=5']],
    ['x>4,x notin (5…)', ['x>5']],
    ['x>9223372036854775806', ['x in (9223372036854775807…)']],
    ['x<1', ['x!=1']],
    // What selects nothing implies anything.
    ['a,!a', ['b']],
    ['x>4,x<5', ['a,!a']],
    // By several alternatives together, none of which would do.
    ['a', ['a=b', 'a!=b']],
    ['', ['a', '!a']],
    ['', ['a=b', 'a notin (b,c)', 'a=c']],
    ['a in (b,c)', ['a=b', 'a=c']],
    ['x>1', ['x<5', 'x>3']],
    ['x>1,x<9', ['x>1,x<5', 'x=5', 'x>5', 'x in (5…)']],
    ['x', ['x>5', 'x<6,x notin (5…)', 'x in (5…)', 'x!=a,x!=7', 'x=a']],
    ['a,b', ['a,!c', 'b,c']],
    // Cases of several keys at once: none of the keys parts them alone.
    ['', ['a,b', 'a,!b', '!a,b', '!a,!b']],
    ['', ['a=1,b', '!a,c', 'a!=1,!c', '!b,a=1', 'a,c,a!=1']],
    ['a in (1,2),b in (1,2)', ['a=1,b=1', 'a=1,b=2', 'a=2']],
    ['a', ['a>2', 'a<3', 'a notin (7),b', 'a,!b', 'a=7']],
    ['', ['a,b,c', '!a', '!b', '!c']],
    ['a>0,a<4,b>0,b<4', ['a<3,b<3', 'a>2', 'b>2']],
  ])('%j implies any of %j', (a, b) => {
    expect(implies(of(a), of(...b))).toBe(true);
    expect(findDifference(of(a), of(...b))).toBeUndefined();
    // Any part of a union implies what the union does.
    expect(implies(of(a, ...b), of(...b))).toBe(true);
  });

  test.each<[witness: Record<string, string>, a: string, b: string[]]>([
    [{}, '', ['a']],
    [{ a: 'a' }, '', ['!a']],
    [{ a: 'b' }, 'a', ['a!=b']],
    [{ a: 'a' }, 'a', ['a=b']],
    [{}, 'a!=b', ['a']],
    [{ a: 'c' }, 'a in (b,c)', ['a=b']],
    [{}, '', ['a=b,c=d']],
    [{ app: 'a' }, 'app', ['app=web,tier in (front,api)']],
    [{ x: '5' }, 'x>4', ['x>5']],
    [{ x: '05' }, 'x>4,x<6', ['x=5']],
    [{ x: FIVES[62] ?? '' }, 'x>4,x<6', ['x in (…5)']],
    [{ x: LARGEST[44] ?? '' }, 'x>9223372036854775806', ['x in (…9223372036854775807)']],
    // A word is no integer, and neither is what does not fit into 64 bits.
    [{ x: 'a' }, 'x', ['x>5']],
    [{ x: 'a' }, 'x', ['x<5', 'x>3']],
    [{ x: '9223372036854775808' }, 'x in (1,9223372036854775808)', ['x<5', 'x>3']],
    [{ a: 'c' }, 'a', ['a=b', 'a in (a)', 'a notin (a,b,c)']],
    [{}, '', ['a,b', 'a,!b', '!a,b']],
    [{ a: '2', b: '2' }, 'a in (1,2),b in (1,2)', ['a=1', 'b=1']],
    [{ a: 'b' }, 'a=b', ['a=b,c', 'a=b,!c,d']],
  ])('%j shows that %j does not imply any of %j', (witness, a, b) => {
    expect(findDifference(of(a), of(...b))).toEqual(witness);
    expect(implies(of(a), of(...b))).toBe(false);
  });

  test('from nothing, to everything', () => {
    expect(implies(NOTHING, NOTHING)).toBe(true);
    expect(implies(NOTHING, of('a'))).toBe(true);
    expect(implies(of('a'), EVERYTHING)).toBe(true);
    expect(implies(EVERYTHING, NOTHING)).toBe(false);
    expect(findDifference(EVERYTHING, NOTHING)).toEqual({});
    expect(findDifference(of('a=b'), NOTHING)).toEqual({ a: 'b' });
  });

  test('over valid labels: what only others have counts for nothing', () => {
    expect(equivalent(byHand([['k', 'notin', 'b c']]), EVERYTHING)).toBe(true);
    expect(equivalent(byHand([['k', 'in', 'b c']]), NOTHING)).toBe(true);
    expect(equivalent(byHand([['k', 'in', 'b c', 'd']]), of('k=d'))).toBe(true);
    expect(equivalent(byHand([['not a key', '!']]), EVERYTHING)).toBe(true);
    expect(equivalent(byHand([['not a key', 'exists']]), NOTHING)).toBe(true);
    expect(equivalent(byHand([['x', 'gt', '-1']]), of('x<5', 'x>4'))).toBe(true);
    expect(findDifference(of('x'), byHand([['x', '=', 'b c']]))).toEqual({ x: 'a' });
    expect(findDifference(of('x'), byHand([['x', 'in', '-1', '+1', '1']]))).toEqual({ x: 'a' });
    expect(findDifference(EVERYTHING, byHand([['__proto__', '!']]))).toBeUndefined();
  });
});

describe('two selectors are equivalent', () => {
  test.each<[a: readonly string[], b: readonly string[]]>([
    [['a=b'], ['a in (b)']],
    [['x>4,x<6'], ['x in (5…)']],
    [['a=b', 'a=c'], ['a in (b,c)']],
    [['a', '!a'], ['']],
    [
      ['a', '!a,b'],
      ['a', 'b'],
    ],
    [['x>1,x<5', 'x>3,x<9'], ['x>1,x<9']],
    [['a,!a'], []],
    [['x<0'], []],
    [
      ['a,b', '!a,c', 'b,c'],
      ['a,b', '!a,c'],
    ],
  ])('%j and %j', (a, b) => {
    expect(equivalent(of(...a), of(...b))).toBe(true);
    expect(equivalent(of(...b), of(...a))).toBe(true);
  });

  test.each<[a: readonly string[], b: readonly string[]]>([
    [['a=b'], ['a']],
    [['a,a!=b'], ['a!=b']],
    [['x=5'], ['x>4,x<6']],
    [['x<5', 'x>3'], ['x']],
    [['a', 'b'], ['a,b']],
    [[''], []],
  ])('%j and %j are not', (a, b) => {
    expect(equivalent(of(...a), of(...b))).toBe(false);
    expect(equivalent(of(...b), of(...a))).toBe(false);
  });
});
