/** Selectors are shown up to about this many characters. */
const LONGEST_SHOWN = 200;

/** A text as far as a message has room for it. */
export function shortened(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
