import { MAX_NAME_BYTES, MAX_PREFIX_BYTES } from './limits.ts';

/*
 * The rules of keys and values (apimachinery `validation.IsQualifiedName`, `validation.IsValidLabelValue`) as a machine
 * with few states: one table look-up a unit tells whether what has been read is valid, in the same pass that finds
 * where it ends. Valid text is ASCII, so its UTF-16 units are its bytes.
 */

/** What a unit is to the machine. `STOP` is what ends a word, to readers that cut words out of a longer text. */
export const STOP = 0;
export const LOWER_ALPHANUMERIC = 1;
export const UPPER = 2;
export const HYPHEN = 3;
export const DOT = 4;
export const UNDERSCORE = 5;
const SLASH = 6;
const FOREIGN = 7;

/** The class of each ASCII unit; all others are `FOREIGN`. */
export const CLASSES: Uint8Array = new Uint8Array(128).fill(FOREIGN);
for (const unit of 'abcdefghijklmnopqrstuvwxyz0123456789') CLASSES[unit.charCodeAt(0)] = LOWER_ALPHANUMERIC;
for (const unit of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') CLASSES[unit.charCodeAt(0)] = UPPER;
CLASSES[0x2d] = HYPHEN;
CLASSES[0x2e] = DOT;
CLASSES[0x5f] = UNDERSCORE;
CLASSES[0x2f] = SLASH;

/** Where a key begins: what is read may become a prefix or a name. */
const KEY_START = 0;
/** May be a whole name, or a whole prefix. */
const EITHER = 1;
/** A name or a prefix whose last unit is `-`, or `.`. */
const EITHER_HYPHEN = 2;
const EITHER_DOT = 3;
/** A whole name; no slash can follow. */
const NAME = 4;
/** A name whose last unit is none it can end with; no slash can follow. */
const NAME_OPEN = 5;
/** Where a name begins: after the slash of a key, and at the beginning of a value. */
const NAME_START = 6;
const REFUSED = 7;

/** The state after `state` and a unit of `class`: at `state << 3 | class`. */
const NEXT: Uint8Array = new Uint8Array(64).fill(REFUSED);

function on(state: number, next: { readonly [unitClass: number]: number }): void {
  for (const [unitClass, after] of Object.entries(next)) NEXT[(state << 3) | Number(unitClass)] = after;
}

const WITHIN_NAME = {
  [LOWER_ALPHANUMERIC]: NAME,
  [UPPER]: NAME,
  [HYPHEN]: NAME_OPEN,
  [DOT]: NAME_OPEN,
  [UNDERSCORE]: NAME_OPEN,
};
on(KEY_START, { [LOWER_ALPHANUMERIC]: EITHER, [UPPER]: NAME });
on(EITHER, {
  ...WITHIN_NAME,
  [LOWER_ALPHANUMERIC]: EITHER,
  [HYPHEN]: EITHER_HYPHEN,
  [DOT]: EITHER_DOT,
  [SLASH]: NAME_START,
});
// In a prefix a part ends before a dot and begins after it with a letter or digit.
on(EITHER_HYPHEN, { ...WITHIN_NAME, [LOWER_ALPHANUMERIC]: EITHER, [HYPHEN]: EITHER_HYPHEN });
on(EITHER_DOT, { ...WITHIN_NAME, [LOWER_ALPHANUMERIC]: EITHER });
on(NAME, WITHIN_NAME);
on(NAME_OPEN, WITHIN_NAME);
on(NAME_START, { [LOWER_ALPHANUMERIC]: NAME, [UPPER]: NAME });

/** Whether a word may end in a state. */
function isWhole(state: number): boolean {
  return state === EITHER || state === NAME;
}

/** The class of a UTF-16 unit. */
export function classOf(unit: number): number {
  return unit < 128 ? (CLASSES[unit] as number) : FOREIGN;
}

/**
 * The end of the label key that begins at an offset of a text, or -1 where none does.
 *
 * @param classes the class of each ASCII unit: `CLASSES`, where the key ends with the text, or a copy in which other
 * units stop it
 * @complexity O(length of the word).
 */
export function keyEnd(text: string, from: number, classes: Uint8Array): number {
  let state = KEY_START;
  let name = from;
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = unit < 128 ? (classes[unit] as number) : FOREIGN;
    if (kind === STOP) break;
    if (kind === SLASH) name = at + 1;
    state = NEXT[(state << 3) | kind] as number;
  }
  return isWhole(state) && at - name <= MAX_NAME_BYTES && name - from <= MAX_PREFIX_BYTES + 1 ? at : -1;
}

/** The end of the label value that begins at an offset of a text, which may be empty, as {@link keyEnd} has it. */
export function valueEnd(text: string, from: number, classes: Uint8Array): number {
  let state = NAME_START;
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = unit < 128 ? (classes[unit] as number) : FOREIGN;
    if (kind === STOP) break;
    state = NEXT[(state << 3) | kind] as number;
  }
  return at === from || (isWhole(state) && at - from <= MAX_NAME_BYTES) ? at : -1;
}

/** Whether a text has the shape of a prefix, a DNS-1123 subdomain, whatever its length. */
export function isPrefixShape(text: string): boolean {
  let state = KEY_START;
  for (let at = 0; at < text.length; at++)
    state = NEXT[(state << 3) | classOf(text.charCodeAt(at))] as number;
  return state === EITHER;
}
