import { grown, trimmed } from './grow.ts';
import { HandleTable, NO_PLACE } from './handle-table.ts';
import { hashOfWords } from './hash.ts';

/** In the heap, before the pairs of a label set: how many they are. */
const HEADER = 1;

const NO_LABEL_SET = 0xffff_ffff;

/**
 * Label sets, each kept once however many objects have it, as the pods of a ReplicaSet do: the handles of its pairs,
 * ascending. A label set is named by a number, and is there as long as an object has it.
 */
export class LabelSets {
  /** One after another: how many pairs, and their handles. */
  #heap: Uint32Array<ArrayBuffer> = new Uint32Array(64);
  #heapEnd = 0;
  /** Words of label sets that were given up, which lie in the heap until it is made anew. */
  #heapDead = 0;
  /** By number: where it is in the heap (the next unused number, of one that is not there), and how many objects have it. */
  #starts: Uint32Array<ArrayBuffer> = new Uint32Array(8);
  #holders: Uint32Array<ArrayBuffer> = new Uint32Array(8);
  #numbers = 0;
  #firstUnused = NO_LABEL_SET;
  readonly #table = new HandleTable();
  readonly #hashOf = (labelSet: number): number =>
    hashOfWords(this.#heap, this.start(labelSet), this.length(labelSet));

  /** How many there are. */
  get size(): number {
    return this.#table.size;
  }

  get bytes(): number {
    return this.#heap.byteLength + this.#starts.byteLength + this.#holders.byteLength + this.#table.bytes;
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
    return this.#holders[labelSet] ?? 0;
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
    if (this.#heapEnd + n + HEADER > this.#heap.length) this.#makeRoom(n + HEADER);
    let labelSet = this.#firstUnused;
    if (labelSet === NO_LABEL_SET) {
      labelSet = this.#numbers++;
      if (labelSet >= this.#starts.length) {
        this.#starts = grown(this.#starts, labelSet + 1);
        this.#holders = grown(this.#holders, labelSet + 1);
      }
    } else {
      this.#firstUnused = this.#starts[labelSet] ?? NO_LABEL_SET;
    }
    this.#starts[labelSet] = this.#heapEnd;
    this.#holders[labelSet] = 1;
    this.#heap[this.#heapEnd] = n;
    for (let i = 0; i < n; i++) this.#heap[this.#heapEnd + HEADER + i] = pairs[i] ?? 0;
    this.#heapEnd += n + HEADER;
    table.insert(hash, labelSet, this.#hashOf);
    return labelSet;
  }

  /** One object more has a label set. */
  hold(labelSet: number): void {
    this.#holders[labelSet] = this.holders(labelSet) + 1;
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
    this.#holders[labelSet] = holders;
    if (holders > 0) return;
    const hash = this.#hashOf(labelSet);
    const table = this.#table;
    let place = table.first(hash);
    while (table.handle(place) !== labelSet) place = table.next(place, hash);
    table.delete(place, this.#hashOf);
    this.#heapDead += this.length(labelSet) + HEADER;
    this.#starts[labelSet] = this.#firstUnused;
    this.#firstUnused = labelSet;
    if (this.size === 0) {
      this.#heapEnd = 0;
      this.#heapDead = 0;
    }
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
  }

  /** Makes ready for many label sets to come, until what was taken in advance is given back. */
  expectMany(): void {
    this.#table.expectMany();
  }

  /** Gives back memory that was taken in advance. */
  trim(): void {
    this.#heap = trimmed(this.#heap, this.#heapEnd);
    this.#starts = trimmed(this.#starts, this.#numbers);
    this.#holders = trimmed(this.#holders, this.#numbers);
    this.#table.trim(this.#hashOf);
  }

  /** The numbers of all label sets. */
  [Symbol.iterator](): Iterator<number> {
    return this.#table[Symbol.iterator]();
  }
}
