import type { Arena } from './arena.ts';
import { CHUNK_BITS, CHUNK_EXPONENT, CHUNK_ORDINALS, CHUNK_WORDS } from './chunk.ts';

/** In a directory: how many chunks have ordinals, and how many ordinals there are; then a pointer and a count a chunk. */
const HEADER = 2;
const ENTRY = 2;

/*
 * Reads of words are unchecked (`!`) here: directories are those that were made, and these loops are what loading and
 * updating an index spends its time in.
 */

/**
 * Dense sets: a directory of chunks, each of which holds a bit for each of its ordinals, and is there as long as one of
 * them is set. A directory is told by its place and the exponent of its block.
 */
export class Directories {
  readonly #arena: Arena;
  /** A chunk without ordinals, for entries to point to; allocated with the first directory. */
  #emptyChunk: number | undefined;

  constructor(arena: Arena) {
    this.#arena = arena;
  }

  /** Bytes that belong to no directory: the empty chunk. */
  get sharedBytes(): number {
    return this.#emptyChunk === undefined ? 0 : CHUNK_WORDS * 4;
  }

  /** Where the entries begin: two words a chunk, the first one a pointer to its bits. */
  entries(directory: number): number {
    return directory + HEADER;
  }

  /** How many entries there are; no ordinal lies beyond. */
  chunks(exponent: number): number {
    return (1 << (exponent - 1)) - HEADER / ENTRY;
  }

  chunksInUse(directory: number): number {
    return this.#arena.words[directory]!;
  }

  count(directory: number): number {
    return this.#arena.words[directory + 1]!;
  }

  has(directory: number, exponent: number, ordinal: number): boolean {
    const chunk = ordinal >>> CHUNK_BITS;
    if (chunk >= this.chunks(exponent)) return false;
    const { words } = this.#arena;
    const bits = words[directory + HEADER + chunk * ENTRY]!;
    return ((words[bits + ((ordinal & 0xffff) >>> 5)]! >>> ordinal) & 1) === 1;
  }

  /**
   * Makes a directory of ascending ordinals.
   *
   * @returns its place and the exponent of its block; undefined, with nothing changed, where there is no memory for it
   */
  create(place: number, count: number): { directory: number; exponent: number } | undefined {
    const starts = this.#chunkStarts(place, count);
    const exponent = exponentFor((this.#arena.words[place + count - 1]! >>> CHUNK_BITS) + 1);
    const blocks = this.#tryAllocate([exponent, ...starts.map(() => CHUNK_EXPONENT)]);
    if (blocks === undefined) return undefined;
    const [directory = 0, ...chunks] = blocks;
    const { words, kernel } = this.#arena;
    this.#clearEntries(directory + HEADER, directory + (1 << exponent));
    for (const [at, bits] of chunks.entries()) {
      const from = place + starts[at]!;
      const to = place + (starts[at + 1] ?? count);
      const chunk = words[from]! >>> CHUNK_BITS;
      words.fill(0, bits, bits + CHUNK_WORDS);
      kernel.scatter(from, to - from, bits, chunk * CHUNK_ORDINALS);
      words[directory + HEADER + chunk * ENTRY] = bits;
      words[directory + HEADER + chunk * ENTRY + 1] = to - from;
    }
    words[directory] = chunks.length;
    words[directory + 1] = count;
    return { directory, exponent };
  }

  /** Of ascending ordinals, where those of each chunk begin. */
  #chunkStarts(place: number, count: number): number[] {
    const { words } = this.#arena;
    const starts: number[] = [];
    let last = -1;
    for (let at = 0; at < count; at++) {
      const chunk = words[place + at]! >>> CHUNK_BITS;
      if (chunk !== last) starts.push(at);
      last = chunk;
    }
    return starts;
  }

  /** Blocks of some exponents, and the empty chunk; undefined, and no block taken, where memory ends. */
  #tryAllocate(exponents: readonly number[]): number[] | undefined {
    const arena = this.#arena;
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

  #clearEntries(from: number, to: number): void {
    const { words } = this.#arena;
    for (let entry = from; entry < to; entry += ENTRY) {
      words[entry] = this.#emptyChunk!;
      words[entry + 1] = 0;
    }
  }

