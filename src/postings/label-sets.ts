import { grown, trimmed } from './grow.ts';
import { HandleTable, NO_PLACE } from './handle-table.ts';
import { hashOfWords } from './hash.ts';

/** In the heap, before the pairs of a label set: how many they are, and how many objects have it. */
const HEADER = 2;

/** No number of a label set, and no place in the heap. */
const NONE = 0xffff_ffff;

/**
 * Label sets, each kept once however many objects have it, as the pods of a ReplicaSet do: the handles of its pairs,
 * ascending. A label set is named by a number, and is there as long as an object has it.
 */
export class LabelSets {
  /** One after another: how many pairs, how many objects, and the handles. */
  #heap: Uint32Array<ArrayBuffer> = new Uint32Array(64);
  #heapEnd = 0;
  /** Words of label sets that were given up and not taken again. */
  #heapDead = 0;
  /** By number of pairs: the last one given up of so many, which leads to the one before. */
  readonly #givenUp: number[] = [];
  /** By number: where it is in the heap; of one that is not there, the next unused number. */
  #starts: Uint32Array<ArrayBuffer> = new Uint32Array(8);
  #numbers = 0;
  #firstUnused = NONE;
  readonly #table = new HandleTable();
  readonly #hashOf = (labelSet: number): number =>
    hashOfWords(this.#heap, this.start(labelSet), this.length(labelSet));

  /** How many there are. */
  get size(): number {
    return this.#table.size;
  }

  /** One more than the highest number that was ever given out. */
  get numbers(): number {
    return this.#numbers;
  }

  get bytes(): number {
    return this.#heap.byteLength + this.#starts.byteLength + this.#table.bytes;
  }

  /** Where the pairs of a label set are in {@link words}. */
  start(labelSet: number): number {
    return (this.#starts[labelSet] ?? 0) + HEADER;
  }

  /** How many pairs a label set has. */
  length(labelSet: number): number {
    return this.#heap[this.#starts[labelSet] ?? 0] ?? 0;
  }

  /** How many objects have a label set. */
  holders(labelSet: number): number {
    return this.#heap[(this.#starts[labelSet] ?? 0) + 1] ?? 0;
  }

  #setHolders(labelSet: number, holders: number): void {
    this.#heap[(this.#starts[labelSet] ?? 0) + 1] = holders;
  }

  /** The pairs of all label sets; another array after a label set was taken. */
  get words(): Uint32Array {
    return this.#heap;
  }

  /**
   * The label set of some pairs, made where it is not there, for one more object.
   * @param pairs handles, the first `n` of which are ascending
   */
  take(pairs: Uint32Array, n: number): number {
    const hash = hashOfWords(pairs, 0, n);
    const table = this.#table;
    for (let place = table.first(hash); place !== NO_PLACE; place = table.next(place, hash)) {
      const labelSet = table.handle(place);
      if (!this.#isOf(labelSet, pairs, n)) continue;
      this.hold(labelSet);
      return labelSet;
    }
    const labelSet = this.#takeNumber();
    const start = this.#takeWords(n);
    this.#starts[labelSet] = start;
    this.#heap[start] = n;
    this.#heap[start + 1] = 1;
    for (let i = 0; i < n; i++) this.#heap[start + HEADER + i] = pairs[i] ?? 0;
    table.insert(hash, labelSet, this.#hashOf);
    return labelSet;
  }

  #takeNumber(): number {
    const labelSet = this.#firstUnused;
    if (labelSet !== NONE) {
      this.#firstUnused = this.#starts[labelSet] ?? NONE;
      return labelSet;
    }
    if (this.#numbers >= this.#starts.length) this.#starts = grown(this.#starts, this.#numbers + 1);
    return this.#numbers++;
  }

  /** Words of the heap for `n` pairs: those of a label set of as many that was given up, or new ones. */
  #takeWords(n: number): number {
    const givenUp = this.#givenUp[n] ?? NONE;
    if (givenUp !== NONE) {
      this.#givenUp[n] = this.#heap[givenUp] ?? NONE;
      this.#heapDead -= n + HEADER;
      return givenUp;
    }
    if (this.#heapEnd + n + HEADER > this.#heap.length) this.#makeRoom(n + HEADER);
    const start = this.#heapEnd;
    this.#heapEnd += n + HEADER;
    return start;
  }

  /** One object more has a label set. */
  hold(labelSet: number): void {
    this.#setHolders(labelSet, this.holders(labelSet) + 1);
  }

  #isOf(labelSet: number, pairs: Uint32Array, n: number): boolean {
    if (this.length(labelSet) !== n) return false;
    const start = this.start(labelSet);
    for (let i = 0; i < n; i++) if (this.#heap[start + i] !== pairs[i]) return false;
    return true;
  }

  /** One object less has a label set. */
  release(labelSet: number): void {
    const holders = this.holders(labelSet) - 1;
    this.#setHolders(labelSet, holders);
    if (holders > 0) return;
    const hash = this.#hashOf(labelSet);
    const table = this.#table;
    let place = table.first(hash);
    while (table.handle(place) !== labelSet) place = table.next(place, hash);
    table.delete(place, this.#hashOf);
    const n = this.length(labelSet);
    const start = this.#starts[labelSet] ?? 0;
    while (this.#givenUp.length <= n) this.#givenUp.push(NONE);
    this.#heap[start] = this.#givenUp[n] ?? NONE;
    this.#givenUp[n] = start;
    this.#heapDead += n + HEADER;
    this.#starts[labelSet] = this.#firstUnused;
    this.#firstUnused = labelSet;
    if (this.size > 0) return;
    this.#heapEnd = 0;
    this.#heapDead = 0;
    this.#givenUp.length = 0;
  }

  /** Room for `needed` words: without the label sets that were given up, where these are a third, or in a larger heap. */
  #makeRoom(needed: number): void {
    const isWorthwhile = this.#heapDead * 3 > this.#heapEnd && this.#heapDead >= needed;
    const from = this.#heap;
    if (!isWorthwhile) {
      this.#heap = grown(from, this.#heapEnd + needed);
      return;
    }
    const to = new Uint32Array(from.length);
    let end = 0;
    for (const labelSet of this.#table) {
      const start = this.#starts[labelSet] ?? 0;
      const length = (from[start] ?? 0) + HEADER;
      to.set(from.subarray(start, start + length), end);
      this.#starts[labelSet] = end;
      end += length;
    }
    this.#heap = to;
    this.#heapEnd = end;
    this.#heapDead = 0;
    this.#givenUp.length = 0;
  }

  /** Makes ready for many label sets to come, until what was taken in advance is given back. */
  expectMany(): void {
    this.#table.expectMany();
  }

  /** Gives back memory that was taken in advance. */
  trim(): void {
    this.#heap = trimmed(this.#heap, this.#heapEnd);
    this.#starts = trimmed(this.#starts, this.#numbers);
    this.#table.trim(this.#hashOf);
  }

  /** The numbers of all label sets. */
  [Symbol.iterator](): Iterator<number> {
    return this.#table[Symbol.iterator]();
  }
}
