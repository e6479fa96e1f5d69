import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, tryParseSelector } from '../../src/index.ts';
import type { Fix } from '../../src/text/diagnostic.ts';
import { characterMutations, languageStrings, tokenMutations, tokenSoups } from './language.ts';
import { runs, TIMEOUT } from './runs.ts';

function applied(text: string, { span, text: replacement }: Fix): string {
  return text.slice(0, span.start) + replacement + text.slice(span.end);
}

/** Is `after` the same mistake at the same place as `before`, the places moved as `fix` moves them? */
function isSame(before: Diagnostic, after: Diagnostic, fix: Fix): boolean {
  if (before.code !== after.code || before.span === undefined || after.span === undefined) return false;
  const longer = fix.text.length - (fix.span.end - fix.span.start);
  if (before.span.start >= fix.span.end && before.span.start > fix.span.start) {
    return after.span.start === before.span.start + longer;
  }
  if (before.span.start < fix.span.start) return after.span.start === before.span.start;
  const end = fix.span.start + Math.max(1, fix.text.length);
  return fix.span.start <= after.span.start && after.span.start < end;
}

describe('a fix', () => {
  test.each<{ what: string; texts: Arbitrary<string>; count: number }>([
    { what: 'the alphabet of the language', texts: languageStrings, count: 1500 },
    { what: 'tokens in any order', texts: tokenSoups, count: 1500 },
    { what: 'selectors with characters changed', texts: characterMutations, count: 1000 },
    { what: 'selectors with tokens changed', texts: tokenMutations, count: 1000 },
  ])('removes its diagnostic or leaves fewer: $what', { timeout: TIMEOUT }, ({ texts, count }) => {
    let tried = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const result = tryParseSelector(text);
        const before = result.ok ? result.warnings : result.diagnostics;
        for (const diagnostic of before) {
          for (const fix of diagnostic.fixes ?? []) {
            tried += 1;
            const mended = applied(text, fix);
            const again = tryParseSelector(mended);
            if (again.ok && !result.ok) continue;
            const after = again.ok ? again.warnings : again.diagnostics;
            const removed = !after.some((other) => isSame(diagnostic, other, fix));
            const better = removed || after.length < before.length;
            expect(
              better,
              `${fix.title}: ${JSON.stringify(text)} became ${JSON.stringify(mended)}, still ${diagnostic.code}`,
            ).toBe(true);
          }
        }
      }),
      runs(count),
    );
    expect(tried, 'fixes tried').toBeGreaterThan(count / 100);
  });

  test.each<{ what: string; texts: Arbitrary<string>; count: number }>([
    { what: 'the alphabet of the language', texts: languageStrings, count: 500 },
    { what: 'tokens in any order', texts: tokenSoups, count: 500 },
    { what: 'selectors with tokens changed', texts: tokenMutations, count: 500 },
  ])('after a fix, and never goes round in circles: $what', { timeout: TIMEOUT }, ({ texts, count }) => {
    fc.assert(
      fc.property(texts, (text) => {
        const seen = new Set<string>();
        let current: string | undefined = text;
        while (current !== undefined) {
          expect(seen.has(current), `${JSON.stringify(current)} came back`).toBe(false);
          seen.add(current);
          expect(seen.size, 'fixes applied one after another').toBeLessThan(200);
          const result = tryParseSelector(current);
          const diagnostics: readonly Diagnostic[] = result.ok ? result.warnings : result.diagnostics;
          const [fix] = diagnostics.flatMap(({ fixes }) => fixes ?? []);
          current = fix === undefined ? undefined : applied(current, fix);
        }
      }),
      runs(count),
    );
  });
});
