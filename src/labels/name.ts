import { quote } from '../text/quote.ts';
import { ALPHANUMERIC, classOf, NAME } from './characters.ts';
import { MAX_NAME_BYTES } from './limits.ts';

/**
 * Whether the units `start` to `end` of a text are a name: 1 to 63 of `[-A-Za-z0-9_.]`, a letter or digit at both
 * ends. The rule of the name part of keys and of values that are not empty. O(length), no allocation.
 */
export function isName(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length <= 0 || length > MAX_NAME_BYTES) return false;
  for (let i = start; i < end; i++) {
    if ((classOf(text.charCodeAt(i)) & NAME) === 0) return false;
  }
  return (
    (classOf(text.charCodeAt(start)) & ALPHANUMERIC) !== 0 &&
    (classOf(text.charCodeAt(end - 1)) & ALPHANUMERIC) !== 0
  );
}

/**
 * The first thing that keeps a non-empty text from having the shape of a name, whatever its length: a range of
 * UTF-16 offsets and what is wrong there, or undefined where its shape is right.
 */
export function nameMistake(text: string): { start: number; end: number; what: string } | undefined {
  for (let i = 0; i < text.length; i++) {
    if ((classOf(text.charCodeAt(i)) & NAME) === 0) {
      const character = String.fromCodePoint(text.codePointAt(i) ?? 0);
      return { start: i, end: i + character.length, what: `${quote(character)} cannot stand in it` };
    }
  }
  const last = text.length - 1;
  if ((classOf(text.charCodeAt(0)) & ALPHANUMERIC) === 0) {
    return { start: 0, end: 1, what: `it begins with ${quote(text.slice(0, 1))}` };
  }
  if ((classOf(text.charCodeAt(last)) & ALPHANUMERIC) === 0) {
    return { start: last, end: last + 1, what: `it ends with ${quote(text.slice(last))}` };
  }
  return undefined;
}
