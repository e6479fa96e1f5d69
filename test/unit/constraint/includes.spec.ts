import { describe, expect, test } from 'vitest';
import { conjunctionOf } from '../../../src/constraint/conjunction.ts';
import { includesConjunction } from '../../../src/constraint/includes.ts';
import { parseSelector } from '../../../src/index.ts';

function includes(outer: string, inner: string): boolean {
  const [a, b] = [outer, inner].map((text) => conjunctionOf(parseSelector(text).alternatives[0] ?? []));
  if (a === undefined || b === undefined) throw new Error(`${outer} or ${inner} is a contradiction`);
  return includesConjunction(a, b);
}

describe('whether one conjunction contains another', () => {
  test.each<[outer: string, inner: string]>([
    ['', ''],
    ['', 'a=b'],
    ['a', 'a=b'],
    ['a', 'a>5'],
    ['a', 'a,a!=b'],
    ['a in (b,c)', 'a=b'],
    ['a in (b,c)', 'a in (c,b)'],
    ['a!=b', 'a=c'],
    ['a!=b', 'a notin (b,c)'],
    ['a!=b', '!a'],
    ['a!=b', 'a>5'],
    ['a>5', 'a>6'],
    ['a>5', 'a>5,a<9'],
    ['a>5', 'a in (6,007)'],
    ['a>5', 'a>6,a!=8'],
    ['a>5,a!=6', 'a>6'],
    ['a!=6', 'a>6'],
    ['!a', '!a'],
    ['a=b', 'a=b,c=d'],
    ['a,c', 'a=b,c=d,e'],
  ])('%j contains %j', (outer, inner) => {
    expect(includes(outer, inner)).toBe(true);
  });

  test.each<[outer: string, inner: string]>([
    ['a=b', ''],
    ['a=b', 'a'],
    ['a=b', 'a in (b,c)'],
    ['a=b', 'a=c'],
    ['a', '!a'],
    ['a', 'a!=b'],
    ['!a', 'a=b'],
    ['!a', 'a!=b'],
    ['a!=b', 'a=b'],
    ['a!=b', 'a!=c'],
    ['a notin (b,c)', 'a!=b'],
    ['a>5', 'a>4'],
    ['a>5', 'a'],
    ['a>5', 'a in (6,5)'],
    ['a>5,a<9', 'a>5'],
    ['a>5,a!=6', 'a>5'],
    ['a>5,a!=06', 'a>5,a!=6'],
    ['a=b,c=d', 'a=b'],
    ['a,c', 'a=b,e=d'],
  ])('%j does not contain %j', (outer, inner) => {
    expect(includes(outer, inner)).toBe(false);
  });
});
