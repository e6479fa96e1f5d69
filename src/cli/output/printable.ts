/**
 * A text from an input as a terminal may show it: what would move the cursor, start an escape sequence, turn the
 * direction of writing or be invisible becomes a visible sign, so that no name in a file can forge output.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
    const code = character.charCodeAt(0);
    if (code === 9) return ' ';
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}
