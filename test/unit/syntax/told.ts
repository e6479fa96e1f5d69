import { expect } from 'vitest';
import {
  type Diagnostic,
  type DiagnosticCode,
  type ParseOptions,
  tryParseSelector,
} from '../../../src/index.ts';

/** A diagnostic as a test writes it: its code, its span, and the text after each of its fixes. */
export type Told = readonly [code: DiagnosticCode, start: number, end: number, ...mended: string[]];

/** A text as each fix of a diagnostic leaves it. */
export function mended(text: string, { fixes = [] }: Diagnostic): string[] {
  return fixes.map(({ span, text: put }) => text.slice(0, span.start) + put + text.slice(span.end));
}

function written(text: string, diagnostics: readonly Diagnostic[]): Told[] {
  return diagnostics.map((d) => {
    if (d.span === undefined) throw new Error(`${d.code} has no span`);
    return [d.code, d.span.start, d.span.end, ...mended(text, d)];
  });
}

/** All diagnostics of a text. */
export function diagnosticsOf(text: string, options?: ParseOptions): readonly Diagnostic[] {
  const result = tryParseSelector(text, options);
  return result.ok ? [] : result.diagnostics;
}

/** What is told of a text that is refused: nothing for one that is not. */
export function told(text: string, options?: ParseOptions): Told[] {
  return written(text, diagnosticsOf(text, options));
}

/** What is told of a text that is accepted. */
export function warned(text: string): Told[] {
  const result = tryParseSelector(text);
  expect(result.ok, `${JSON.stringify(text)} is accepted`).toBe(true);
  return result.ok ? written(text, result.warnings) : [];
}

/** The text after the first fix of each diagnostic, one after another, until it is accepted or none is left. */
export function mendedFully(text: string): string {
  let current = text;
  for (let round = 0; round < 20; round++) {
    const fix = diagnosticsOf(current).find(({ fixes }) => fixes !== undefined);
    if (fix === undefined) return current;
    current = mended(current, fix)[0] ?? current;
  }
  throw new Error(`the fixes of ${JSON.stringify(text)} do not end: ${JSON.stringify(current)}`);
}
