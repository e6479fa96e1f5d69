import { describe, expect, test } from 'vitest';
import { anyOf, findDifference, findOverlap, parseSelector } from '../../../src/index.ts';

const any = (...texts: string[]) => anyOf(...texts.map((text) => parseSelector(text)));

describe('values of a witness', () => {
  test('what stands for every value that is no integer is none, though another alternative lists one', () => {
    const others = any('x<10', 'x>9', 'q=1');
    expect(findDifference(any('x', 'y=1,x=3'), others)).toEqual({ x: 'a' });
    expect(findDifference(any('x', 'y=1,x=03'), parseSelector('x>2'))).toEqual({ x: 'a' });
  });

  test('come from an alternative that is not the one that overlaps, where they fit', () => {
    expect(findOverlap(any('a', 'b=1,a=prod'), parseSelector('a!=x'))).toEqual({ a: 'prod' });
    expect(findDifference(any('a', 'b=1,a=prod'), parseSelector('a=x'))).toEqual({ a: 'prod' });
  });

  test('are none of those that are excluded, and short', () => {
    expect(findOverlap(parseSelector('a'), parseSelector('a notin (a,b,c)'))).toEqual({ a: 'd' });
    expect(findDifference(parseSelector('a!=x'), parseSelector('!a'))).toEqual({ a: 'a' });
    expect(findOverlap(parseSelector('a in (,long,bb)'), parseSelector('a'))).toEqual({ a: 'bb' });
  });
});
