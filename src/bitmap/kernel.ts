/**
 * The loops over words that dense queries spend their time in. There are two implementations, which do the same: one
 * in WebAssembly (kernel.wat), several times as fast, and one in TypeScript for where there is none.
 *
 * A pointer is an index of 32-bit words into the memory the kernel was made for. Bitmaps are read and written in
 * lines of 64 bytes, 512 bits; ordinals are 32-bit words, ascending.
 */
export interface Kernel {
  /** How many bits of `a` are set. */
  count(a: number, lines: number): number;
  /** How many bits are set in both. */
  andCount(a: number, b: number, lines: number): number;
  /** How many bits are set in `a` and not in `b`. */
  andNotCount(a: number, b: number, lines: number): number;
  /** Writes the bits that are set in both; `out` may be either of them. */
  and(out: number, a: number, b: number, lines: number): void;
  /** Writes the bits that are set in `a` and not in `b`; `out` may be either of them. */
  andNot(out: number, a: number, b: number, lines: number): void;
  /** Writes the bits that are set in any of the two; `out` may be either of them. */
  or(out: number, a: number, b: number, lines: number): void;
  /**
   * Writes the places of the bits that are set, plus `base`, and stops after the 64 bits in which `most` is reached.
   * `out` must have room for {@link DECODE_SLACK} words beyond `most`.
   *
   * @returns how many were written, at most 63 more than `most`
   */
  decode(a: number, lines: number, base: number, out: number, most: number): number;
  /** Sets the bit of each of `n` ordinals, less `base`. */
  scatter(from: number, n: number, out: number, base: number): void;
  /**
   * Of `n` ordinals at `from`, writes those that a dense set holds (`kept` 1) or does not hold (0). `out` may be
   * `from`, and needs room for all `n`.
   *
   * @param directory of the dense set: two words a chunk, the first one a pointer to its bits
   * @param chunks how many the directory has; the set holds nothing beyond
   * @returns how many were written
   */
  filter(from: number, n: number, directory: number, chunks: number, out: number, kept: number): number;
  /**
   * Of the `na` ordinals at `a`, writes those that are among the `nb` at `b` (`kept` 1) or are not (0). `out` may be
   * `a`, and needs room for all `na`. O(na log nb) at most, O(na + nb) where the two are of like length.
   *
   * @returns how many were written
   */
  intersect(a: number, na: number, b: number, nb: number, out: number, kept: number): number;
}

/** What decoding may write beyond what was asked for: the rest of a word, and of a group of four. */
export const DECODE_SLACK = 68;
