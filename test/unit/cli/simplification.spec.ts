import { expect, test } from 'vitest';
import { simplificationLines } from '../../../src/cli/output/simplification.ts';
import { anyOf, parseSelector, simplify } from '../../../src/index.ts';

test.each([
  ['a=b,c', []],
  ['c,a=b', []],
  ['a in (b)', ['a in (b) is the same as a=b']],
  ['a,a=b,a!=c', ['a,a!=c follow from a=b']],
  ['x>1,x>3', ['x>1 follows from x>3']],
  ['a=b,a=b', ['a=b was there more than once']],
  ['a=b,a=b,a', ['a=b was there more than once', 'a follows from a=b']],
  ['x in (1,2,3),x!=2', ['x in (1,2,3),x!=2 is the same as x in (1,3)']],
  ['b==c,a,a in (b,c)', ['b==c is the same as b=c', 'a follows from a in (b,c)']],
])('%s: %j', (text, expected) => {
  const selector = parseSelector(text);
  expect(simplificationLines(selector, simplify(selector))).toEqual(expected);
});

test('of several alternatives, which say things together, nothing is told', () => {
  const selector = anyOf(parseSelector('a=b'), parseSelector('a=c'));
  expect(simplificationLines(selector, simplify(selector))).toEqual([]);
});
