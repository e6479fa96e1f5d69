import { shortInteger } from '../labels/int64.ts';
import { grownNumbers } from './grown-numbers.ts';
import { ABSENT, type KeyTerm, type Lexicon, OTHER, type Term } from './lexicon.ts';

/**
 * A label set that selectors are held against, as far as they speak of it: each of its labels is looked up once. Kept and
 * filled again for the next one, so that nothing is allocated.
 */
export class Subject {
  readonly #lexicon: Lexicon;
  /** By the number of a key: the atom of the pair, {@link ABSENT}, or {@link OTHER}. */
  pairs: Int32Array<ArrayBuffer> = new Int32Array(64);
  /** By the number of a key that is asked for integers: the value, where the label set has the key. */
  readonly texts: string[] = [];
  /** The same as {@link shortInteger} has it. */
  integers: Float64Array<ArrayBuffer> = new Float64Array(64);
  /** The keys that it has, of those that selectors speak of; as many as {@link keyCount}, what lies beyond is older. */
  readonly keys: KeyTerm[] = [];
  keyCount = 0;
  /** What it has, of what selectors speak of; as many as {@link termCount}. */
  readonly terms: Term[] = [];
  termCount = 0;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Takes a label whose key is not there yet. O(length of key and value), the first time these texts are hashed. */
  take(name: string, value: string): void {
    const key = this.#lexicon.key(name);
    if (key === undefined) return;
    this.takeKnown(key, key.pairs.get(value));
    if (key.ranges > 0) this.takeText(key, value);
  }

  /** Takes a label whose key is not there yet, and that was looked up before; its text where that is asked for. O(1). */
  takeKnown(key: KeyTerm, pair: Term | undefined): void {
    const { number } = key;
    if (number >= this.pairs.length) this.#grow();
    this.pairs[number] = pair === undefined ? OTHER : pair.atom;
    this.keys[this.keyCount++] = key;
    this.terms[this.termCount++] = key.presence;
    if (pair !== undefined) this.terms[this.termCount++] = pair;
  }

  /** Takes the text of a label that was taken, whose key is asked for integers. O(1). */
  takeText({ number }: KeyTerm, value: string): void {
    this.texts[number] = value;
    this.integers[number] = shortInteger(value);
  }

  #grow(): void {
    this.pairs = grownNumbers(this.pairs, this.#lexicon.numbers);
    const integers = new Float64Array(this.pairs.length);
    integers.set(this.integers);
    this.integers = integers;
  }

  /** Empties it. O(labels taken). */
  clear(): void {
    for (let i = 0; i < this.keyCount; i++) this.pairs[this.keys[i]?.number ?? 0] = ABSENT;
    this.keyCount = 0;
    this.termCount = 0;
  }

  /** The atom of the pair of a key, {@link ABSENT} or {@link OTHER}. */
  pairOf(number: number): number {
    return this.pairs[number] ?? ABSENT;
  }

  /** Whether it has a term. */
  has(term: Term): boolean {
    const pair = this.pairOf(term.key.number);
    return term === term.key.presence ? pair !== ABSENT : pair === term.atom;
  }
}
