import { Arena, type KernelChoice, SMALLEST_BLOCK } from './arena.ts';
import { CHUNK_BITS, CHUNK_EXPONENT, CHUNK_ORDINALS, CHUNK_WORDS } from './chunk.ts';

/**
 * How a set is kept. `single`: at most one ordinal, beside its count. `sparse`: ascending ordinals in one block.
 * `dense`: a bit for each ordinal, in chunks, and a directory of these.
 */
export type Form = 'single' | 'sparse' | 'dense';

/** A dense set has at least so many ordinals, and on average so many in each chunk it may reach into. */
const LEAST_DENSE = 1024;
const DENSE_A_CHUNK = 1024;

/** A set that is dense stays so down to this share of what makes it dense, so that no set goes to and fro. */
const SLACK = 0.5;

/** The form of a set in six bits: 0, a block of 2^n words, or a directory of 2^n words. */
const SINGLE = 0;
const DENSE = 32;
/** Of a handle that names no set. */
const UNUSED = 63;

/** In the table of sets: a word for the place, and one for the form, above the count of what is not dense. */
const ROW = 2;
const FORM_SHIFT = 26;
const COUNT_MASK = 0x3ff_ffff;

/** In a directory: how many chunks have ordinals, and how many ordinals there are; then a pointer and a count for each chunk. */
const HEADER = 2;
const ENTRY = 2;

const NO_HANDLE = 0xffff_ffff;

/*
 * Reads of words are unchecked (`!`) here: handles and offsets are those that were given out, and these loops are what
 * loading and updating an index spends its time in.
 */

/**
 * Sets of ordinals, each named by a number, its handle; the numbers of deleted sets are given out again. A set is no
 * object: an index has a million of them, most with one ordinal.
 *
 * An ordinal is an integer from 0 to 2^32 - 2.
 */
export class OrdinalSets {
  readonly arena: Arena;
  /**
   * A row for each handle, in one place of the memory. First a place: of a single set the ordinal, of a sparse one where
   * its ordinals are, of a dense one where its directory is. Then the form and the count.
   */
  #table = new Uint32Array(8 * ROW);
  /** Handles that were given out so far, deleted ones included. */
  #used = 0;
  #firstUnused = NO_HANDLE;
  #live = 0;
  /** A chunk without ordinals, for directories to point to; allocated with the first dense set. */
  #emptyChunk: number | undefined;

  constructor(choice: KernelChoice) {
    this.arena = new Arena(choice);
  }

  /** How many sets there are. */
  get size(): number {
    return this.#live;
  }

  /** One more than the highest handle that was ever given out. */
  get handles(): number {
    return this.#used;
  }

  /** Bytes of the table of sets; those of their ordinals are the arena's. */
  get tableBytes(): number {
    return this.#table.byteLength;
  }

  /** Bytes beside the sets' own: the empty chunk. */
  get sharedBytes(): number {
    return this.#emptyChunk === undefined ? 0 : CHUNK_WORDS * 4;
  }

  /** A new set, empty. */
  create(): number {
    let set = this.#firstUnused;
    if (set === NO_HANDLE) {
      if (this.#used * ROW === this.#table.length) this.#resizeTable(this.#used * 2);
      set = this.#used++;
    } else {
      this.#firstUnused = this.place(set);
    }
    this.#setRow(set, 0, SINGLE, 0);
    this.#live++;
    return set;
  }

  #setRow(set: number, place: number, form: number, count: number): void {
    this.#table[set * ROW] = place;
    this.#table[set * ROW + 1] = (form << FORM_SHIFT) | count;
  }

