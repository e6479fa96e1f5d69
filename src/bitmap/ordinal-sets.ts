import { Arena, type KernelChoice, SMALLEST_BLOCK } from './arena.ts';
import { CHUNK_BITS } from './chunk.ts';
import { Directories } from './directories.ts';
import { SetTable } from './set-table.ts';

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

/** The form of a set in its row: 0, the exponent of a block of ordinals, or this plus that of a directory. */
const SINGLE = 0;
const DENSE = 32;

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
  /** The place in a row is: of a single set the ordinal, of a sparse one its ordinals, of a dense one its directory. */
  readonly #rows = new SetTable();
  readonly #directories: Directories;

  /** @throws Error where WebAssembly is chosen and cannot be used */
  constructor(choice: KernelChoice) {
    this.arena = new Arena(choice);
    this.#directories = new Directories(this.arena);
  }

  /** How many sets there are. */
  get size(): number {
    return this.#rows.size;
  }

  /** One more than the highest handle that was ever given out. */
  get handles(): number {
    return this.#rows.handles;
  }

  /** Bytes of the table of sets; those of their ordinals are the arena's. */
  get tableBytes(): number {
    return this.#rows.bytes;
  }

  /** Bytes of the arena that are in use and of no set. */
  get sharedBytes(): number {
    return this.#directories.sharedBytes;
  }

  /** A new set, empty. */
  create(): number {
    return this.#rows.create();
  }

  /** Deletes a set with whatever is in it. */
  destroy(set: number): void {
    this.#releaseContent(set);
    this.#rows.delete(set);
  }

  #releaseContent(set: number): void {
    const form = this.#rows.form(set);
    if (form >= DENSE) this.#directories.destroy(this.place(set), form - DENSE);
    else if (form !== SINGLE) this.arena.release(this.place(set), form);
  }

  /** Gives back what the table of sets has taken in advance. */
  trim(): void {
    this.#rows.trim();
  }

  /** Whether a handle names a set. */
  exists(set: number): boolean {
    return this.#rows.has(set);
  }

  /** How many ordinals a set has. */
  count(set: number): number {
    return this.isDense(set) ? this.#directories.count(this.place(set)) : this.#rows.count(set);
  }

  form(set: number): Form {
    return this.isSingle(set) ? 'single' : this.isDense(set) ? 'dense' : 'sparse';
  }

  isDense(set: number): boolean {
    return this.#rows.form(set) >= DENSE;
  }

  isSingle(set: number): boolean {
    return this.#rows.form(set) === SINGLE;
  }

  /** The ordinal of a single set that has one; of a sparse set, where its ordinals are. */
  place(set: number): number {
    return this.#rows.place(set);
  }

  /** Where the entries of a dense set's directory are: two words a chunk, the first one a pointer to its bits. */
  directory(set: number): number {
    return this.#directories.entries(this.place(set));
  }

  /** How many entries the directory of a dense set has; no ordinal lies beyond. */
  chunks(set: number): number {
    return this.#directories.chunks(this.#rows.form(set) - DENSE);
  }

  /** How many chunks of a dense set have ordinals. */
  chunksInUse(set: number): number {
    return this.#directories.chunksInUse(this.place(set));
  }

  /** How many ordinals of a dense set are in a chunk. */
  chunkCount(set: number, chunk: number): number {
    return chunk < this.chunks(set) ? this.arena.words[this.directory(set) + chunk * 2 + 1]! : 0;
  }

  /** Where the bits of a chunk of a dense set are; it must have some. */
  chunkPlace(set: number, chunk: number): number {
    return this.arena.words[this.directory(set) + chunk * 2]!;
  }

  /** How many ordinals of a sparse set are less than `ordinal`. O(log count). */
  rank(set: number, ordinal: number): number {
    const { words } = this.arena;
    const place = this.place(set);
    let low = 0;
    let high = this.#rows.count(set);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (words[place + middle]! < ordinal) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  has(set: number, ordinal: number): boolean {
    const form = this.#rows.form(set);
    const place = this.place(set);
    if (form >= DENSE) return this.#directories.has(place, form - DENSE, ordinal);
    const count = this.#rows.count(set);
    if (form === SINGLE) return count === 1 && place === ordinal;
    const at = this.rank(set, ordinal);
    return at < count && this.arena.words[place + at] === ordinal;
  }

  /**
   * Puts an ordinal into a set. O(1) for one above all others and for dense sets; otherwise what lies above it is
   * moved.
   *
   * @returns whether it was not there
   * @throws RangeError where no memory can be had; the set is as it was
   */
  add(set: number, ordinal: number): boolean {
    const form = this.#rows.form(set);
    if (form >= DENSE) return this.#addDense(set, form - DENSE, ordinal);
    return form === SINGLE ? this.#addSingle(set, ordinal) : this.#addSparse(set, form, ordinal);
  }

  #addSingle(set: number, ordinal: number): boolean {
    if (this.#rows.count(set) === 0) {
      this.#rows.put(set, ordinal, SINGLE, 1);
      return true;
    }
    const only = this.place(set);
    if (only === ordinal) return false;
    const place = this.arena.allocate(SMALLEST_BLOCK);
    this.arena.words[place] = Math.min(only, ordinal);
    this.arena.words[place + 1] = Math.max(only, ordinal);
    this.#rows.put(set, place, SMALLEST_BLOCK, 2);
    return true;
  }

  #addSparse(set: number, form: number, ordinal: number): boolean {
    const count = this.#rows.count(set);
    let place = this.place(set);
    const isAbove = this.arena.words[place + count - 1]! < ordinal;
    const at = isAbove ? count : this.rank(set, ordinal);
    if (!isAbove && this.arena.words[place + at] === ordinal) return false;
    let exponent = form;
    if (count === 1 << form) {
      exponent = form + 1;
      const larger = this.arena.allocate(exponent);
      this.arena.words.copyWithin(larger, place, place + count);
      this.arena.release(place, form);
      place = larger;
    }
    const { words } = this.arena;
    if (!isAbove) words.copyWithin(place + at + 1, place + at, place + count);
    words[place + at] = ordinal;
    this.#rows.put(set, place, exponent, count + 1);
    if (count + 1 >= LEAST_DENSE) this.#canonicalize(set);
    return true;
  }

  #addDense(set: number, exponent: number, ordinal: number): boolean {
    if (this.#directories.isTooShort(exponent, ordinal)) {
      const longer = this.#directories.lengthen(this.place(set), exponent, ordinal);
      this.#rows.put(set, longer.directory, DENSE + longer.exponent, 0);
    }
    const directory = this.place(set);
    const chunks = this.#directories.chunksInUse(directory);
    if (!this.#directories.add(directory, ordinal)) return false;
    // In many chunks with few ordinals each, a set is better sparse.
    if (this.#directories.chunksInUse(directory) > chunks) this.#canonicalize(set);
    return true;
  }

  /**
   * Takes an ordinal out of a set. Needs no memory.
   * @returns whether it was there
   */
  remove(set: number, ordinal: number): boolean {
    const form = this.#rows.form(set);
    if (form >= DENSE) {
      if (!this.#directories.remove(this.place(set), form - DENSE, ordinal)) return false;
      this.#canonicalize(set);
      return true;
    }
    if (form !== SINGLE) return this.#removeSparse(set, form, ordinal);
    if (this.#rows.count(set) === 0 || this.place(set) !== ordinal) return false;
    this.#rows.put(set, 0, SINGLE, 0);
    return true;
  }

  #removeSparse(set: number, form: number, ordinal: number): boolean {
    const count = this.#rows.count(set);
    const { words } = this.arena;
    const place = this.place(set);
    const at = this.rank(set, ordinal);
    if (at === count || words[place + at] !== ordinal) return false;
    words.copyWithin(place + at, place + at + 1, place + count);
    this.#rows.put(set, place, form, count - 1);
    // Down to a quarter of the block before it is halved, so that no set goes to and fro.
    if ((count - 1) * 4 <= 1 << form) this.#shrink(set, form);
    // Without its first or its last one a set may reach into fewer chunks.
    if (count - 1 >= LEAST_DENSE) this.#canonicalize(set);
    return true;
  }

  /** Halves the block of a sparse set, or gives it up for the last ordinal. */
  #shrink(set: number, form: number): void {
    const count = this.#rows.count(set);
    const place = this.place(set);
    if (count <= 1) {
      const last = this.arena.words[place]!;
      this.arena.release(place, form);
      this.#rows.put(set, last, SINGLE, count);
    } else if (form > SMALLEST_BLOCK) {
      // The lower half stays, the upper half is free.
      this.arena.release(place + (1 << (form - 1)), form - 1);
      this.#rows.put(set, place, form - 1, count);
    }
  }

  /**
   * The one place that chooses between sparse and dense. A sparse set becomes dense when it has as many ordinals as
   * {@link DENSE_A_CHUNK} for each chunk between its first and its last one; a dense set becomes sparse when it has less
   * than {@link SLACK} of that in the chunks it uses. Where there is no memory for that, it stays as it is, and right.
   */
  #canonicalize(set: number): void {
    const count = this.count(set);
    if (this.isDense(set)) {
      if (count < this.#leastDense(this.chunksInUse(set)) * SLACK) this.#toSparse(set);
    } else if (count >= this.#leastDense(this.#span(set))) {
      this.#toDense(set);
    }
  }

  #leastDense(chunks: number): number {
    return Math.max(LEAST_DENSE, DENSE_A_CHUNK * chunks);
  }

  /** How many chunks there are from the first to the last ordinal of a sparse set. */
  #span(set: number): number {
    const { words } = this.arena;
    const place = this.place(set);
    const last = words[place + this.#rows.count(set) - 1]!;
    return (last >>> CHUNK_BITS) - (words[place]! >>> CHUNK_BITS) + 1;
  }

  #toDense(set: number): void {
    const place = this.place(set);
    const made = this.#directories.create(place, this.#rows.count(set));
    if (made === undefined) return;
    this.arena.release(place, this.#rows.form(set));
    this.#rows.put(set, made.directory, DENSE + made.exponent, 0);
  }

  #toSparse(set: number): void {
    const count = this.count(set);
    const exponent = Math.max(SMALLEST_BLOCK, 32 - Math.clz32(count - 1));
    let place: number;
    try {
      place = this.arena.allocate(exponent);
    } catch (error) {
      if (error instanceof RangeError) return;
      throw error;
    }
    const { words } = this.arena;
    let to = place;
    for (const ordinal of this.ordinals(set)) words[to++] = ordinal;
    this.#releaseContent(set);
    this.#rows.put(set, place, exponent, count);
  }

  /** The ordinals of a set, ascending; the set must not change meanwhile. */
  *ordinals(set: number): Generator<number> {
    const form = this.#rows.form(set);
    const place = this.place(set);
    const count = this.#rows.count(set);
    if (form >= DENSE) yield* this.#directories.ordinals(place, form - DENSE);
    else if (form !== SINGLE) for (let at = 0; at < count; at++) yield this.arena.words[place + at]!;
    else if (count === 1) yield place;
  }

  /** The blocks that a set owns, for the invariant checker: offset and length in words. */
  *blocks(set: number): Generator<readonly [offset: number, length: number]> {
    const form = this.#rows.form(set);
    if (form >= DENSE) yield* this.#directories.blocks(this.place(set), form - DENSE);
    else if (form !== SINGLE) yield [this.place(set), 1 << form];
  }

  /** Whether a set is kept in a form that {@link OrdinalSets} may keep it in, for the invariant checker. */
  isCanonical(set: number): boolean {
    // Sets may have stayed as they were for want of memory.
    if (this.arena.hasRefused) return true;
    const form = this.#rows.form(set);
    const count = this.count(set);
    if (form === SINGLE) return count <= 1;
    if (form >= DENSE) return count >= this.#leastDense(this.chunksInUse(set)) * SLACK;
    const fits = count <= 1 << form && (form === SMALLEST_BLOCK || count * 4 > 1 << form);
    return count >= 2 && fits && count < this.#leastDense(this.#span(set));
  }
}
