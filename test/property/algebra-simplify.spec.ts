import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Alternative,
  EVERYTHING,
  equivalent,
  formatSelector,
  NOTHING,
  parseSelector,
  simplify,
} from '../../src/index.ts';
import { naiveWorldOf } from '../oracle/naive-algebra.ts';
import { naiveFewest, naiveValueCount } from '../oracle/naive-algebra-fewest.ts';
import type { NaiveAlternatives } from '../oracle/naive-index.ts';
import type { NaiveRequirement } from '../oracle/naive-requirement.ts';
import { coveredSelectors, everyRequirement, requirementsOn, selectorsOf } from './algebra-language.ts';
import { LANGUAGES } from './algebra-worlds.ts';
import { expectDeeplyFrozen } from './frozen.ts';
import { runs, TIMEOUT } from './runs.ts';
import { selectorIn } from './selector-pools.ts';

/** How long a selector is, by each of its measures. */
function lengths(
  alternatives: NaiveAlternatives,
): [alternatives: number, requirements: number, values: number] {
  const requirements = alternatives.flat();
  return [alternatives.length, requirements.length, naiveValueCount(requirements)];
}

/** That what `simplify` makes of a selector is the simplest form of it. */
function expectSimplest(written: NaiveAlternatives, isText: boolean): void {
  const selector = selectorIn(written, isText ? 0 : 5);
  const simple = simplify(selector);
  const result: NaiveAlternatives = simple.alternatives;
  const world = naiveWorldOf(written, result);
  const meaning = world.meaning(written);
  expect(world.meaning(result), `${simple} means what ${selector} does`).toBe(meaning);
  expect(equivalent(simple, selector)).toBe(true);
  if (meaning === 0n) expect(simple).toBe(NOTHING);
  if (meaning === world.meaning([[]])) expect(simple).toBe(EVERYTHING);
  const [before, after] = [lengths(written), lengths(result)];
  expect(
    after.every((length, at) => length <= (before[at] ?? 0)),
    `${simple} is longer than ${selector}`,
  ).toBe(true);
  for (const { operator, values } of result.flat()) {
    expect(operator).not.toBe('==');
    if (operator === 'in' || operator === 'notin') expect(values.length).toBeGreaterThan(1);
  }
  expect(simplify(simple)).toEqual(simple);
  expect(simplify(selectorIn(written, 5))).toEqual(simple);
  expectDeeplyFrozen(simple);
  if (isText) for (const one of simple.alternatives) expectToBeReadBack(one);
  for (const [at, alternative] of result.entries()) {
    expect(world.meaning(result.toSpliced(at, 1)), `alternative ${at} of ${simple} is needed`).not.toBe(
      meaning,
    );
    for (const index of alternative.keys()) {
      const without = result.with(at, alternative.toSpliced(index, 1));
      expect(world.meaning(without), `requirement ${index} in ${at} of ${simple} is needed`).not.toBe(
        meaning,
      );
    }
  }
}

/** That an alternative of a result can be written and read. */
function expectToBeReadBack(alternative: Alternative): void {
  const text = formatSelector({ alternatives: [alternative] });
  expect(parseSelector(text).alternatives, text).toEqual([alternative]);
}

/** The fewest requirements there are, key by key: what is said of one key says nothing of another. */
function fewestOf(alternative: readonly NaiveRequirement[]): number {
  const keys = [...new Set(alternative.map(({ key }) => key))];
  return keys.reduce((sum, key) => sum + (naiveFewest(key, [alternative]) ?? 0), 0);
}

interface Words {
  readonly name: string;
  readonly requirements: Arbitrary<NaiveRequirement>;
  readonly isText: boolean;
  readonly count: number;
}

const WORDS: readonly Words[] = [
  { name: 'any words', requirements: requirementsOn('a', 'b'), isText: true, count: 250 },
  ...LANGUAGES.map(({ name, vocabularies, byHand = false }) => ({
    name,
    requirements: fc.constantFrom(...vocabularies.flatMap(everyRequirement)),
    isText: !byHand,
    count: 100,
  })),
];

describe.each(WORDS)('the simplest form of selectors: $name', ({ requirements, isText, count }) => {
  test('means the same, is as short as can be, and stays what it is', { timeout: TIMEOUT }, () => {
    const selectors = fc.oneof(
      selectorsOf(requirements),
      coveredSelectors(requirements).map(([, parts]) => parts),
    );
    fc.assert(
      fc.property(selectors, (written) => expectSimplest(written, isText)),
      runs(count),
    );
  });
});

const TEXTS = WORDS.filter(({ isText }) => isText);

describe.each(TEXTS)('the simplest form of texts: $name', ({ requirements, count }) => {
  test('of one alternative has the fewest requirements there are', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(fc.array(requirements, { maxLength: 6 }), (alternative) => {
        const selector = selectorIn([alternative], 0);
        const simple = simplify(selector);
        if (simple.alternatives.length === 0) return;
        expect(simple.alternatives).toHaveLength(1);
        const [result = []] = simple.alternatives;
        expect(result.length, `${simple} for ${selector}`).toBe(fewestOf(alternative));
      }),
      runs(count),
    );
  });
});

// Not of words among which are all spellings of an integer: a list of these is not taken for a range.
describe.each(TEXTS.slice(0, 2))(
  'the simplest form of several alternatives: $name',
  ({ requirements, count }) => {
    test('has none that could be joined', { timeout: TIMEOUT }, () => {
      fc.assert(
        fc.property(selectorsOf(requirements), (written) => {
          const { alternatives } = simplify(selectorIn(written, 0));
          for (const [at, one] of alternatives.entries()) {
            for (const other of alternatives.slice(at + 1)) expect(joinable(one, other)).toBeUndefined();
          }
        }),
        runs(count),
      );
    });
  },
);

/** The key that is all two alternatives differ in, where one could say on it what both do. */
function joinable(one: readonly NaiveRequirement[], other: readonly NaiveRequirement[]): string | undefined {
  const keys = new Set([...one, ...other].map(({ key }) => key));
  const of = (alternative: readonly NaiveRequirement[], key: string) =>
    JSON.stringify(alternative.filter((requirement) => requirement.key === key));
  const different = [...keys].filter((key) => of(one, key) !== of(other, key));
  const [key] = different;
  if (key === undefined || different.length > 1) return undefined;
  return naiveFewest(key, [one, other]) === undefined ? undefined : key;
}
