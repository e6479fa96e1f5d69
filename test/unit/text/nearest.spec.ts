import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, nearest } from '../../../src/text/nearest.ts';
import { runs } from '../../property/runs.ts';

describe('editDistance', () => {
  test.each<[a: string, b: string, distance: number]>([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['', 'abc', 3],
    ['abc', 'abcd', 1],
    ['abcd', 'bcd', 1],
    ['abc', 'axc', 1],
    ['abc', 'acb', 1],
    ['ab', 'ba', 1],
    ['xabc', 'xbac', 1],
    ['enviroment', 'environment', 1],
    ['kitten', 'sitting', 3],
    ['abcdef', 'badcfe', 3],
    // Optimal string alignment: what was swapped is not edited again (free Damerau–Levenshtein says 2).
    ['ca', 'abc', 3],
  ])('of %j and %j is %i', (a, b, distance) => {
    expect(editDistance(a, b, 9)).toBe(distance);
    expect(editDistance(b, a, 9)).toBe(distance);
  });

  test.each<[a: string, b: string, limit: number, found: number]>([
    ['kitten', 'sitting', 3, 3],
    ['kitten', 'sitting', 2, 3],
    ['kitten', 'sitting', 0, 1],
    ['a', 'abcd', 2, 3],
    ['abcdefgh', 'hgfedcba', 2, 3],
    ['same', 'same', 0, 0],
  ])('of %j and %j is told up to the limit of %i as %i', (a, b, limit, found) => {
    expect(editDistance(a, b, limit)).toBe(found);
  });

  test('is what the full distance is, cut at the limit, whatever the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(5), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(editDistance(a, b, 100), limit + 1));
      }),
      runs(500),
    );
  });
});

describe('nearest', () => {
  test.each<[word: string, candidates: string[], found: string | undefined]>([
    ['enviroment', ['app', 'environment', 'zone'], 'environment'],
    ['App', ['app'], 'app'],
    ['ENVIRONMENT', ['Environment'], 'Environment'],
    ['in', ['on'], 'on'],
    ['tier', ['tire'], 'tire'],
    ['prod', ['production'], undefined],
    ['app', ['zone', 'tier'], undefined],
    ['app', [], undefined],
    // One edit up to four units, two up to nine, three beyond.
    ['abcd', ['abxy'], undefined],
    ['abcde', ['abcxy'], 'abcxy'],
    ['abcdefghi', ['abcdefxyz'], undefined],
    ['abcdefghij', ['abcdefgxyz'], 'abcdefgxyz'],
    ['abcdefghij', ['abcdefwxyz'], undefined],
    // A word that has no unit in common is no slip, however short.
    ['a', ['b'], undefined],
    ['', ['a'], undefined],
  ])('of %j among %j is %j', (word, candidates, found) => {
    expect(nearest(word, candidates)).toBe(found);
  });

  test('is the nearest of several, the first of equals, and never the word itself', () => {
    expect(nearest('tiers', ['tixxs', 'tier', 'tierz'])).toBe('tier');
    expect(nearest('tiers', ['tierz', 'tier'])).toBe('tierz');
    expect(nearest('tier', ['tier'])).toBe(undefined);
    expect(nearest('tier', ['tier', 'tiers'])).toBe('tiers');
  });

  test('is nothing for a word of more than a hundred units', () => {
    const long = 'a'.repeat(100);
    expect(nearest(long, [`${long}b`])).toBe(`${long}b`);
    expect(nearest(`${long}b`, [long])).toBe(undefined);
  });
});
