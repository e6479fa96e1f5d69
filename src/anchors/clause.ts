import type { Conjunction } from '../constraint/conjunction.ts';
import type { KeyConstraint } from '../constraint/key-constraint.ts';
import type { KeyTerm, Lexicon } from './lexicon.ts';
import type { ValueTests } from './value-tests.ts';

/*
 * A conjunction as words: its clauses, one after another, one a key. The first word of a clause is the number of its key
 * and, in the lowest 3 bits, its kind; what follows depends on the kind:
 *
 *     EQUAL           pair                    has this pair
 *     ONE_OF          n, pairs (ascending)    has one of these
 *     PRESENT                                 has the key
 *     TESTED          test                    has the key, and its value passes
 *     PRESENT_EXCEPT  n, pairs (ascending)    has the key, but none of these
 *     ABSENT_KEY                              does not have the key
 *     EXCEPT          n, pairs (ascending)    has none of these
 *
 * Clauses stand by kind, those first that fail most often, and then by key: so each meaning has one writing.
 */
export const EQUAL = 0;
export const ONE_OF = 1;
export const PRESENT = 2;
export const TESTED = 3;
export const PRESENT_EXCEPT = 4;
export const ABSENT_KEY = 5;
export const EXCEPT = 6;

const KIND_BITS = 3;
export const KIND_MASK = 7;

/** The kind of the clause that begins with a word. */
export function kindOf(head: number): number {
  return head & KIND_MASK;
}

/** The number of the key of the clause that begins with a word. */
export function keyNumberOf(head: number): number {
  return head >>> KIND_BITS;
}

/** Whether a clause needs the key: label sets without it cannot satisfy it. */
export function isPositive(kind: number): boolean {
  return kind < ABSENT_KEY;
}

/** How many words the clause at a place takes. */
export function lengthAt(words: ArrayLike<number>, at: number): number {
  switch (kindOf(words[at] ?? 0)) {
    case EQUAL:
    case TESTED:
      return 2;
    case PRESENT:
    case ABSENT_KEY:
      return 1;
    default:
      return 2 + (words[at + 1] ?? 0);
  }
}

/** How many pairs the clause at a place names, and where the first one stands. */
export function pairsAt(
  words: ArrayLike<number>,
  at: number,
): { readonly from: number; readonly to: number } {
  switch (kindOf(words[at] ?? 0)) {
    case EQUAL:
      return { from: at + 1, to: at + 2 };
    case PRESENT:
    case ABSENT_KEY:
    case TESTED:
      return { from: at, to: at };
    default:
      return { from: at + 2, to: at + 2 + (words[at + 1] ?? 0) };
  }
}

function pairsOf(lexicon: Lexicon, key: KeyTerm, values: readonly string[]): number[] {
  return values.map((value) => lexicon.takePair(key, value).atom).sort((a, b) => a - b);
}

function clauseOf(
  { key: name, absent, present }: KeyConstraint,
  lexicon: Lexicon,
  tests: ValueTests,
): number[] {
  const key = lexicon.takeKey(name);
  const head = (kind: number) => (key.number << KIND_BITS) | kind;
  if (present.kind === 'none') return [head(ABSENT_KEY)];
  if (present.kind === 'any-but' && present.range !== undefined) {
    key.ranges++;
    return [head(TESTED), tests.take(present.range, present.values)];
  }
  const pairs = pairsOf(lexicon, key, present.values);
  if (present.kind === 'one-of') {
    return pairs.length === 1 ? [head(EQUAL), ...pairs] : [head(ONE_OF), pairs.length, ...pairs];
  }
  if (absent) return [head(EXCEPT), pairs.length, ...pairs];
  return pairs.length === 0 ? [head(PRESENT)] : [head(PRESENT_EXCEPT), pairs.length, ...pairs];
}

/** Writes a conjunction as words, for which its keys, pairs and tests are taken. */
export function writeClauses(conjunction: Conjunction, lexicon: Lexicon, tests: ValueTests): number[] {
  const clauses = conjunction.map((constraint) => clauseOf(constraint, lexicon, tests));
  const order = ([head = 0]: readonly number[]) => kindOf(head) * 2 ** 29 + keyNumberOf(head);
  return clauses.sort((a, b) => order(a) - order(b)).flat();
}

/** Releases what clauses were written with. */
export function releaseClauses(
  words: ArrayLike<number>,
  from: number,
  to: number,
  lexicon: Lexicon,
  tests: ValueTests,
): void {
  for (let at = from; at < to; at += lengthAt(words, at)) {
    const head = words[at] ?? 0;
    const key = lexicon.keyAt(keyNumberOf(head));
    const pairs = pairsAt(words, at);
    for (let place = pairs.from; place < pairs.to; place++) lexicon.releasePair(words[place] ?? 0);
    if (key === undefined) continue;
    if (kindOf(head) === TESTED) {
      tests.release(words[at + 1] ?? 0);
      key.ranges--;
    }
    lexicon.releaseKey(key);
  }
}
