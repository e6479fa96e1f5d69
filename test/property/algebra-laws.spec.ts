import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allOf,
  anyOf,
  checkLabels,
  compareSelectors,
  EVERYTHING,
  equivalent,
  findConflicts,
  findDifference,
  findOverlap,
  implies,
  isSatisfiable,
  NOTHING,
  type Selector,
  selectorKey,
} from '../../src/index.ts';
import { naiveWorldOf } from '../oracle/naive-algebra.ts';
import { naiveValueFaults } from '../oracle/naive-algebra-witness.ts';
import { comparisonFaults, pairFaults, singleFaults, subjectOf } from './algebra-agreement.ts';
import { coveredSelectors, relatedSelectors, requirementsOn, selectorsOf } from './algebra-language.ts';
import { runs, TIMEOUT } from './runs.ts';
import { selectorIn, WAYS } from './selector-pools.ts';

const onTwoKeys = requirementsOn('a', 'b');
const onThreeKeys = requirementsOn('a', 'constructor', 'x/a');

/** Several selectors that have to do with each other. */
const related = relatedSelectors(onTwoKeys, 7).map((all) => all.map((one) => selectorIn(one, 0)));

const overlaps = (a: Selector, b: Selector) => findOverlap(a, b) !== undefined;

describe('two selectors of any words', () => {
  test.each([
    ['random ones', fc.tuple(selectorsOf(onTwoKeys), selectorsOf(onTwoKeys))],
    ['random ones on more keys', fc.tuple(selectorsOf(onThreeKeys), selectorsOf(onThreeKeys))],
    ['one and alternatives that often contain it together', coveredSelectors(onThreeKeys)],
  ] as const)('are what all label sets show: %s', { timeout: TIMEOUT }, (_, pairs) => {
    fc.assert(
      fc.property(pairs, fc.boolean(), ([first, second], byHand) => {
        const world = naiveWorldOf(first, second);
        const [a, b] = [subjectOf(first, world, byHand), subjectOf(second, world)];
        expect([...singleFaults(a, world), ...singleFaults(b, world)]).toEqual([]);
        expect([...pairFaults(a, b, world), ...pairFaults(b, a, world)]).toEqual([]);
        expect(comparisonFaults(a, b, world)).toEqual([]);
      }),
      runs(160),
    );
  });

  test('of one alternative each, overlap in a label set that is read with ease', { timeout: TIMEOUT }, () => {
    const one = fc.array(onTwoKeys, { maxLength: 4 });
    fc.assert(
      fc.property(one, one, (a, b) => {
        const witness = findOverlap(selectorIn([a], 0), selectorIn([b], 0)) ?? {};
        expect(checkLabels(witness)).toEqual([]);
        expect(naiveValueFaults(witness, a, b)).toEqual([]);
      }),
      runs(500),
    );
  });

  test('may be written in any way', { timeout: TIMEOUT }, () => {
    const way = fc.nat(WAYS - 1);
    fc.assert(
      fc.property(relatedSelectors(onTwoKeys, 5), way, (written, other) => {
        for (const one of written) {
          const [plain, rewritten] = [selectorIn(one, 0), selectorIn(one, other)];
          expect(isSatisfiable(rewritten)).toBe(isSatisfiable(plain));
          expect(equivalent(plain, rewritten)).toBe(true);
          for (const second of written.map((again) => selectorIn(again, 0))) {
            expect(overlaps(rewritten, second)).toBe(overlaps(plain, second));
            expect(implies(rewritten, second)).toBe(implies(plain, second));
            expect(implies(second, rewritten)).toBe(implies(second, plain));
          }
        }
      }),
      runs(100),
    );
  });

  test('are told the same every time, and whatever was asked before', { timeout: TIMEOUT }, () => {
    const answersOf = (a: Selector, b: Selector) => [
      findOverlap(a, b),
      findDifference(a, b),
      findConflicts(a, b),
    ];
    fc.assert(
      fc.property(relatedSelectors(onTwoKeys, 7), (written) => {
        const selectors = written.map((one) => selectorIn(one, 0));
        const first = selectors.map((a) => selectors.map((b) => answersOf(a, b)));
        const again = written.map((one) => selectorIn(one, 0));
        for (const [i, row] of [...first.entries()].reverse()) {
          for (const [j, answers] of [...row.entries()].reverse()) {
            for (const [a, b] of [
              [selectors[i], selectors[j]],
              [again[i], again[j]],
            ]) {
              expect(answersOf(a ?? NOTHING, b ?? NOTHING)).toEqual(answers);
            }
          }
        }
      }),
      runs(30),
    );
  });
});

