import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSelector, type Selector, tryParseSelector } from '../../src/index.ts';
import { naiveFormat, naiveSorted } from '../oracle/naive-format.ts';
import { naiveParse } from '../oracle/naive-parse.ts';
import type { NaiveRequirement } from '../oracle/naive-requirement.ts';
import {
  characterMutations,
  conjunctions,
  languageStrings,
  spaced,
  tokenMutations,
  tokenSoups,
  tokensOf,
  validTexts,
} from './language.ts';
import { runs, TIMEOUT } from './runs.ts';

/** The only alternative of a parsed selector, sorted by key as it would print. */
function onlyAlternative(selector: Selector): NaiveRequirement[] {
  expect(selector.alternatives).toHaveLength(1);
  const [alternative = []] = selector.alternatives;
  return naiveSorted(alternative).map(({ key, operator, values }) => ({
    key,
    operator,
    values: [...values],
  }));
}

describe('parsing', () => {
  test.each<{ what: string; texts: Arbitrary<string>; count: number }>([
    { what: 'the alphabet of the language', texts: languageStrings, count: 3000 },
    { what: 'tokens in any order', texts: tokenSoups, count: 3000 },
    { what: 'selectors with characters changed', texts: characterMutations, count: 2000 },
    { what: 'selectors with tokens changed', texts: tokenMutations, count: 2000 },
    { what: 'valid selectors', texts: validTexts, count: 1000 },
  ])('accepts and reads as the oracle does: $what', { timeout: TIMEOUT }, ({ texts, count }) => {
    fc.assert(
      fc.property(texts, (text) => {
        const result = tryParseSelector(text);
        const naive = naiveParse(text);
        expect(result.ok).toBe(naive.ok);
        if (!result.ok || !naive.ok) return;
        expect(onlyAlternative(result.selector)).toEqual(naiveSorted(naive.requirements));
        expect(formatSelector(result.selector)).toBe(naiveFormat(naive.requirements));
      }),
      runs(count),
    );
  });

  test('reads back what was written, whatever the white space', { timeout: TIMEOUT }, () => {
    const written = conjunctions.chain((all) => {
      const tokens = all.flatMap((one, at) => (at === 0 ? tokensOf(one) : [',', ...tokensOf(one)]));
      return fc.tuple(fc.constant(all), spaced(tokens));
    });
    fc.assert(
      fc.property(written, ([all, text]) => {
        const result = tryParseSelector(text);
        expect(result.ok ? onlyAlternative(result.selector) : result.diagnostics).toEqual(naiveSorted(all));
      }),
      runs(1000),
    );
  });

  test('print then parse is the identity on prints', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(validTexts, (text) => {
        const first = tryParseSelector(text);
        expect(first.ok).toBe(true);
        if (!first.ok) return;
        const print = formatSelector(first.selector);
        expect(String(first.selector)).toBe(print);
        const again = tryParseSelector(print);
        expect(again.ok && formatSelector(again.selector)).toBe(print);
        expect(again.ok && onlyAlternative(again.selector)).toEqual(onlyAlternative(first.selector));
      }),
      runs(1000),
    );
  });
});