  #formOf(set: number): number {
    return this.#table[set * ROW + 1]! >>> FORM_SHIFT;
  }

  /** Gives back what the table of sets has taken in advance. */
  trim(): void {
    const length = Math.max(8, Math.ceil(this.#used * 1.02));
    if (length * ROW * 1.1 < this.#table.length) this.#resizeTable(length);
  }

  #resizeTable(handles: number): void {
    const table = new Uint32Array(handles * ROW);
    table.set(this.#table.subarray(0, this.#used * ROW));
    this.#table = table;
  }

  /** Deletes a set with whatever is in it. */
  destroy(set: number): void {
    this.#releaseContent(set);
    this.#setRow(set, this.#firstUnused, UNUSED, 0);
    this.#firstUnused = set;
    this.#live--;
  }

  #releaseContent(set: number): void {
    const form = this.#formOf(set);
    if (form === SINGLE) return;
    if (form < DENSE) {
      this.arena.release(this.place(set), form);
      return;
    }
    const directory = this.place(set);
    const chunks = this.chunks(set);
    for (let chunk = 0; chunk < chunks; chunk++) {
      const entry = directory + HEADER + chunk * ENTRY;
      if (this.arena.words[entry + 1] !== 0) this.arena.release(this.arena.words[entry]!, CHUNK_EXPONENT);
    }
    this.arena.release(directory, form - DENSE);
  }

  /** Whether a handle names a set. */
  exists(set: number): boolean {
    return set < this.#used && this.#formOf(set) !== UNUSED;
  }

  /** How many ordinals a set has. */
  count(set: number): number {
    const row = this.#table[set * ROW + 1]!;
    // Of a dense set the count has a word of its own, in the directory.
    return row >>> FORM_SHIFT < DENSE ? row & COUNT_MASK : this.arena.words[this.place(set) + 1]!;
  }

  form(set: number): Form {
    const form = this.#formOf(set);
    return form === SINGLE ? 'single' : form < DENSE ? 'sparse' : 'dense';
  }

  isDense(set: number): boolean {
    return this.#formOf(set) >= DENSE;
  }

  isSingle(set: number): boolean {
    return this.#formOf(set) === SINGLE;
  }

  /** The ordinal of a single set that has one; of a sparse set, where its ordinals are. */
  place(set: number): number {
    return this.#table[set * ROW]!;
  }

  /** Where the entries of a dense set's directory are: two words a chunk, the first one a pointer to its bits. */
  directory(set: number): number {
    return this.place(set) + HEADER;
  }

  /** How many entries the directory of a dense set has; no ordinal lies beyond. */
  chunks(set: number): number {
    return (1 << (this.#formOf(set) - DENSE - 1)) - HEADER / ENTRY;
  }

  /** How many chunks of a dense set have ordinals. */
  chunksInUse(set: number): number {
    return this.arena.words[this.place(set)]!;
  }

  /** How many ordinals of a dense set are in a chunk. */
  chunkCount(set: number, chunk: number): number {
    return chunk < this.chunks(set) ? this.arena.words[this.directory(set) + chunk * ENTRY + 1]! : 0;
  }

  /** Where the bits of a chunk of a dense set are; it must have some. */
  chunkPlace(set: number, chunk: number): number {
    return this.arena.words[this.directory(set) + chunk * ENTRY]!;
  }

  /** How many ordinals of a sparse set are less than `ordinal`. O(log count). */
  rank(set: number, ordinal: number): number {
    const { words } = this.arena;
    const place = this.place(set);
    let low = 0;
    let high = this.count(set);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (words[place + middle]! < ordinal) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  has(set: number, ordinal: number): boolean {
    const form = this.#formOf(set);
    const count = this.count(set);
    if (form === SINGLE) return count === 1 && this.place(set) === ordinal;
    if (form < DENSE) {
      const at = this.rank(set, ordinal);
      return at < count && this.arena.words[this.place(set) + at] === ordinal;
    }
    const chunk = ordinal >>> CHUNK_BITS;
    if (chunk >= this.chunks(set)) return false;
    const word = this.arena.words[this.chunkPlace(set, chunk) + ((ordinal & 0xffff) >>> 5)]!;
    return ((word >>> ordinal) & 1) === 1;
  }

  /**
   * Puts an ordinal into a set. O(1) for one above all others and for dense sets; otherwise what lies above it is
   * moved.
   *
   * @returns whether it was not there
   * @throws RangeError where no memory can be had; the set is as it was
   */
  add(set: number, ordinal: number): boolean {
    const form = this.#formOf(set);
    if (form >= DENSE) return this.#addDense(set, ordinal);
    const count = this.count(set);
    if (form === SINGLE) {
      if (count === 0) {
        this.#setRow(set, ordinal, SINGLE, 1);
        return true;
      }
      const only = this.place(set);
      if (only === ordinal) return false;
      const place = this.arena.allocate(SMALLEST_BLOCK);
      this.arena.words[place] = Math.min(only, ordinal);
      this.arena.words[place + 1] = Math.max(only, ordinal);
      this.#setRow(set, place, SMALLEST_BLOCK, 2);
      return true;
    }
    let place = this.place(set);
    const isAbove = this.arena.words[place + count - 1]! < ordinal;
    const at = isAbove ? count : this.rank(set, ordinal);
    if (!isAbove && this.arena.words[place + at] === ordinal) return false;
    let room = form;
    if (count === 1 << form) {
      const larger = this.arena.allocate(form + 1);
      this.arena.words.copyWithin(larger, place, place + count);
      this.arena.release(place, form);
      place = larger;
      room = form + 1;
    }
    const { words } = this.arena;
    if (!isAbove) words.copyWithin(place + at + 1, place + at, place + count);
    words[place + at] = ordinal;
    this.#setRow(set, place, room, count + 1);
    if (count + 1 >= LEAST_DENSE) this.#canonicalize(set);
    return true;
  }

  /**
   * Takes an ordinal out of a set.
   * @returns whether it was there
   */
  remove(set: number, ordinal: number): boolean {
    const form = this.#formOf(set);
    if (form >= DENSE) return this.#removeDense(set, ordinal);
    const count = this.count(set);
    if (form === SINGLE) {
      if (count === 0 || this.place(set) !== ordinal) return false;
      this.#setRow(set, 0, SINGLE, 0);
      return true;
    }
    const { words } = this.arena;
    const place = this.place(set);
    const at = this.rank(set, ordinal);
    if (at === count || words[place + at] !== ordinal) return false;
    words.copyWithin(place + at, place + at + 1, place + count);
    this.#setRow(set, place, form, count - 1);
    // Down to a quarter of the block before it is halved, so that no set goes to and fro.
    if ((count - 1) * 4 <= 1 << form) this.#shrink(set, form);
    // Without its first or its last one a set may reach into fewer chunks.
    if (count - 1 >= LEAST_DENSE) this.#canonicalize(set);
    return true;
  }

  /** Halves the block of a sparse set, or gives it up for the last ordinal. */
  #shrink(set: number, form: number): void {
    const count = this.count(set);
    const place = this.place(set);
    if (count <= 1) {
      const last = this.arena.words[place]!;
      this.arena.release(place, form);
      this.#setRow(set, last, SINGLE, count);
    } else if (form > SMALLEST_BLOCK) {
      // The lower half stays, the upper half is free.
      this.arena.release(place + (1 << (form - 1)), form - 1);
      this.#setRow(set, place, form - 1, count);
    }
  }

  #addDense(set: number, ordinal: number): boolean {
    const chunk = ordinal >>> CHUNK_BITS;
    if (chunk >= this.chunks(set)) this.#growDirectory(set, chunk);
    const entry = this.directory(set) + chunk * ENTRY;
    if (this.arena.words[entry + 1] === 0) {
      const bits = this.arena.allocate(CHUNK_EXPONENT);
      this.arena.words.fill(0, bits, bits + CHUNK_WORDS);
      this.arena.words[entry] = bits;
      const inUse = this.place(set);
      this.arena.words[inUse] = this.arena.words[inUse]! + 1;
    }
    const { words } = this.arena;
    const at = words[entry]! + ((ordinal & 0xffff) >>> 5);
    const word = words[at]!;
    const bit = 1 << ordinal;
    if ((word & bit) !== 0) return false;
    words[at] = word | bit;
    words[entry + 1] = words[entry + 1]! + 1;
    const total = this.place(set) + 1;
    words[total] = words[total]! + 1;
    return true;
  }

  #removeDense(set: number, ordinal: number): boolean {
    const chunk = ordinal >>> CHUNK_BITS;
    if (chunk >= this.chunks(set)) return false;
    const { words } = this.arena;
    const entry = this.directory(set) + chunk * ENTRY;
    const at = words[entry]! + ((ordinal & 0xffff) >>> 5);
    const word = words[at]!;
    const bit = 1 << ordinal;
    if ((word & bit) === 0) return false;
    words[at] = word & ~bit;
    words[entry + 1] = words[entry + 1]! - 1;
    if (words[entry + 1] === 0) {
      this.arena.release(words[entry]!, CHUNK_EXPONENT);
      words[entry] = this.#emptyChunk ?? 0;
      const inUse = this.place(set);
      words[inUse] = words[inUse]! - 1;
    }
    const total = this.place(set) + 1;
    words[total] = words[total]! - 1;
    this.#canonicalize(set);
    return true;
  }

  /** Room for a chunk in the directory of a dense set. */
  #growDirectory(set: number, chunk: number): void {
    const exponent = directoryExponent(chunk + 1);
    const larger = this.arena.allocate(exponent);
    const directory = this.place(set);
    const length = HEADER + this.chunks(set) * ENTRY;
    this.arena.words.copyWithin(larger, directory, directory + length);
    this.#clearEntries(larger + length, larger + 2 ** exponent);
    this.arena.release(directory, this.#formOf(set) - DENSE);
    this.#setRow(set, larger, DENSE + exponent, 0);
  }

  #clearEntries(from: number, to: number): void {
    const { words } = this.arena;
    for (let entry = from; entry < to; entry += ENTRY) {
      words[entry] = this.#emptyChunk ?? 0;
      words[entry + 1] = 0;
    }
  }

  /**
   * The one place that chooses between sparse and dense. A sparse set becomes dense when it has as many ordinals as
   * {@link DENSE_A_CHUNK} for each chunk between its first and its last one; a dense set becomes sparse when it falls
   * to {@link SLACK} of that in the chunks it uses.
   */
  #canonicalize(set: number): void {
    const count = this.count(set);
    if (this.#formOf(set) >= DENSE) {
      const enough = Math.max(LEAST_DENSE, DENSE_A_CHUNK * this.chunksInUse(set));
      if (count < enough * SLACK) this.#toSparse(set);
    } else {
      const { words } = this.arena;
      const place = this.place(set);
      const span = (words[place + count - 1]! >>> CHUNK_BITS) - (words[place]! >>> CHUNK_BITS) + 1;
      if (count >= Math.max(LEAST_DENSE, DENSE_A_CHUNK * span)) this.#toDense(set);
    }
  }

  /** Where there is no memory for it, the set stays as it is, which is slower and as right. */
  #toDense(set: number): void {
    const { arena } = this;
    const count = this.count(set);
    const last = arena.words[this.place(set) + count - 1]!;
    const exponent = directoryExponent((last >>> CHUNK_BITS) + 1);
    const starts = this.#chunkStarts(set);
    const blocks = this.#tryAllocate([exponent, ...starts.map(() => CHUNK_EXPONENT)]);
    if (blocks === undefined) return;
    const [directory = 0, ...chunks] = blocks;
    this.#clearEntries(directory, directory + (1 << exponent));
    const place = this.place(set);
    for (const [at, bits] of chunks.entries()) {
      const from = starts[at]!;
      const to = starts[at + 1] ?? count;
      const chunk = arena.words[place + from]! >>> CHUNK_BITS;
      arena.words.fill(0, bits, bits + CHUNK_WORDS);
      arena.kernel.scatter(place + from, to - from, bits, chunk * CHUNK_ORDINALS);
      const entry = directory + HEADER + chunk * ENTRY;
      arena.words[entry] = bits;
      arena.words[entry + 1] = to - from;
    }
    arena.words[directory] = chunks.length;
    arena.words[directory + 1] = count;
    arena.release(place, this.#formOf(set));
    this.#setRow(set, directory, DENSE + exponent, 0);
  }

  /** Where in a sparse set the ordinals of each of its chunks begin. */
  #chunkStarts(set: number): number[] {
    const { words } = this.arena;
    const place = this.place(set);
    const count = this.count(set);
    const starts: number[] = [];
    for (let from = 0; from < count; ) {
      starts.push(from);
      from = this.rank(set, ((words[place + from]! >>> CHUNK_BITS) + 1) * CHUNK_ORDINALS);
    }
    return starts;
  }

  /** Blocks of some exponents, with the empty chunk there; undefined, and nothing taken, where memory ends. */
  #tryAllocate(exponents: readonly number[]): number[] | undefined {
    const { arena } = this;
    const blocks: number[] = [];
    try {
      if (this.#emptyChunk === undefined) {
        arena.useKernel();
        const empty = arena.allocate(CHUNK_EXPONENT);
        arena.words.fill(0, empty, empty + CHUNK_WORDS);
        this.#emptyChunk = empty;
      }
      for (const exponent of exponents) blocks.push(arena.allocate(exponent));
      return blocks;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      for (const [at, block] of blocks.entries()) arena.release(block, exponents[at]!);
      return undefined;
    }
  }

  /** As {@link OrdinalSets.#toDense}, where there is no memory nothing happens. */
  #toSparse(set: number): void {
    const count = this.count(set);
    const exponent = Math.max(SMALLEST_BLOCK, 32 - Math.clz32(count - 1));
    const [place] = this.#tryAllocate([exponent]) ?? [];
    if (place === undefined) return;
    const { words } = this.arena;
    let to = place;
    for (const ordinal of this.ordinals(set)) words[to++] = ordinal;
    this.#releaseContent(set);
    this.#setRow(set, place, exponent, count);
  }

  /** The ordinals of a set, ascending; the set must not change meanwhile. */
  *ordinals(set: number): Generator<number> {
    const form = this.#formOf(set);
    const count = this.count(set);
    const place = this.place(set);
    if (form === SINGLE) {
      if (count === 1) yield place;
    } else if (form < DENSE) {
      for (let at = 0; at < count; at++) yield this.arena.words[place + at]!;
    } else {
      for (let chunk = 0; chunk < this.chunks(set); chunk++) {
        if (this.chunkCount(set, chunk) === 0) continue;
        const bits = this.chunkPlace(set, chunk);
        for (let at = 0; at < CHUNK_WORDS; at++) {
          let word = this.arena.words[bits + at]!;
          for (; word !== 0; word &= word - 1) {
            yield chunk * CHUNK_ORDINALS + at * 32 + 31 - Math.clz32(word & -word);
          }
        }
      }
    }
  }

  /** The blocks that a set owns, for the invariant checker: offset and length in words. */
  *blocks(set: number): Generator<readonly [offset: number, length: number]> {
    const form = this.#formOf(set);
    if (form === SINGLE) return;
    if (form < DENSE) {
      yield [this.place(set), 1 << form];
      return;
    }
    yield [this.place(set), 1 << (form - DENSE)];
    for (let chunk = 0; chunk < this.chunks(set); chunk++) {
      if (this.chunkCount(set, chunk) > 0) yield [this.chunkPlace(set, chunk), CHUNK_WORDS];
    }
  }

  /** Whether a set is kept in a form that {@link OrdinalSets} may keep it in, for the invariant checker. */
  isCanonical(set: number): boolean {
    // Sets may have stayed as they were for want of memory.
    if (this.arena.hasRefused) return true;
    const form = this.#formOf(set);
    const count = this.count(set);
    if (form === SINGLE) return count <= 1;
    if (form >= DENSE) {
      return count >= Math.max(LEAST_DENSE, DENSE_A_CHUNK * this.chunksInUse(set)) * SLACK;
    }
    if (count < 2 || count > 2 ** form || (form > SMALLEST_BLOCK && count * 4 <= 2 ** form)) return false;
    const { words } = this.arena;
    const place = this.place(set);
    const span = (words[place + count - 1]! >>> CHUNK_BITS) - (words[place]! >>> CHUNK_BITS) + 1;
    return count < Math.max(LEAST_DENSE, DENSE_A_CHUNK * span);
  }
}

/** The exponent of a directory for so many chunks. */
function directoryExponent(chunks: number): number {
  return 32 - Math.clz32(HEADER + chunks * ENTRY - 1);
}
