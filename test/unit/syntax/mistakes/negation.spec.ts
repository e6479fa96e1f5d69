import { describe, expect, test } from 'vitest';
import { diagnosticsOf, mendedFully, type Told, told } from '../told.ts';

describe('a "!" at the wrong place', () => {
  test.each<[text: string, ...told: Told[]]>([
    ['!a=b', ['negated-requirement', 0, 3, 'a!=b']],
    ['!a==b', ['negated-requirement', 0, 4, 'a!=b']],
    ['! a = b', ['negated-requirement', 0, 5, 'a!= b']],
    ['!a!=b', ['negated-requirement', 0, 4, 'a=b']],
    ['!a>5', ['negated-requirement', 0, 3]],
    ['!a<5', ['negated-requirement', 0, 3]],
    ['!a in (b)', ['negated-requirement', 0, 5, 'a notin (b)']],
    ['!a notin (b)', ['negated-requirement', 0, 8, 'a in (b)']],
    ['!a IN (b)', ['negated-requirement', 0, 5, 'a notin (b)']],
    ['x,!a=b,y', ['negated-requirement', 2, 5, 'x,a!=b,y']],
    ['!!a', ['negated-requirement', 0, 2, 'a']],
    ['! !a', ['negated-requirement', 0, 3, 'a']],
    ['!!!a', ['negated-requirement', 0, 3, '!a']],
    ['!!!!a', ['negated-requirement', 0, 4, 'a']],
    ['a!', ['negated-requirement', 1, 2, '!a']],
    ['a !', ['negated-requirement', 2, 3, '!a']],
    ['a!,b', ['negated-requirement', 1, 2, '!a,b']],
    ['!', ['missing-key', 0, 1]],
    ['a,!', ['missing-key', 2, 3]],
    ['!,a', ['missing-key', 0, 1]],
    ['a !b', ['missing-comma', 2, 3, 'a, !b']],
    ['a=b !c', ['missing-comma', 4, 5, 'a=b, !c']],
    ['a=b!c', ['missing-comma', 3, 4, 'a=b,!c']],
    ['!a !b', ['missing-comma', 3, 4, '!a, !b']],
  ])('%j', (text, ...wanted) => {
    expect(told(text)).toEqual(wanted);
  });

  test.each([['!(a)'], ['!(a=b)'], ['!(a,b)'], ['!(a=b,c=d)'], ['! (a in (b), c)'], ['x,!(a,b),y']])(
    '%j: a group is told once, whatever is in it',
    (text) => {
      expect(told(text).map(([code]) => code)).toEqual(['unsupported-parentheses']);
    },
  );

  test.each(['!a!', 'a!=b!', 'a in (b)!', '!a=b!'])('%j: one "!" is told once', (text) => {
    const places = diagnosticsOf(text).map(({ span }) => span?.start);
    expect(places.length).toBeGreaterThan(0);
    expect(new Set(places).size).toBe(places.length);
  });

  test.each(['!!a=b', '!!a in (b)', '!!'])(
    '%j: doubled before what it cannot stand before is told once',
    (text) => {
      expect(told(text).map((one) => one.slice(0, 3))).toEqual([['negated-requirement', 0, 2]]);
    },
  );

  test.each<[text: string, mended: string]>([
    ['!a in b', 'a notin (b)'],
    ['!a IN b', 'a notin (b)'],
    ['!a not in (b)', 'a in (b)'],
    ['!a NOTIN (b)', 'a in (b)'],
  ])('%j is mended to %j', (text, wanted) => {
    expect(mendedFully(text)).toBe(wanted);
  });
});
