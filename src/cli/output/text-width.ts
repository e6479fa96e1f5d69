const MARK = /^\p{M}$/u;
/** East Asian wide characters and emoji, near enough. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]$|^\p{Emoji_Presentation}$/u;
/** What paints a text takes no columns. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what paints
const PAINT = /\u001b\[\d+m/g;

const PLAIN = /^[\u0020-\u007e]*$/;

/** The columns that a text takes in a terminal, colour or not. */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let columns = 0;
  for (const character of text.replace(PAINT, '')) {
    if (!MARK.test(character)) columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}
