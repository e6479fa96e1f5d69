import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueSet } from '../../../src/syntax/value-set.ts';
import { runs } from '../../property/runs.ts';

describe('the values of a set', () => {
  test.each<[values: string[], set: string[]]>([
    [[], []],
    [['b'], ['b']],
    [['b', 'b'], ['b']],
    [
      ['b', '', 'a', '', 'b'],
      ['', 'a', 'b'],
    ],
    // By byte: digits, upper case, lower case, and 10 before 9.
    [
      ['b', 'B', 'a-b', 'a.b', 'a_b', 'a', '10', '9'],
      ['10', '9', 'B', 'a', 'a-b', 'a.b', 'a_b', 'b'],
    ],
  ])('of %j are %j', (values, set) => {
    const found = valueSet(values);
    expect(found).toEqual(set);
    expect(Object.isFrozen(found)).toBe(true);
  });

  test('are in order, each once, however many there are', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'B', '1', '-'), maxLength: 3 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (values) => {
        expect(valueSet([...values])).toEqual([...new Set(values)].sort());
      }),
      runs(300),
    );
  });
});
