/** A text in quotes of any kind that stands on one line. Each kind looks no further than its next quote. */
export const QUOTED: RegExp = /"[^"\r\n]*"|'[^'\r\n]*'|`[^`\r\n]*`|“[^“”\r\n]*”|‘[^‘’\r\n]*’/;

/** The units that quoted texts begin with. */
export const OPENING_QUOTES: string = '"\'`“‘';

const WHOLE = new RegExp(`^(?:${QUOTED.source})$`);

/** Whether a word is a text in quotes, and nothing else. */
export function isQuoted(image: string): boolean {
  return WHOLE.test(image);
}

/** What stands between the quotes of a word; the word itself where it has none. */
export function unquoted(image: string): string {
  return isQuoted(image) ? image.slice(1, -1) : image;
}
