import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSelector, renderDiagnostic, SelectorError, tryParseSelector } from '../../src/index.ts';
import { DIAGNOSTIC_CODES, type Diagnostic } from '../../src/text/diagnostic.ts';
import { expectDeeplyFrozen } from './frozen.ts';
import { characterMutations, languageStrings, tokenMutations, tokenSoups } from './language.ts';
import { runs, TIMEOUT } from './runs.ts';

function expectSound(text: string, diagnostic: Diagnostic): void {
  const { code, message, span, fixes } = diagnostic;
  expect(Object.keys(DIAGNOSTIC_CODES)).toContain(code);
  expect(message).not.toBe('');
  for (const place of [span, ...(fixes ?? []).map((fix) => fix.span)]) {
    expect(place, 'a diagnostic about text has a span').toBeDefined();
    if (place === undefined) return;
    expect(Number.isInteger(place.start) && Number.isInteger(place.end)).toBe(true);
    expect(place.start).toBeGreaterThanOrEqual(0);
    expect(place.end).toBeGreaterThanOrEqual(place.start);
    expect(place.end).toBeLessThanOrEqual(text.length);
  }
  for (const fix of fixes ?? []) {
    expect(fix.title).not.toBe('');
    expect(text.slice(fix.span.start, fix.span.end), 'a fix changes something').not.toBe(fix.text);
  }
  expect(renderDiagnostic(text, diagnostic)).toContain(code);
}

/** Returns, never throws; every place is in the text; diagnostics stand in the order of their places. */
function expectTotal(text: string): void {
  const result = tryParseSelector(text);
  const diagnostics = result.ok ? result.warnings : result.diagnostics;
  for (const diagnostic of diagnostics) expectSound(text, diagnostic);
  const starts = diagnostics.map(({ span }) => span?.start ?? -1);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  for (const diagnostic of diagnostics) expectDeeplyFrozen(diagnostic);
  if (result.ok) expectDeeplyFrozen(result.selector);
  if (result.ok) {
    expect(parseSelector(text).alternatives).toEqual(result.selector.alternatives);
    return;
  }
  expect(result.diagnostics.length).toBeGreaterThan(0);
  let thrown: unknown;
  try {
    parseSelector(text);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(SelectorError);
  if (thrown instanceof SelectorError) expect(thrown.diagnostics).toEqual(result.diagnostics);
}

const utf16Units = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
const controls = fc.integer({ min: 0, max: 0x9f }).map((unit) => String.fromCharCode(unit));

describe('any text at all', () => {
  test.each([
    { what: 'code points of all planes', texts: fc.string({ unit: 'binary', maxLength: 40 }), count: 300 },
    {
      what: 'UTF-16 units, lone surrogates included',
      texts: fc.string({ unit: utf16Units, maxLength: 40 }),
      count: 300,
    },
    { what: 'control characters', texts: fc.string({ unit: controls, maxLength: 20 }), count: 300 },
    { what: 'graphemes', texts: fc.string({ unit: 'grapheme', maxLength: 30 }), count: 200 },
    { what: 'the alphabet of the language', texts: languageStrings, count: 1000 },
    { what: 'tokens in any order', texts: tokenSoups, count: 1000 },
    { what: 'selectors with characters changed', texts: characterMutations, count: 600 },
    { what: 'selectors with tokens changed', texts: tokenMutations, count: 600 },
  ])('returns, with every place inside the text: $what', { timeout: TIMEOUT }, ({ texts, count }) => {
    fc.assert(fc.property(texts, expectTotal), runs(count));
  });

  test('returns for long repetitions of a short piece', { timeout: TIMEOUT }, () => {
    const long = fc
      .tuple(fc.oneof(languageStrings, tokenSoups), fc.integer({ min: 1, max: 2_000 }))
      .map(([piece, times]) => piece.slice(0, 12).repeat(times));
    fc.assert(
      fc.property(long, (text) => {
        const result = tryParseSelector(text);
        const diagnostics = result.ok ? result.warnings : result.diagnostics;
        for (const { span } of diagnostics) {
          expect(
            span !== undefined && 0 <= span.start && span.start <= span.end && span.end <= text.length,
          ).toBe(true);
        }
        const starts = diagnostics.map(({ span }) => span?.start ?? -1);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
      runs(100),
    );
  });
});
