import { describe, expect, test } from 'vitest';
import { parseSelector, printRequirement, type Requirement } from '../../../src/index.ts';

describe('a requirement alone', () => {
  test.each(['a=b', 'a==b', 'a!=b', 'a in (b,c)', 'a notin (b,c)', 'a', '!a', 'a>4', 'a<4'])(
    '%s is printed as it is in its selector',
    (text) => {
      const [requirement] = parseSelector(text).alternatives[0] ?? [];
      expect(requirement && printRequirement(requirement)).toBe(text);
    },
  );

  test.each([
    [undefined, 'not undefined'],
    [null, 'not null'],
    ['a=b', 'not a string'],
    [{}, 'not an object'],
    [{ key: 'a', operator: 'like', values: ['b'] }, 'not one of the operator "like"'],
    [{ key: 'a', operator: 'toString', values: ['b'] }, 'not one of the operator "toString"'],
    [{ key: 'a', operator: 'in' }, 'not one of the operator "in"'],
  ])('%j is refused by name', (given, named) => {
    const calling = () => printRequirement(given as unknown as Requirement);
    expect(calling).toThrow(TypeError);
    expect(calling).toThrow(named);
  });
});
