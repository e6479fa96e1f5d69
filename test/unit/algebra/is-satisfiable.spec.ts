import { describe, expect, test } from 'vitest';
import { EVERYTHING, isSatisfiable, NOTHING } from '../../../src/index.ts';
import { byHand, of } from './selectors.ts';

const LONG = 'a'.repeat(63);

describe('whether any valid label set satisfies a selector', () => {
  test.each([
    '',
    'a',
    '!a',
    'a=',
    'a!=',
    'a!=b',
    'a,a!=b,a!=',
    '!a,a!=b',
    '!a,a notin (b,c)',
    'a=b,c=d,!e',
    `a=${LONG}`,
    'a in (b,c),a in (c,d)',
    'x>0',
    'x<1',
    'x>9223372036854775806',
    'x<9223372036854775807',
    'x>4,x<6',
    'x>4,x<6,x!=5',
    'x>4,x<7,x notin (5,6)',
    'x=5,x>4',
    'x=005,x>4,x<6',
    'x>4,x<6,x notin (05…)',
    'x>4,x<6,x notin (…5)',
    'x>9223372036854775806,x notin (…9223372036854775807)',
    'x>9223372036854775806,x notin (09223372036854775807…)',
    'x>4,x<7,x notin (5…)',
    'x>4,x notin (5…)',
    'x,x notin (5…)',
  ])('some satisfies %j', (text) => {
    expect(isSatisfiable(of(text))).toBe(true);
  });

  test.each([
    'a,!a',
    'a=b,a=c',
    'a=,!a',
    'a=b,a!=b',
    'a in (b,c),a notin (c,b)',
    'a in (b,c),a in (d,e)',
    'a=B,a=b',
    'c=d,a,!a',
    'x>5,x<6',
    'x>5,x<5',
    'x>9223372036854775807',
    'x<0',
    'x=a,x>1',
    'x=,x<1',
    'x=5,x>5',
    'x=9223372036854775808,x>5',
    'x>5,!x',
    'x>4,x<6,x notin (5…)',
    'x>4,x<7,x notin (5…,6…)',
    'x>9223372036854775806,x notin (9223372036854775807…)',
  ])('none satisfies %j', (text) => {
    expect(isSatisfiable(of(text))).toBe(false);
    // Nor does it as one of several.
    expect(isSatisfiable(of(text, 'a,!a'))).toBe(false);
    expect(isSatisfiable(of(text, 'a'))).toBe(true);
  });

  test('everything, nothing', () => {
    expect(isSatisfiable(EVERYTHING)).toBe(true);
    expect(isSatisfiable(NOTHING)).toBe(false);
  });

  test('values and keys that no valid label has', () => {
    for (const value of ['b c', '-5', 'b-', `${LONG}a`, 'é', 'b\n']) {
      expect(isSatisfiable(byHand([['k', '=', value]])), value).toBe(false);
      expect(isSatisfiable(byHand([['k', 'in', value, 'a']])), value).toBe(true);
      expect(isSatisfiable(byHand([['k', '!=', value]])), value).toBe(true);
    }
    for (const key of ['not a key', '', '__proto__', 'a/b/c']) {
      expect(isSatisfiable(byHand([[key, 'exists']])), key).toBe(false);
      expect(isSatisfiable(byHand([[key, '=', 'a']])), key).toBe(false);
      expect(isSatisfiable(byHand([[key, '!']])), key).toBe(true);
      expect(isSatisfiable(byHand([[key, 'notin', 'a']])), key).toBe(true);
    }
    expect(isSatisfiable(byHand([['x', 'lt', '-5']]))).toBe(false);
    expect(
      isSatisfiable(
        byHand([
          ['x', 'gt', '-5'],
          ['x', 'lt', '1'],
        ]),
      ),
    ).toBe(true);
    expect(
      isSatisfiable(
        byHand([
          ['x', 'gt', '-5'],
          ['x', 'lt', '0'],
        ]),
      ),
    ).toBe(false);
  });

  test('the name of a node, which may be longer than a label', () => {
    const name = `${'a'.repeat(63)}.example.com`;
    expect(isSatisfiable(byHand([['metadata.name', '=', name]]))).toBe(true);
    expect(isSatisfiable(byHand([['name', '=', name]]))).toBe(false);
    expect(isSatisfiable(byHand([['metadata.name', '=', `${'a.'.repeat(127)}b`]]))).toBe(false);
    // There is room for more zeros.
    const five = of('metadata.name>4,metadata.name<6,metadata.name notin (5…)');
    expect(isSatisfiable(five)).toBe(true);
  });
});
