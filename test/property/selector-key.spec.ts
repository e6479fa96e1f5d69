import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyOf, parseSelector, selectorKey } from '../../src/index.ts';
import { naiveFormat } from '../oracle/naive-format.ts';
import { naiveMatch } from '../oracle/naive-match.ts';
import type { NaiveOperator, NaiveRequirement } from '../oracle/naive-requirement.ts';
import { type NaiveChoice, naiveChoices } from '../oracle/naive-universe.ts';
import { runs, TIMEOUT } from './runs.ts';

const SINGLE: readonly NaiveOperator[] = ['=', '==', '!='];
const SETS: readonly NaiveOperator[] = ['in', 'notin'];
const BOUNDS: readonly NaiveOperator[] = ['gt', 'lt'];

/** Every requirement on one key over a few values: sets of one and two, bounds around them. */
function pool(key: string): NaiveRequirement[] {
  const words = ['', 'b', '1', '2', '02'];
  const several = words.flatMap((a, at) => [[a], ...words.slice(at + 1).map((b) => [a, b])]);
  const bounds = ['0', '1', '2', '3', '9223372036854775806', '9223372036854775807'];
  return [
    { key, operator: 'exists', values: [] },
    { key, operator: '!', values: [] },
    ...SINGLE.flatMap((operator) => words.map((word) => ({ key, operator, values: [word] }))),
    ...SETS.flatMap((operator) => several.map((values) => ({ key, operator, values }))),
    ...BOUNDS.flatMap((operator) => bounds.map((bound) => ({ key, operator, values: [bound] }))),
  ];
}

/** Every choice of the keys `a` and `b` the pool can tell apart, valid label values only or any string. */
function universe(keys: readonly string[], everyString: boolean): ReadonlyMap<string, string>[] {
  let sets: [string, NaiveChoice][][] = [[]];
  for (const key of keys) {
    const choices = naiveChoices(pool(key), key, everyString);
    sets = sets.flatMap((set) => choices.map((choice): [string, NaiveChoice][] => [...set, [key, choice]]));
  }
  return sets.map(
    (set) => new Map(set.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))),
  );
}

/** What a conjunction does to every label set of a universe, as a string of 0 and 1. */
function meaning(all: readonly NaiveRequirement[], sets: readonly ReadonlyMap<string, string>[]): string {
  return sets.map((labels) => (naiveMatch(all, labels) ? '1' : '0')).join('');
}

function keyOf(all: readonly NaiveRequirement[]): string {
  return selectorKey(parseSelector(naiveFormat(all)));
}

describe('selectorKey', () => {
  test('is one key per meaning, over all pairs of requirements on one key', { timeout: TIMEOUT }, () => {
    const valid = universe(['a'], false);
    const any = universe(['a'], true);
    const byKey = new Map<string, { print: string; meaning: string }>();
    const byMeaning = new Map<string, { print: string; key: string }>();
    const wrong: string[] = [];
    const all = pool('a');
    for (const first of all) {
      for (const second of all) {
        const pair = [first, second];
        const print = naiveFormat(pair);
        const key = keyOf(pair);
        const overValid = meaning(pair, valid);
        const overAny = meaning(pair, any);
        const sameKey = byKey.get(key);
        if (sameKey === undefined) byKey.set(key, { print, meaning: overValid });
        else if (sameKey.meaning !== overValid) wrong.push(`${print} and ${sameKey.print} share ${key}`);
        const same = byMeaning.get(overAny);
        if (same === undefined) byMeaning.set(overAny, { print, key });
        else if (same.key !== key)
          wrong.push(`${print} and ${same.print} mean the same: ${key}, ${same.key}`);
      }
    }
    expect(wrong.slice(0, 10), `${wrong.length} in all`).toEqual([]);
    expect(byKey.size, 'meanings seen').toBeGreaterThan(100);
  });

  test('is one key per meaning, over random conjunctions on two keys', { timeout: TIMEOUT }, () => {
    const valid = universe(['a', 'b'], false);
    const any = universe(['a', 'b'], true);
    const one: Arbitrary<NaiveRequirement> = fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...pool('a')) },
      { weight: 1, arbitrary: fc.constantFrom(...pool('b')) },
    );
    const conjunction = fc.array(one, { maxLength: 4 });
    // A neighbour is most often nearly the same selector: one requirement more or fewer, or another order.
    const neighbours = fc
      .tuple(conjunction, one, fc.nat(4))
      .map(([all, extra, at]): NaiveRequirement[][] => [
        all,
        [...all, extra],
        [...all].reverse(),
        all.filter((_, index) => index !== at),
        [...all, ...all],
      ]);
    fc.assert(
      fc.property(neighbours, (several) => {
        const seen = several.map((all) => ({
          key: keyOf(all),
          valid: meaning(all, valid),
          any: meaning(all, any),
        }));
        for (const a of seen) {
          for (const b of seen) {
            if (a.key === b.key) expect(a.valid, 'one key, one meaning').toBe(b.valid);
            else expect(a.any, `two keys, two meanings: ${a.key} and ${b.key}`).not.toBe(b.any);
          }
        }
      }),
      runs(300),
    );
  });

  test('of several alternatives: equal keys mean the same', { timeout: TIMEOUT }, () => {
    const valid = universe(['a', 'b'], false);
    const conjunction = fc.array(fc.constantFrom(...pool('a'), ...pool('b').slice(0, 8)), { maxLength: 2 });
    const several = fc.array(conjunction, { maxLength: 3 });
    fc.assert(
      fc.property(several, several, (first, second) => {
        for (const [left, right] of [
          [first, second],
          [first, [...first, ...second]],
          [first, [...first].reverse()],
        ] as const) {
          const key = (all: readonly NaiveRequirement[][]) =>
            selectorKey(anyOf(...all.map((one) => parseSelector(naiveFormat(one)))));
          if (key(left) !== key(right)) continue;
          const means = (all: readonly NaiveRequirement[][]) =>
            valid.map((labels) => (all.some((one) => naiveMatch(one, labels)) ? '1' : '0')).join('');
          expect(means(left)).toBe(means(right));
        }
      }),
      runs(300),
    );
  });
});