  /** Whether there is no room for an ordinal, so that the directory has to be another one. */
  isTooShort(exponent: number, ordinal: number): boolean {
    return ordinal >>> CHUNK_BITS >= this.chunks(exponent);
  }

  /**
   * A longer directory with the same chunks, in the place of one that is too short for an ordinal.
   * @throws RangeError where no memory can be had; the directory is as it was
   */
  lengthen(directory: number, exponent: number, ordinal: number): { directory: number; exponent: number } {
    const longer = exponentFor((ordinal >>> CHUNK_BITS) + 1);
    const place = this.#arena.allocate(longer);
    const length = 1 << exponent;
    this.#arena.words.copyWithin(place, directory, directory + length);
    this.#clearEntries(place + length, place + (1 << longer));
    this.#arena.release(directory, exponent);
    return { directory: place, exponent: longer };
  }

  /**
   * Sets the bit of an ordinal that the directory is long enough for.
   * @returns whether it was not set
   * @throws RangeError where no memory can be had; the directory is as it was
   */
  add(directory: number, ordinal: number): boolean {
    const arena = this.#arena;
    const entry = directory + HEADER + (ordinal >>> CHUNK_BITS) * ENTRY;
    if (arena.words[entry + 1] === 0) {
      const bits = arena.allocate(CHUNK_EXPONENT);
      arena.words.fill(0, bits, bits + CHUNK_WORDS);
      arena.words[entry] = bits;
      arena.words[directory] = arena.words[directory]! + 1;
    }
    const { words } = arena;
    const at = words[entry]! + ((ordinal & 0xffff) >>> 5);
    const word = words[at]!;
    const bit = 1 << ordinal;
    if ((word & bit) !== 0) return false;
    words[at] = word | bit;
    words[entry + 1] = words[entry + 1]! + 1;
    words[directory + 1] = words[directory + 1]! + 1;
    return true;
  }

  /**
   * Clears the bit of an ordinal.
   * @returns whether it was set
   */
  remove(directory: number, exponent: number, ordinal: number): boolean {
    const chunk = ordinal >>> CHUNK_BITS;
    if (chunk >= this.chunks(exponent)) return false;
    const { words } = this.#arena;
    const entry = directory + HEADER + chunk * ENTRY;
    const at = words[entry]! + ((ordinal & 0xffff) >>> 5);
    const word = words[at]!;
    const bit = 1 << ordinal;
    if ((word & bit) === 0) return false;
    words[at] = word & ~bit;
    words[entry + 1] = words[entry + 1]! - 1;
    words[directory + 1] = words[directory + 1]! - 1;
    if (words[entry + 1] === 0) {
      this.#arena.release(words[entry]!, CHUNK_EXPONENT);
      words[entry] = this.#emptyChunk!;
      words[directory] = words[directory]! - 1;
    }
    return true;
  }

  /** Gives back a directory and its chunks. */
  destroy(directory: number, exponent: number): void {
    for (const [offset, length] of this.blocks(directory, exponent)) {
      this.#arena.release(offset, 31 - Math.clz32(length));
    }
  }

  /** The ordinals, ascending; the directory must not change meanwhile. */
  *ordinals(directory: number, exponent: number): Generator<number> {
    const { words } = this.#arena;
    for (let chunk = 0; chunk < this.chunks(exponent); chunk++) {
      const entry = directory + HEADER + chunk * ENTRY;
      if (words[entry + 1] === 0) continue;
      for (let at = 0; at < CHUNK_WORDS; at++) {
        for (let word = words[words[entry]! + at]!; word !== 0; word &= word - 1) {
          yield chunk * CHUNK_ORDINALS + at * 32 + 31 - Math.clz32(word & -word);
        }
      }
    }
  }

  /** The blocks of a directory and its chunks, the chunks first: offset and length in words. */
  *blocks(directory: number, exponent: number): Generator<readonly [offset: number, length: number]> {
    for (let chunk = 0; chunk < this.chunks(exponent); chunk++) {
      const entry = directory + HEADER + chunk * ENTRY;
      if (this.#arena.words[entry + 1] !== 0) yield [this.#arena.words[entry]!, CHUNK_WORDS];
    }
    yield [directory, 1 << exponent];
  }
}

/** The exponent of a directory for so many chunks. */
function exponentFor(chunks: number): number {
  return 32 - Math.clz32(HEADER + chunks * ENTRY - 1);
}
