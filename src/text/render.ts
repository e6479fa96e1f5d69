import type { Diagnostic, Span } from './diagnostic.ts';
import { kindOf } from './kind-of.ts';
import { visible } from './visible.ts';

/** A frame shows at most this many UTF-16 units of a line, so that a megabyte on one line stays readable. */
const FRAME_WIDTH = 100;

const LF = 10;

interface Line {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** How often a one-unit `sign` stands in a text before `end`, and where it stands last, or -1. */
function countBefore(text: string, sign: string, end: number): { count: number; last: number } {
  let count = 0;
  let last = -1;
  for (let at = text.indexOf(sign); at >= 0 && at < end; at = text.indexOf(sign, at + 1)) {
    // A CR before a LF ends no line of its own.
    if (sign === '\r' && text.charCodeAt(at + 1) === LF) continue;
    count++;
    last = at;
  }
  return { count, last };
}

/** The line `offset` is on. CR, LF and CRLF end a line. Complexity: O(offset + length of the line). */
function lineAt(text: string, offset: number): Line {
  const feeds = countBefore(text, '\n', offset);
  const returns = countBefore(text, '\r', offset);
  const start = Math.max(feeds.last, returns.last) + 1;
  const feed = text.indexOf('\n', start);
  const end = feed < 0 ? text.length : feed;
  const carriage = text.indexOf('\r', start);
  return {
    number: feeds.count + returns.count + 1,
    start,
    end: carriage < 0 ? end : Math.min(end, carriage),
  };
}

/** The columns a text takes in a terminal, near enough: combining marks none, wide East Asian characters and emoji two. */
function columns(text: string): number {
  let width = 0;
  for (const c of text) {
    if (/^\p{M}$/u.test(c)) continue;
    width +=
      /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]$|^\p{Emoji_Presentation}$/u.test(
        c,
      )
        ? 2
        : 1;
  }
  return width;
}

function frame(text: string, span: Span): string {
  const start = Math.min(span.start, text.length);
  const line = lineAt(text, start);
  const at = Math.min(start, line.end);
  // Keep the caret in sight: a third of the frame before it, the rest after.
  const from =
    line.end - line.start <= FRAME_WIDTH ? line.start : Math.max(line.start, at - FRAME_WIDTH / 3) | 0;
  const to = Math.min(line.end, from + FRAME_WIDTH);
  const before = (from > line.start ? '…' : '') + visible(text.slice(from, at));
  const marked = visible(text.slice(at, Math.max(at, Math.min(span.end, to))));
  const after = visible(text.slice(Math.max(at, Math.min(span.end, to)), to)) + (to < line.end ? '…' : '');
  const gutter = `${line.number} | `;
  return (
    `${gutter}${before}${marked}${after}\n` +
    `${' '.repeat(gutter.length + columns(before))}${'^'.repeat(Math.max(1, columns(marked)))}`
  );
}

/** Where something is put in: after the word or sign that stands before it. Nothing for what is replaced. */
function placeOf(text: string, span: Span): string {
  if (span.start !== span.end) return '';
  const before = text.slice(Math.max(0, span.start - 40), span.start).trimEnd();
  const word = /[^ \t\r\n,()=!<>]+$/.exec(before)?.[0] ?? before.slice(-1);
  return word === '' ? '' : ` after "${visible(word)}"`;
}

/**
 * A diagnostic for people: the line it is on, carets under the span, the message with its code, and the fixes.
 *
 * @param text the text the diagnostic is about; not read for diagnostics that have a path instead of a span
 * @param d what is told: a span of it counts UTF-16 units of `text`, and a path stands before the message
 * @returns several lines joined by LF, without a LF at the end and without colour
 * @complexity O(length of the text up to the end of that line).
 * @throws TypeError where `text` is no string
 */
export function renderDiagnostic(text: string, d: Diagnostic): string {
  if (typeof text !== 'string') throw new TypeError(`text must be a string, not ${kindOf(text)}`);
  const place = d.path === undefined || d.path === '' ? '' : `${visible(d.path)}: `;
  const lines = [`${place}${visible(d.message)} [${d.code}]`];
  if (d.span !== undefined) lines.unshift(frame(text, d.span));
  for (const { title, span } of d.fixes ?? []) lines.push(`fix: ${visible(title)}${placeOf(text, span)}`);
  return lines.join('\n');
}
