import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findOverlap, findOverlaps, type Selector } from '../../src/index.ts';
import { naivePairs } from '../oracle/naive-algebra-pairs.ts';
import { naiveOverlapFaults } from '../oracle/naive-algebra-witness.ts';
import type { NaiveAlternatives } from '../oracle/naive-index.ts';
import type { NaiveRequirement } from '../oracle/naive-requirement.ts';
import { controllers, crowds } from './algebra-crowds.ts';
import { everyRequirement, requirementsOn, selectorsOf } from './algebra-language.ts';
import { LANGUAGES } from './algebra-worlds.ts';
import { runs, TIMEOUT } from './runs.ts';
import { selectorIn } from './selector-pools.ts';

type Namespaces = readonly (string | undefined)[];

/** Every pair, each held against each. */
function doubleLoop(selectors: readonly Selector[], namespaces: Namespaces = []): [number, number][] {
  const found: [number, number][] = [];
  for (const [first, a] of selectors.entries()) {
    for (const [second, b] of selectors.entries()) {
      if (second <= first) continue;
      const [one, other] = [namespaces[first], namespaces[second]];
      const isApart = one !== undefined && other !== undefined && one !== other;
      if (!isApart && findOverlap(a, b) !== undefined) found.push([first, second]);
    }
  }
  return found;
}

const namespaces: Arbitrary<string | undefined> = fc.constantFrom(undefined, '', 'default', 'shop');

/** Sets of selectors, some of them in namespaces; few keys, so that many overlap, or many values, so that few do. */
function sets(
  requirements: Arbitrary<NaiveRequirement>,
  most: number,
): Arbitrary<{ written: NaiveAlternatives[]; spaces: (string | undefined)[] | undefined }> {
  return fc.array(selectorsOf(requirements), { maxLength: most, size: 'max' }).chain((written) => {
    const { length } = written;
    const spaces = fc.array(namespaces, { minLength: length, maxLength: length });
    return fc.record({ written: fc.constant(written), spaces: fc.option(spaces, { nil: undefined }) });
  });
}

const CASES: readonly [
  name: string,
  requirements: Arbitrary<NaiveRequirement>,
  most: number,
  count: number,
][] = [
  ['any words', requirementsOn('a', 'b', 'c'), 80, 40],
  [
    'short words and numbers',
    fc.constantFrom(...(LANGUAGES[0]?.vocabularies ?? []).flatMap(everyRequirement)),
    80,
    40,
  ],
  ['crowds', crowds, 80, 40],
  ['large crowds', crowds, 300, 3],
];

describe('all overlaps of many selectors', () => {
  test.each(CASES)('are those of every pair: %s', { timeout: TIMEOUT }, (_, requirements, most, count) => {
    const seen = { pairs: 0, overlaps: 0 };
    fc.assert(
      fc.property(sets(requirements, most), ({ written, spaces }) => {
        const selectors = written.map((one, at) => selectorIn(one, at % 3 === 0 ? 5 : 0));
        const found = [...findOverlaps(selectors, spaces === undefined ? {} : { namespaces: spaces })];
        const wanted = doubleLoop(selectors, spaces);
        expect(found.map(({ first, second }) => [first, second])).toEqual(wanted);
        for (const { first, second, witness } of found) {
          expect(naiveOverlapFaults(witness, written[first] ?? [], written[second] ?? [])).toEqual([]);
        }
        seen.pairs += (selectors.length * (selectors.length - 1)) / 2;
        seen.overlaps += found.length;
      }),
      runs(count),
    );
    expect(seen.overlaps).toBeGreaterThan(300);
    expect(seen.pairs - seen.overlaps).toBeGreaterThan(300);
  });

  test('are those of every pair of thousands', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(fc.array(controllers, { minLength: 2500, maxLength: 2500 }), (written) => {
        const found = [...findOverlaps(written.map((one) => selectorIn(one, 0)))];
        const wanted = naivePairs(written);
        expect(wanted.length).toBeGreaterThan(2000);
        expect(found.map(({ first, second }) => `${first} ${second}`)).toEqual(wanted);
      }),
      { ...runs(1), endOnFailure: true },
    );
  });

  test('may be read a part at a time, and each as often as one likes', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(sets(requirementsOn('a', 'b'), 20), fc.nat(50), ({ written }, stop) => {
        const selectors = written.map((one) => selectorIn(one, 0));
        const all = [...findOverlaps(selectors)];
        const reading = findOverlaps(selectors);
        const read = [];
        for (let next = reading.next(); !next.done && read.length < stop; next = reading.next())
          read.push(next.value);
        if (read.length < stop) expect(reading.next().done).toBe(true);
        expect(read.map(({ first, second, witness }) => ({ first, second, witness }))).toEqual(
          all.slice(0, stop).map(({ first, second, witness }) => ({ first, second, witness })),
        );
      }),
      runs(50),
    );
  });
});
