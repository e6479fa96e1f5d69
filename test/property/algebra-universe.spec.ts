import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NaiveWorld } from '../oracle/naive-algebra.ts';
import type { NaiveAlternatives } from '../oracle/naive-index.ts';
import { pairFaults, relationOf, type Subject, singleFaults, subjectOf } from './algebra-agreement.ts';
import { crowdedPairs, everyRequirement, selectorsOf } from './algebra-language.ts';
import { LANGUAGES } from './algebra-worlds.ts';
import { runs, TIMEOUT } from './runs.ts';

/*
 * Every answer of the algebra, held against a world that is looked at in whole. A world has, for each key, absence and all
 * strings of a small alphabet up to length 2; and what stands for everything else there is: a word nobody mentions, and of
 * the integers below, at and above each bound a spelling nobody mentions, where one is left (`naiveDomain` says why no more
 * is needed). So of any selectors of these words: a label set with some property exists just where the world has one.
 */

/** The first fault among all pairs; there may be thousands of the same kind. */
function firstFault(subjects: readonly Subject[], world: NaiveWorld): string | undefined {
  for (const a of subjects) {
    for (const b of subjects) {
      const [fault] = pairFaults(a, b, world);
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}

describe('selectors of very many alternatives', () => {
  test('are what all label sets show', { timeout: TIMEOUT }, () => {
    const [{ vocabularies, extras } = { vocabularies: [] }] = LANGUAGES;
    const requirements = vocabularies.flatMap(everyRequirement);
    const world = new NaiveWorld(requirements, extras);
    // Demanding enough that the alternatives do not make up everything.
    const demanding = requirements.filter(
      ({ operator }) => !['!', '!=', 'notin', 'exists'].includes(operator),
    );
    const seen = { equal: 0, implies: 0, implied: 0, overlap: 0, disjoint: 0 };
    fc.assert(
      fc.property(crowdedPairs(fc.constantFrom(...demanding), 'z'), ([first, second]) => {
        const [a, b] = [subjectOf(first, world), subjectOf(second, world)];
        seen[relationOf(a.meaning, b.meaning)] += 1;
        expect([...pairFaults(a, b, world), ...pairFaults(b, a, world)]).toEqual([]);
      }),
      { ...runs(20), endOnFailure: true },
    );
    expect(Math.min(seen.implies, seen.overlap, seen.disjoint), JSON.stringify(seen)).toBeGreaterThan(1);
  });
});

describe.each(LANGUAGES)('in a world of $name', ({ vocabularies, extras, byHand, families }) => {
  const requirements = vocabularies.flatMap(everyRequirement);
  const world = new NaiveWorld(requirements, extras);
  const subjects = (all: readonly NaiveAlternatives[]) => all.map((one) => subjectOf(one, world, byHand));

  test('all pairs of single requirements', { timeout: TIMEOUT }, () => {
    const all = subjects([[], [[]], ...requirements.map((one) => [[one]])]);
    expect(all.flatMap((one) => singleFaults(one, world))).toEqual([]);
    expect(firstFault(all, world)).toBeUndefined();
  });

  test('all pairs of random selectors, of one alternative and of several', { timeout: TIMEOUT }, () => {
    const some: Arbitrary<NaiveAlternatives> = selectorsOf(fc.constantFrom(...requirements));
    const seen = { equal: 0, implies: 0, implied: 0, overlap: 0, disjoint: 0 };
    fc.assert(
      fc.property(fc.array(some, { minLength: 40, maxLength: 40 }), (written) => {
        const all = subjects(written);
        for (const a of all) for (const b of all) seen[relationOf(a.meaning, b.meaning)] += 1;
        expect(all.flatMap((one) => singleFaults(one, world))).toEqual([]);
        expect(firstFault(all, world)).toBeUndefined();
      }),
      // A fault names its pair, so nothing is gained by shrinking forty selectors.
      { ...runs(families), endOnFailure: true },
    );
    expect(Math.min(...Object.values(seen)), 'pairs of the rarest relation').toBeGreaterThan(30);
  });
});
