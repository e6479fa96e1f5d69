/** What one UTF-16 unit may be within a key or a value; bits, so that a run of units can be tested in one loop. */
export const LOWER_ALPHANUMERIC = 1;
export const UPPER = 2;
/** `-`, allowed within names and within the parts of a prefix. */
export const HYPHEN = 4;
/** `.`, allowed within names, and parting the parts of a prefix. */
export const DOT = 8;
/** `_`, allowed within names. */
export const UNDERSCORE = 16;

export const ALPHANUMERIC: number = LOWER_ALPHANUMERIC | UPPER;
export const NAME: number = ALPHANUMERIC | HYPHEN | DOT | UNDERSCORE;

const CLASSES = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  const character = String.fromCharCode(c);
  if (/[a-z0-9]/.test(character)) CLASSES[c] = LOWER_ALPHANUMERIC;
  else if (/[A-Z]/.test(character)) CLASSES[c] = UPPER;
}
CLASSES[0x2d] = HYPHEN;
CLASSES[0x2e] = DOT;
CLASSES[0x5f] = UNDERSCORE;

/** The class bits of a UTF-16 unit; 0 for one that no key or value can hold. */
export function classOf(unit: number): number {
  return unit < 128 ? (CLASSES[unit] ?? 0) : 0;
}
