import type { Diagnostic, DiagnosticCode, Fix, Span } from '../../text/diagnostic.ts';
import { quote } from '../../text/quote.ts';

/** A replacement, told as `write "…"`. */
export function write(text: string, span: Span): Fix {
  return { title: `write ${quote(text.trim())}`, span, text };
}

/** A text put in where nothing stood, told as `insert "…"`. */
export function insert(text: string, offset: number): Fix {
  return { title: `insert ${quote(text.trim())}`, span: { start: offset, end: offset }, text };
}

/** A diagnostic of the text, with the fixes that are known. */
export function mistake(
  code: DiagnosticCode,
  span: Span,
  message: string,
  ...fixes: readonly (Fix | undefined)[]
): Diagnostic {
  const known = fixes.filter((fix) => fix !== undefined);
  return { code, message, span, ...(known.length > 0 && { fixes: known }) };
}
