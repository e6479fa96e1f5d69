import type { Fix, Span } from '../../text/diagnostic.ts';
import type { BrokenSegment } from './broken-segment.ts';
import { write } from './mistake.ts';

/** Signs for an inclusive bound, which has no operator here. */
const INCLUSIVE = /^(>=|=>|<=|=<)$/;

/** `>=5` as `>4`: integers have a next one, so an inclusive bound is an exclusive one beside it. */
export function inclusiveBound(broken: BrokenSegment, signs: string, count: number): Fix | undefined {
  const digits = broken.image(count + 1);
  if (!INCLUSIVE.test(signs) || !/^\d{1,18}$/.test(digits)) return undefined;
  const greater = signs.includes('>');
  const bound = greater ? BigInt(digits) - 1n : BigInt(digits) + 1n;
  const span = broken.span(1, count + 1);
  return bound < 0n ? undefined : write(`${greater ? '>' : '<'}${bound}`, span);
}

/** A word in the place of an operator, with the blanks it needs. */
export function spaced(broken: BrokenSegment, word: string, span: Span): Fix {
  const before = /[ \t\r\n]/.test(broken.text.charAt(span.start - 1)) ? '' : ' ';
  const after = /[\w.(-]/.test(broken.text.charAt(span.end)) ? ' ' : '';
  return write(`${before}${word}${after}`, span);
}
