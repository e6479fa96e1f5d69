import { visible } from './visible.ts';

/** A quoted text in a message is cut to this many UTF-16 units. */
const LONGEST = 60;

/**
 * A piece of input as a message shows it: in double quotes, cut when long, and for a single character that cannot
 * be seen, its code point.
 */
export function quote(text: string): string {
  const characters = text.length <= 2 ? [...text] : [];
  const only = characters.length === 1 ? characters[0] : undefined;
  if (only !== undefined && !/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(only)) {
    return `U+${(only.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  }
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return `"${visible(shown)}"`;
}
