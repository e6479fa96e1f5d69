import { MAX_NAME_BYTES, MAX_PREFIX_BYTES } from '../labels/limits.ts';
import { NODE_NAME_KEY } from '../labels/node-name.ts';
import { isLabelValue } from '../labels/value.ts';
import { isPrefixShape } from '../labels/word-states.ts';

/*
 * The algebra reasons over valid label sets: what an API server lets an object have. Predicates and indexes take labels
 * as they come, so that `x<0` may match the invalid label `-5` there, while here nothing satisfies it. A node's name, which
 * selectors have under a key of its own, is a DNS subdomain, and may be longer than a label.
 */

/** Whether a value is one that a key may have. O(length). */
export function isValidValue(key: string, value: string): boolean {
  if (isLabelValue(value)) return true;
  return key === NODE_NAME_KEY && value.length <= MAX_PREFIX_BYTES && isPrefixShape(value);
}

/** How many characters the longest value of a key has. */
export function longestValue(key: string): number {
  return key === NODE_NAME_KEY ? MAX_PREFIX_BYTES : MAX_NAME_BYTES;
}

/** In how many ways a value of a key can spell an integer from 0 on: with each number of leading zeros that has room. */
export function spellings(key: string, integer: bigint): number {
  return longestValue(key) - String(integer).length + 1;
}

/** No integer of int64 has more digits. */
const MOST_DIGITS = 19;

/** In how many ways any integer can be spelled, at least. */
export function fewestSpellings(key: string): number {
  return longestValue(key) - MOST_DIGITS + 1;
}
