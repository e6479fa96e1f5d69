import { EQUAL, kindOf, lengthAt, TESTED } from './clause.ts';

/**
 * Which clauses of an entry need not be looked at: a bit for each of the first 31, by their order. Those beyond are looked
 * at, proven or not.
 */
export type Proven = number;

/** No clause is proven; or all are, once an entry is reached. */
export const UNPROVEN: Proven = 0;
export const ALL_PROVEN: Proven = -1;

/** How many clauses have a bit. */
const BITS = 31;

/** In the place of a clause: nothing is left to look at. */
export const NOTHING_LEFT = -1;

/** In the place of where to go on: nowhere. */
export const NOTHING_MORE = -1;

/** What is to be looked at of an entry: the first clause that its anchor has not proven, and where the others are. */
export interface Outline {
  /** The first word of the clause, {@link NOTHING_LEFT} where none is left. */
  readonly head: number;
  /** The pair of a clause about one, the test of one that has a test, and the place of the clause for the others. */
  readonly operand: number;
  /** The place of the clauses after it; {@link NOTHING_MORE} where there are none. */
  readonly next: number;
  /** Which of these are proven. */
  readonly rest: Proven;
}

const ALL_SAID: Outline = { head: NOTHING_LEFT, operand: 0, next: NOTHING_MORE, rest: UNPROVEN };

/** The operand of the clause at a place. */
export function operandAt(words: ArrayLike<number>, at: number): number {
  const kind = kindOf(words[at] ?? 0);
  return kind === EQUAL || kind === TESTED ? (words[at + 1] ?? 0) : at;
}

/** What is known when another clause is proven, by its order. */
export function withProven(proven: Proven, order: number): Proven {
  return order < BITS ? proven | (1 << order) : proven;
}

/** Outlines the clauses from one place to another, but for those that are proven. */
export function outlineOf(words: ArrayLike<number>, from: number, to: number, proven: Proven): Outline {
  if (proven === ALL_PROVEN) return ALL_SAID;
  let first: number | undefined;
  for (let at = from, left = proven; at < to; at += lengthAt(words, at), left >>>= 1) {
    if ((left & 1) !== 0) continue;
    if (first !== undefined) {
      return { head: words[first] ?? 0, operand: operandAt(words, first), next: at, rest: left };
    }
    first = at;
  }
  if (first === undefined) return ALL_SAID;
  return { head: words[first] ?? 0, operand: operandAt(words, first), next: NOTHING_MORE, rest: UNPROVEN };
}
