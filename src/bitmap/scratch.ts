import type { Arena } from './arena.ts';

/** What a block of scratch memory is for; each use has one block, which the next query writes over. */
type Use = 'accumulator' | 'decoded' | 'union' | 'windows' | 'filtered' | 'gathered';

/**
 * Blocks of an arena that queries work in. They are kept from query to query, and grow with what is asked for; what is
 * in them means nothing once a query has ended.
 */
export class Scratch {
  readonly #arena: Arena;
  readonly #blocks = new Map<Use, { readonly offset: number; readonly exponent: number }>();

  constructor(arena: Arena) {
    this.#arena = arena;
  }

  /** Bytes of all blocks. */
  get bytes(): number {
    let words = 0;
    for (const { exponent } of this.#blocks.values()) words += 2 ** exponent;
    return words * 4;
  }

  /**
   * The block of a use, with room for so many words. May move the arena's words to another array.
   * @returns its offset
   */
  block(use: Use, words: number): number {
    const present = this.#blocks.get(use);
    if (present !== undefined && 2 ** present.exponent >= words) return present.offset;
    const exponent = Math.max(4, 32 - Math.clz32(words - 1));
    if (present !== undefined) {
      this.#blocks.delete(use);
      this.#arena.release(present.offset, present.exponent);
    }
    const offset = this.#arena.allocate(exponent);
    this.#blocks.set(use, { offset, exponent });
    return offset;
  }

  /** The blocks in use, for the invariant checker: offset and length in words. */
  *blocks(): Generator<readonly [offset: number, length: number]> {
    for (const { offset, exponent } of this.#blocks.values()) yield [offset, 2 ** exponent];
  }
}
