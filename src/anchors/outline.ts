import { EQUAL, kindOf, lengthAt, TESTED } from './clause.ts';

/** In the place of the clause that is proven: none is. */
export const UNPROVEN = -1;

/** In the place of the clause that is proven: all are, once an entry is reached. */
export const ALL_PROVEN = -2;

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
}

const ALL_SAID: Outline = { head: NOTHING_LEFT, operand: 0, next: NOTHING_MORE };

/** The operand of the clause at a place. */
export function operandAt(words: ArrayLike<number>, at: number): number {
  const kind = kindOf(words[at] ?? 0);
  return kind === EQUAL || kind === TESTED ? (words[at + 1] ?? 0) : at;
}

/** Outlines the clauses from one place to another, but for the one at `proven`. */
export function outlineOf(words: ArrayLike<number>, from: number, to: number, proven: number): Outline {
  const skip = (at: number) => (at === proven ? at + lengthAt(words, at) : at);
  const first = proven === ALL_PROVEN ? to : skip(from);
  if (first === to) return ALL_SAID;
  const next = skip(first + lengthAt(words, first));
  return {
    head: words[first] ?? 0,
    operand: operandAt(words, first),
    next: next === to ? NOTHING_MORE : next,
  };
}
