import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS, type ParseLimits } from '../../../src/syntax/limits.ts';
import { readSelector } from '../../../src/syntax/read.ts';
import { scanSelector } from '../../../src/syntax/scan.ts';
import { readVectors } from '../../conformance/vectors.ts';
import { expectDeeplyFrozen } from '../../property/frozen.ts';
import {
  characterMutations,
  languageStrings,
  tokenMutations,
  tokenSoups,
  validTexts,
} from '../../property/language.ts';
import { runs, TIMEOUT } from '../../property/runs.ts';

/** The quick reader has no opinion, or the grammar's. Returns whether it had one. */
function agrees(text: string, limits: ParseLimits): boolean {
  const quick = scanSelector(text, limits);
  if (quick === undefined) return false;
  const thorough = readSelector(text, limits);
  expect(thorough.ok, `${JSON.stringify(text)} is accepted by the grammar`).toBe(true);
  if (!thorough.ok) return true;
  expect(quick.requirements).toEqual(thorough.requirements);
  if (!quick.remarkable) expect(thorough.warnings).toEqual([]);
  return true;
}

describe('the quick reader', () => {
  test.each([
    { what: 'the alphabet of the language', texts: languageStrings, count: 3_000, least: 0.05 },
    { what: 'tokens in any order', texts: tokenSoups, count: 3_000, least: 0.01 },
    { what: 'selectors with characters changed', texts: characterMutations, count: 2_000, least: 0.1 },
    { what: 'selectors with tokens changed', texts: tokenMutations, count: 2_000, least: 0.02 },
  ])('reads as the grammar does, or not at all: $what', { timeout: TIMEOUT }, ({ texts, count, least }) => {
    const limits = fc.oneof(
      { weight: 4, arbitrary: fc.constant(DEFAULT_LIMITS) },
      {
        weight: 1,
        arbitrary: fc.record({ maxLength: fc.nat(30), maxRequirements: fc.nat(4), maxValues: fc.nat(4) }),
      },
    );
    let read = 0;
    let seen = 0;
    fc.assert(
      fc.property(texts, limits, (text, given) => {
        seen += 1;
        if (agrees(text, given)) read += 1;
      }),
      runs(count),
    );
    expect(read, 'texts it had an opinion on').toBeGreaterThan(seen * least);
  });

  test('reads every valid selector', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(validTexts, (text) => {
        expect(agrees(text, DEFAULT_LIMITS)).toBe(true);
      }),
      runs(1_000),
    );
  });

  test('reads every text that Kubernetes accepts, but those with a NUL, and no other', () => {
    const differing = readVectors('parse').filter(
      ({ s, expect: { ok } }) => agrees(s, DEFAULT_LIMITS) !== (ok && !s.includes('\0')),
    );
    expect(differing.map(({ id, s }) => [id, s])).toEqual([]);
  });

  test.each<[text: string, remarkable: boolean]>([
    ['a in (b,c)', false],
    ['a=,b!=', false],
    ['a in ()', true],
    ['a in (b,)', true],
    ['a notin (b,b)', true],
    ['a in (b),c in (b)', false],
    ['a in (),c in (b)', true],
  ])('knows where there is something to warn of: %j', (text, remarkable) => {
    expect(scanSelector(text, DEFAULT_LIMITS)?.remarkable).toBe(remarkable);
  });

  test('freezes what it reads', () => {
    for (const text of ['', 'a', '!a', 'a=b', 'a>5', 'a in (c,b,b)']) {
      expectDeeplyFrozen(scanSelector(text, DEFAULT_LIMITS)?.requirements);
    }
  });
});
