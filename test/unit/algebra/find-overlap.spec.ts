import { describe, expect, test } from 'vitest';
import { EVERYTHING, findOverlap, NOTHING } from '../../../src/index.ts';
import { byHand, FIVES, LARGEST, of } from './selectors.ts';

describe('a label set that two selectors both match', () => {
  test.each<[a: string, b: string, witness: Record<string, string>]>([
    ['', '', {}],
    ['', 'a!=b', {}],
    ['!k', 'k notin (a)', {}],
    ['k!=a', 'k!=b', {}],
    ['environment in (prod,qa)', 'environment notin (qa)', { environment: 'prod' }],
    ['app=web,tier in (front,api)', 'app=web,!canary', { app: 'web', tier: 'api' }],
    ['a=b', 'c=d', { a: 'b', c: 'd' }],
    ['a', 'a!=b', { a: 'a' }],
    ['a', 'a notin (a,b)', { a: 'c' }],
    ['k=', '', { k: '' }],
    ['k=', 'k', { k: '' }],
    // What is said is what people know; the shortest of it, and what is not empty.
    ['k in (,a)', '', { k: 'a' }],
    ['k in (long,er,it)', 'k', { k: 'er' }],
    ['k in (b,a,10,9)', 'k', { k: '9' }],
    ['a>1', 'a in (07,10,1)', { a: '07' }],
    // Integers.
    ['x>4', '', { x: '5' }],
    ['x>4', 'x<6', { x: '5' }],
    ['x>4,x<6', 'x!=5', { x: '05' }],
    ['x>3', 'x notin (4,5,6)', { x: '7' }],
    ['x>9223372036854775806', '', { x: '9223372036854775807' }],
    ['x>4,x<6', 'x notin (…5)', { x: FIVES[62] ?? '' }],
    ['x>4,x<6', 'x notin (05…)', { x: '5' }],
    ['x>9223372036854775806', 'x notin (…9223372036854775807)', { x: LARGEST[44] ?? '' }],
    ['constructor', 'toString=a', { constructor: 'a', toString: 'a' }],
  ])('of %j and %j', (a, b, witness) => {
    expect(findOverlap(of(a), of(b))).toEqual(witness);
    expect(findOverlap(of(b), of(a))).toEqual(witness);
  });

  test.each([
    ['a=b', 'a=c'],
    ['a=b', '!a'],
    ['a', '!a'],
    ['k in ()', '!k'],
    ['k=', '!k'],
    ['k=', 'k notin (,b)'],
    ['a=b,c', 'a!=b'],
    ['x in (a)', 'x>1'],
    ['x in (1,2)', 'x>2'],
    ['x>4', 'x<5'],
    ['x>4,x<6', 'x notin (5…)'],
    ['x>9223372036854775806', 'x notin (9223372036854775807…)'],
    // One that selects nothing overlaps nothing.
    ['a,!a', ''],
    ['a,!a', 'a,!a'],
    ['x>9223372036854775807', ''],
  ])('is not to be had of %j and %j', (a, b) => {
    expect(findOverlap(of(a), of(b))).toBeUndefined();
    expect(findOverlap(of(b), of(a))).toBeUndefined();
  });

  test('of everything and of nothing', () => {
    expect(findOverlap(EVERYTHING, EVERYTHING)).toEqual({});
    expect(findOverlap(EVERYTHING, of('a=b'))).toEqual({ a: 'b' });
    expect(findOverlap(NOTHING, NOTHING)).toBeUndefined();
    expect(findOverlap(NOTHING, EVERYTHING)).toBeUndefined();
  });

  test('is one of any alternatives, with no label that another alternative makes needless', () => {
    expect(findOverlap(of('a=b', 'a=c'), of('a=d', 'a=c,e'))).toEqual({ a: 'c', e: 'a' });
    expect(findOverlap(of('a=b', 'a=c'), of('a=d', 'a=e'))).toBeUndefined();
    expect(findOverlap(of('a,!a', 'b,!b'), EVERYTHING)).toBeUndefined();
    expect(findOverlap(of('x=05,y=a', 'x=05,x=7', '!y'), EVERYTHING)).toEqual({});
    expect(findOverlap(of('a=b,c=d', 'c=d'), of('a,c', '!a'))).toEqual({ c: 'd' });
  });

  test('is a plain object of ones own, of own properties', () => {
    const selector = of('constructor=a,toString=b');
    const witness = findOverlap(selector, EVERYTHING) ?? {};
    expect(Object.getPrototypeOf(witness)).toBe(Object.prototype);
    expect(Object.entries(witness)).toEqual([
      ['constructor', 'a'],
      ['toString', 'b'],
    ]);
    Object.assign(witness, { toString: 'changed' });
    expect(findOverlap(selector, EVERYTHING)).toEqual({ constructor: 'a', toString: 'b' });
  });

  test('has valid labels alone', () => {
    expect(findOverlap(byHand([['k', 'in', 'b c', 'longer']]), EVERYTHING)).toEqual({ k: 'longer' });
    expect(findOverlap(byHand([['k', 'notin', 'b c']]), of('k'))).toEqual({ k: 'a' });
    expect(findOverlap(byHand([['x', 'gt', '-6']]), of('x'))).toEqual({ x: '0' });
    expect(findOverlap(byHand([['x', 'lt', '-6']]), EVERYTHING)).toBeUndefined();
    expect(findOverlap(byHand([['not a key', '!']]), EVERYTHING)).toEqual({});
    expect(findOverlap(byHand([['__proto__', 'exists']]), EVERYTHING)).toBeUndefined();
    expect(findOverlap(byHand([['x', 'in', '+7', '9']]), of('x>5'))).toEqual({ x: '9' });
    const name = `${'a'.repeat(63)}.b`;
    expect(findOverlap(byHand([['metadata.name', '=', name]]), EVERYTHING)).toEqual({
      'metadata.name': name,
    });
  });
});
