// What a byte is to the scanner. Everything unlisted is PLAIN: part of a string, a number or a literal.
export const PLAIN = 0;
export const QUOTE = 1;
export const BACKSLASH = 2;
export const OPEN = 3;
export const CLOSE = 4;
export const COMMA = 5;
export const LINE_END = 6;
export const BLANK = 7;
// Columns are UTF-16 units: a continuation byte adds none, and the lead of a sequence of four adds two.
export const CONTINUATION = 8;
export const LEAD_OF_FOUR = 9;

/** The class of each byte. */
export const CLASS: Uint8Array = new Uint8Array(256);
for (let byte = 0x80; byte < 0xc0; byte++) CLASS[byte] = CONTINUATION;
for (let byte = 0xf0; byte < 0xf8; byte++) CLASS[byte] = LEAD_OF_FOUR;
for (const [characters, kind] of [
  ['"', QUOTE],
  ['\\', BACKSLASH],
  ['{[', OPEN],
  ['}]', CLOSE],
  [',', COMMA],
  ['\n', LINE_END],
  [' \t\r', BLANK],
] as const) {
  for (const character of characters) CLASS[character.charCodeAt(0)] = kind;
}

const CURLY_OPEN = 0x7b;
const SQUARE_OPEN = 0x5b;

/** Whether bytes look like JSON that a splitter can cut: their first one that is not blank opens a bracket. */
export function opensBracket(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => CLASS[byte] !== BLANK && CLASS[byte] !== LINE_END);
  return first === CURLY_OPEN || first === SQUARE_OPEN;
}
