import type { Diagnostic, Fix, Span } from '../text/diagnostic.ts';

/*
 * Mistakes hide others: what is wrong with a value is seen only once its operator is right. So a broken piece is read
 * again as its fixes would leave it, and what is found then is told where it stands in the text as it was written.
 */

/** A text with replacements made in it, and the way back to the places of the text they were made in. */
export interface Edited {
  readonly text: string;
  /** Where a diagnostic of the edited text stands in the original; undefined where it is about what was put in. */
  original(diagnostic: Diagnostic): Diagnostic | undefined;
}

/** A replacement, with the offsets of what it put into the edited text. */
interface Placed extends Fix {
  readonly from: number;
  readonly to: number;
}

/**
 * A text with fixes applied, each once.
 *
 * @returns undefined where two fixes touch the same place
 * @complexity O(text length), and for each diagnostic taken back the number of fixes.
 */
export function edit(text: string, fixes: readonly Fix[]): Edited | undefined {
  const ordered = [...fixes].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const placed: Placed[] = [];
  let edited = '';
  let at = 0;
  for (const fix of ordered) {
    if (fix.span.start < at) return undefined;
    edited += text.slice(at, fix.span.start);
    const from = edited.length;
    edited += fix.text;
    placed.push({ ...fix, from, to: edited.length });
    at = fix.span.end;
  }
  edited += text.slice(at);
  return {
    text: edited,
    original: (diagnostic) => takenBack(diagnostic, (span) => spanBefore(span, text, edited, placed)),
  };
}

function takenBack(diagnostic: Diagnostic, back: (span: Span) => Span | undefined): Diagnostic | undefined {
  const { span: marked, fixes, ...rest } = diagnostic;
  const span = marked && back(marked);
  if (span === undefined) return undefined;
  const kept: Fix[] = [];
  for (const fix of fixes ?? []) {
    const place = back(fix.span);
    if (place !== undefined) kept.push({ ...fix, span: place });
  }
  return { ...rest, span, ...(kept.length > 0 && { fixes: kept }) };
}

function spanBefore(span: Span, text: string, edited: string, placed: readonly Placed[]): Span | undefined {
  const around = placed.find(({ from, to }) => from <= span.start && span.end <= to && from < to);
  if (around !== undefined) return spanWithin(span, text, edited, around);
  let shiftStart = 0;
  let shiftEnd = 0;
  for (const { from, to, span: replaced } of placed) {
    const shift = replaced.end - replaced.start - (to - from);
    // A place that begins or ends within what was put in has no counterpart.
    if ((from < span.start && span.start < to) || (from < span.end && span.end < to)) return undefined;
    if (to <= span.start) shiftStart += shift;
    if (to <= span.end && (from < span.end || span.end === span.start)) shiftEnd += shift;
  }
  return { start: span.start + shiftStart, end: span.end + shiftEnd };
}

/** A word that a fix writes again is told where it stood before, if it stood there once. */
function spanWithin(span: Span, text: string, edited: string, { span: replaced }: Placed): Span | undefined {
  const word = edited.slice(span.start, span.end);
  const before = text.slice(replaced.start, replaced.end);
  const at = before.indexOf(word);
  if (word === '' || at < 0 || before.indexOf(word, at + 1) >= 0) return undefined;
  return { start: replaced.start + at, end: replaced.start + at + word.length };
}
