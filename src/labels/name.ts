import type { Span } from '../text/diagnostic.ts';
import { quote } from '../text/quote.ts';
import { classOf, DOT, HYPHEN, LOWER_ALPHANUMERIC, UNDERSCORE, UPPER } from './word-states.ts';

function isAlphanumeric(unit: number): boolean {
  const kind = classOf(unit);
  return kind === LOWER_ALPHANUMERIC || kind === UPPER;
}

function isWithinName(unit: number): boolean {
  const kind = classOf(unit);
  return isAlphanumeric(unit) || kind === HYPHEN || kind === DOT || kind === UNDERSCORE;
}

/** What keeps a text from having a shape: where, in UTF-16 offsets, and what is wrong there. */
export interface ShapeMistake extends Span {
  readonly what: string;
}

/**
 * The first thing that keeps a non-empty text from having the shape of a name, whatever its length; undefined where its
 * shape is right.
 */
export function nameMistake(text: string): ShapeMistake | undefined {
  for (let i = 0; i < text.length; i++) {
    if (!isWithinName(text.charCodeAt(i))) {
      const character = String.fromCodePoint(text.codePointAt(i) ?? 0);
      return { start: i, end: i + character.length, what: `${quote(character)} cannot stand in it` };
    }
  }
  const last = text.length - 1;
  if (!isAlphanumeric(text.charCodeAt(0))) {
    return { start: 0, end: 1, what: `it begins with ${quote(text.slice(0, 1))}` };
  }
  if (!isAlphanumeric(text.charCodeAt(last))) {
    return { start: last, end: last + 1, what: `it ends with ${quote(text.slice(last))}` };
  }
  return undefined;
}
