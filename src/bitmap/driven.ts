import { CHUNK_LINES, CHUNK_ORDINALS } from './chunk.ts';
import { decodeLines } from './decode.ts';
import type { OrdinalSets } from './ordinal-sets.ts';
import type { Scratch } from './scratch.ts';
import { PORTION, type Sink } from './sink.ts';

/** A set that ordinals are held against: those in it are kept, or those not in it. */
export interface SetFilter {
  readonly set: number;
  readonly kept: boolean;
}

/** Ordinals filtered at a time: they stay in the cache, and a reader who has enough has not paid for many more. */
const BLOCK = 2048;

/**
 * The ordinals of a union of disjoint sets that filters let pass: for few of them, each is held against the filters,
 * which takes the same time however many objects there are.
 */
export class Driven {
  readonly #sets: OrdinalSets;
  readonly #scratch: Scratch;
  readonly #driver: readonly number[];
  readonly #filters: readonly SetFilter[];
  readonly #test: ((ordinal: number) => boolean) | undefined;

  /**
   * @param driver disjoint sets
   * @param filters asked first, in their order
   * @param test asked last, for each ordinal
   */
  constructor(
    sets: OrdinalSets,
    scratch: Scratch,
    driver: readonly number[],
    filters: readonly SetFilter[],
    test: ((ordinal: number) => boolean) | undefined,
  ) {
    this.#sets = sets;
    this.#scratch = scratch;
    this.#driver = driver;
    this.#filters = filters;
    this.#test = test;
  }

  /** How many ordinals pass. */
  count(): number {
    let count = 0;
    this.read(0, (_words, _at, n) => {
      count += n;
      return true;
    });
    return count;
  }

  /**
   * Hands over the ordinals that pass, from `from`, ascending, until the sink has enough.
   * @returns whether the sink wants more
   */
  read(from: number, sink: Sink): boolean {
    const sets = this.#sets;
    const [only, another] = this.#driver;
    if (only === undefined) return true;
    if (another !== undefined || sets.isSingle(only)) {
      const [at, n] = this.#gather();
      return this.#pass(at, n, from, sink);
    }
    if (!sets.isDense(only)) return this.#pass(sets.place(only), sets.count(only), from, sink);
    const pass: Sink = (_words, at, n) => this.#pass(at, n, from, sink);
    for (let chunk = 0; chunk < sets.chunks(only); chunk++) {
      const base = chunk * CHUNK_ORDINALS;
      if (sets.chunkCount(only, chunk) === 0 || base + CHUNK_ORDINALS <= from) continue;
      const bits = sets.chunkPlace(only, chunk);
      if (!decodeLines(sets, this.#scratch, bits, 0, CHUNK_LINES, base, Number.POSITIVE_INFINITY, pass)) {
        return false;
      }
    }
    return true;
  }

  /** The ordinals of all sets of the driver, in order. */
  #gather(): [at: number, n: number] {
    const sets = this.#sets;
    let n = 0;
    for (const set of this.#driver) n += sets.count(set);
    const start = this.#scratch.block('gathered', Math.max(1, n));
    const { words } = sets.arena;
    let to = start;
    for (const set of this.#driver) {
      const count = sets.count(set);
      const place = sets.place(set);
      if (sets.isDense(set)) for (const ordinal of sets.ordinals(set)) words[to++] = ordinal;
      else if (!sets.isSingle(set)) {
        words.copyWithin(to, place, place + count);
        to += count;
      } else if (count === 1) words[to++] = place;
    }
    words.subarray(start, to).sort();
    return [start, n];
  }

  /** Holds `n` ordinals, ascending, against the filters, and hands over what passes. */
  #pass(at: number, n: number, from: number, sink: Sink): boolean {
    const isFiltered = this.#filters.length > 0 || this.#test !== undefined;
    const block = isFiltered ? BLOCK : PORTION;
    const out = isFiltered ? this.#scratch.block('filtered', BLOCK) : 0;
    const { arena } = this.#sets;
    const end = at + n;
    for (let start = firstFrom(arena.words, at, end, from); start < end; start += block) {
      const length = Math.min(block, end - start);
      const left = isFiltered ? this.#filter(start, length, out) : length;
      if (left > 0 && !sink(arena.words, isFiltered ? out : start, left)) return false;
    }
    return true;
  }

  /** Writes to `out` which of `n` ordinals pass, and says how many. */
  #filter(start: number, n: number, out: number): number {
    const sets = this.#sets;
    const { arena } = sets;
    let at = start;
    let left = n;
    for (const { set, kept } of this.#filters) {
      if (left === 0) return 0;
      const flag = kept ? 1 : 0;
      if (sets.isDense(set)) {
        left = arena.kernel.filter(at, left, sets.directory(set), sets.chunks(set), out, flag);
      } else if (sets.isSingle(set)) {
        left = this.#filterSingle(at, left, set, kept, out);
      } else {
        left = arena.kernel.intersect(at, left, sets.place(set), sets.count(set), out, flag);
      }
      at = out;
    }
    return this.#test === undefined ? left : this.#filterByTest(at, left, this.#test, out);
  }

  #filterSingle(at: number, n: number, set: number, kept: boolean, out: number): number {
    const { words } = this.#sets.arena;
    let to = out;
    for (let i = at; i < at + n; i++) {
      const ordinal = words[i] ?? 0;
      if (this.#sets.has(set, ordinal) === kept) words[to++] = ordinal;
    }
    return to - out;
  }

  #filterByTest(at: number, n: number, test: (ordinal: number) => boolean, out: number): number {
    const { words } = this.#sets.arena;
    let to = out;
    for (let i = at; i < at + n; i++) {
      const ordinal = words[i] ?? 0;
      if (test(ordinal)) words[to++] = ordinal;
    }
    return to - out;
  }
}

/** Of ascending ordinals from `at` to `end`, where the first one stands that is not less than `from`. */
function firstFrom(words: Uint32Array, at: number, end: number, from: number): number {
  if (from === 0) return at;
  let low = at;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