describe('implication', () => {
  test('is a partial order of what selectors mean', { timeout: TIMEOUT }, () => {
    const seen = { strict: 0, chains: 0 };
    fc.assert(
      fc.property(related, (selectors) => {
        const implied = selectors.map((a) => selectors.map((b) => implies(a, b)));
        for (const [i, a] of selectors.entries()) {
          expect(implied[i]?.[i]).toBe(true);
          for (const [j, b] of selectors.entries()) {
            const [forth, back] = [implied[i]?.[j], implied[j]?.[i]];
            expect(equivalent(a, b)).toBe(forth === true && back === true);
            if (forth === true && back === false) seen.strict += 1;
            for (const k of forth === true ? selectors.keys() : []) {
              if (implied[j]?.[k] !== true) continue;
              expect(implied[i]?.[k], `${a} and ${b} and ${selectors[k]}`).toBe(true);
              if (back === false) seen.chains += 1;
            }
          }
        }
      }),
      runs(200),
    );
    expect(seen.strict).toBeGreaterThan(300);
    expect(seen.chains).toBeGreaterThan(300);
  });

  test('goes from nothing to everything', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(related, (selectors) => {
        for (const one of selectors) {
          expect(implies(one, EVERYTHING)).toBe(true);
          expect(implies(NOTHING, one)).toBe(true);
          expect(implies(one, NOTHING)).toBe(!isSatisfiable(one));
          expect(isSatisfiable(one)).toBe(overlaps(one, EVERYTHING));
          expect(overlaps(one, one)).toBe(isSatisfiable(one));
          expect(overlaps(one, NOTHING)).toBe(false);
        }
      }),
      runs(100),
    );
  });

  test('has unions for bounds from above, and conjunctions from below', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(related, ([a = NOTHING, b = NOTHING, c = NOTHING]) => {
        const [both, either] = [allOf(a, b), anyOf(a, b)];
        expect([implies(both, a), implies(both, b), implies(a, either), implies(b, either)]).toEqual(
          new Array(4).fill(true),
        );
        expect(implies(either, c)).toBe(implies(a, c) && implies(b, c));
        expect(implies(c, both)).toBe(implies(c, a) && implies(c, b));
        expect(isSatisfiable(both)).toBe(overlaps(a, b));
        expect(overlaps(either, c)).toBe(overlaps(a, c) || overlaps(b, c));
        // They distribute, so two unions of different alternatives are one.
        expect(equivalent(allOf(c, either), anyOf(allOf(c, a), allOf(c, b)))).toBe(true);
        expect(equivalent(anyOf(c, both), allOf(anyOf(c, a), anyOf(c, b)))).toBe(true);
      }),
      runs(200),
    );
  });
});

describe('the answers agree with each other', () => {
  test('whatever is asked of two selectors', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(related, (selectors) => {
        for (const a of selectors) {
          for (const b of selectors) {
            const { relation, both, onlyFirst, onlySecond, conflicts } = compareSelectors(a, b);
            expect(overlaps(b, a)).toBe(overlaps(a, b));
            expect(both !== undefined).toBe(overlaps(a, b));
            expect(onlyFirst === undefined).toBe(implies(a, b));
            expect(onlySecond === undefined).toBe(implies(b, a));
            expect(findDifference(a, b) === undefined).toBe(implies(a, b));
            expect(findConflicts(a, b) === undefined).toBe(overlaps(a, b));
            expect(relation === 'equal').toBe(equivalent(a, b));
            if (relation === 'disjoint') expect(conflicts).toEqual(findConflicts(a, b));
            // Where a selects nothing, it implies what it is disjoint from.
            if (relation === 'implies' || relation === 'implied') expect(overlaps(a, b)).toBe(true);
            if (selectorKey(a) === selectorKey(b)) expect(equivalent(a, b)).toBe(true);
          }
        }
      }),
      runs(100),
    );
  });
});
