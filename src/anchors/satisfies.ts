import {
  ABSENT_KEY,
  EQUAL,
  EXCEPT,
  KIND_MASK,
  keyNumberOf,
  lengthAt,
  ONE_OF,
  PRESENT,
  TESTED,
} from './clause.ts';
import { ABSENT } from './lexicon.ts';
import { operandAt, type Proven } from './outline.ts';
import type { Subject } from './subject.ts';
import type { ValueTests } from './value-tests.ts';

/** Up to this many pairs are compared one by one, which a processor does faster than it takes to guess where to look. */
const FEW = 12;

/** Whether a pair is among those at places of some words, ascending. */
function isAmong(words: Int32Array, from: number, to: number, pair: number): boolean {
  let low = from;
  let high = to;
  while (high - low > FEW) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? 0) <= pair) low = middle;
    else high = middle;
  }
  for (let at = low; at < high; at++) if (words[at] === pair) return true;
  return false;
}

/**
 * Whether a label set satisfies one clause. Allocates nothing.
 *
 * @param head the first word of the clause
 * @param operand its pair, its test, or where it stands among the words, as in an {@link Outline}
 */
export function satisfiesClause(
  words: Int32Array,
  head: number,
  operand: number,
  subject: Subject,
  tests: ValueTests,
): boolean {
  const key = keyNumberOf(head);
  const pair = subject.pairs[key] ?? ABSENT;
  const kind = head & KIND_MASK;
  if (kind === EQUAL) return pair === operand;
  if (kind === PRESENT) return pair !== ABSENT;
  if (kind === ABSENT_KEY) return pair === ABSENT;
  if (kind === TESTED) {
    return pair !== ABSENT && tests.accepts(operand, subject.texts[key] ?? '', subject.integers[key] ?? 0);
  }
  // Pairs are from 1 on, so what is absent, or has another value, is among none.
  const isListed = pair > 0 && isAmong(words, operand + 2, operand + 2 + (words[operand + 1] ?? 0), pair);
  return kind === ONE_OF ? isListed : !isListed && (kind === EXCEPT || pair !== ABSENT);
}

/** Whether a label set satisfies all clauses from one place to another that are not proven. Allocates nothing. */
export function satisfies(
  words: Int32Array,
  from: number,
  to: number,
  proven: Proven,
  subject: Subject,
  tests: ValueTests,
): boolean {
  for (let at = from, left = proven; at < to; at += lengthAt(words, at), left >>>= 1) {
    if ((left & 1) !== 0) continue;
    if (!satisfiesClause(words, words[at] ?? 0, operandAt(words, at), subject, tests)) return false;
  }
  return true;
}
