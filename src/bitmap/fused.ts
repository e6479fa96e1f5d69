import { CHUNK_BITS, CHUNK_LINES, CHUNK_ORDINALS, CHUNK_WORDS, LINE_ORDINALS, LINE_WORDS } from './chunk.ts';
import { clearBelow } from './clear-below.ts';
import { decodeLines } from './decode.ts';
import type { OrdinalSets } from './ordinal-sets.ts';
import type { Scratch } from './scratch.ts';
import type { Sink } from './sink.ts';
import { writeBits } from './write-bits.ts';

/** Which ordinals: those in every union of `all`, at least one, and in no set of `none`. */
export interface Operands {
  readonly all: readonly (readonly number[])[];
  readonly none: readonly number[];
}

/** The most chunks that unions are written out for at a time, all unions together: 512 KiB. */
const WINDOW_CHUNKS = 64;

/**
 * The intersection of sets and unions of sets, less others, a chunk at a time: the words of all operands are joined
 * while they are in the cache, and chunks in which an operand has nothing are passed over. Operands that are no single
 * dense set are written out as bits first, for a window of chunks.
 */
export class Fused {
  readonly #sets: OrdinalSets;
  readonly #scratch: Scratch;
  /** Single dense sets, whose chunks are operands as they stand. */
  readonly #denseAll: number[] = [];
  readonly #denseNone: number[] = [];
  /** Unions to be written out. */
  readonly #unions: (readonly number[])[] = [];
  /** Sets that are no operands as they stand, written out together. */
  readonly #sparseNone: number[] = [];
  readonly #end: number;
  #windowStart = 0;
  #windowEnd = 0;
  #window = 0;
  /** Pointers to the words of the operands in the present chunk. */
  readonly #present: number[] = [];
  readonly #presentNone: number[] = [];

  /** @param end all ordinals are less */
  constructor(sets: OrdinalSets, scratch: Scratch, { all, none }: Operands, end: number) {
    this.#sets = sets;
    this.#scratch = scratch;
    this.#end = end;
    for (const union of all) {
      const [only, another] = union;
      if (only !== undefined && another === undefined && sets.isDense(only)) this.#denseAll.push(only);
      else this.#unions.push(union);
    }
    for (const set of none) (sets.isDense(set) ? this.#denseNone : this.#sparseNone).push(set);
  }

  get #chunks(): number {
    return Math.ceil(this.#end / CHUNK_ORDINALS);
  }

  get #writtenOut(): number {
    return this.#unions.length + (this.#sparseNone.length > 0 ? 1 : 0);
  }

  /** How many chunks a window has at most. */
  get #widest(): number {
    const written = this.#writtenOut;
    return written === 0 ? this.#chunks : Math.max(1, Math.floor(WINDOW_CHUNKS / written));
  }

  #linesOf(chunk: number): number {
    return Math.min(CHUNK_LINES, Math.ceil((this.#end - chunk * CHUNK_ORDINALS) / LINE_ORDINALS));
  }

  /** How many ordinals there are. */
  count(): number {
    const chunks = this.#chunks;
    const widest = this.#widest;
    let count = 0;
    for (let start = 0; start < chunks; start += widest) {
      this.#open(start, Math.min(chunks, start + widest));
      for (let chunk = start; chunk < this.#windowEnd; chunk++) count += this.#countChunk(chunk);
    }
    return count;
  }

  /**
   * Hands over the ordinals from `from`, ascending, until the sink has enough.
   * @param most how many the sink will take: where they are few, fewer are looked for at a time
   * @returns whether the sink wants more
   */
  read(from: number, most: number, sink: Sink): boolean {
    const chunks = this.#chunks;
    let start = from >>> CHUNK_BITS;
    // A reader of few ordinals begins with one chunk; each further window is twice as wide.
    let width = most < CHUNK_ORDINALS ? 1 : this.#widest;
    while (start < chunks) {
      this.#open(start, Math.min(chunks, start + width));
      for (let chunk = start; chunk < this.#windowEnd; chunk++) {
        if (!this.#readChunk(chunk, from, most, sink)) return false;
      }
      start = this.#windowEnd;
      width = Math.min(width * 2, this.#widest);
    }
    return true;
  }

  /** Sets the bits of the ordinals of some chunks in the words at `out`, where the first chunk begins. */
  orInto(out: number, start: number, end: number): void {
    for (let from = start; from < end; from = this.#windowEnd) {
      this.#open(from, Math.min(end, from + this.#widest));
      // After the memory for the window was taken, which may have brought another kernel.
      const { kernel } = this.#sets.arena;
      for (let chunk = from; chunk < this.#windowEnd; chunk++) {
        const bits = this.#evaluate(chunk);
        const to = out + (chunk - start) * CHUNK_WORDS;
        if (bits !== undefined) kernel.or(to, to, bits, this.#linesOf(chunk));
      }
    }
  }

  /** Writes out the unions for the chunks from `start` to `end`, and takes the scratch memory that chunks need. */
  #open(start: number, end: number): void {
    const width = (end - start) * CHUNK_WORDS;
    this.#scratch.block('accumulator', CHUNK_WORDS);
    if (this.#writtenOut > 0) {
      this.#window = this.#scratch.block('windows', this.#writtenOut * width);
      const { words } = this.#sets.arena;
      words.fill(0, this.#window, this.#window + this.#writtenOut * width);
    }
    this.#windowStart = start;
    this.#windowEnd = end;
    for (const [index, union] of this.#unions.entries()) {
      this.#writeOut(union, this.#window + index * width);
    }
    if (this.#sparseNone.length > 0) {
      this.#writeOut(this.#sparseNone, this.#window + this.#unions.length * width);
    }
  }

  #writeOut(union: readonly number[], out: number): void {
    for (const set of union) writeBits(this.#sets, set, out, this.#windowStart, this.#windowEnd);
  }

  /**
   * Collects the operands that a chunk has.
   * @returns false where the intersection has nothing there
   */
  #collect(chunk: number): boolean {
    const sets = this.#sets;
    this.#present.length = 0;
    this.#presentNone.length = 0;
    for (const set of this.#denseAll) {
      if (sets.chunkCount(set, chunk) === 0) return false;
      this.#present.push(sets.chunkPlace(set, chunk));
    }
    const width = (this.#windowEnd - this.#windowStart) * CHUNK_WORDS;
    let written = this.#window + (chunk - this.#windowStart) * CHUNK_WORDS;
    for (let index = 0; index < this.#unions.length; index++, written += width) this.#present.push(written);
    for (const set of this.#denseNone) {
      if (sets.chunkCount(set, chunk) > 0) this.#presentNone.push(sets.chunkPlace(set, chunk));
    }
    if (this.#sparseNone.length > 0) this.#presentNone.push(written);
    return true;
  }

  #countChunk(chunk: number): number {
    if (!this.#collect(chunk)) return 0;
    const { kernel } = this.#sets.arena;
    const lines = this.#linesOf(chunk);
    const last = this.#presentNone.pop();
    if (last !== undefined) return kernel.andNotCount(this.#join(lines), last, lines);
    const other = this.#present.length > 1 ? this.#present.pop() : undefined;
    if (other !== undefined) return kernel.andCount(this.#join(lines), other, lines);
    const [only = 0] = this.#present;
    const [set] = this.#denseAll;
    return set === undefined ? kernel.count(only, lines) : this.#sets.chunkCount(set, chunk);
  }

  /** The bits of a chunk; undefined where there are none for sure. */
  #evaluate(chunk: number): number | undefined {
    return this.#collect(chunk) ? this.#join(this.#linesOf(chunk)) : undefined;
  }

  /** Joins the collected operands: one of them where it is the only one, the accumulator otherwise. */
  #join(lines: number): number {
    const accumulator = this.#scratch.block('accumulator', CHUNK_WORDS);
    const { kernel } = this.#sets.arena;
    let [joined = 0] = this.#present;
    for (let i = 1; i < this.#present.length; i++) {
      kernel.and(accumulator, joined, this.#present[i] ?? 0, lines);
      joined = accumulator;
    }
    for (const none of this.#presentNone) {
      kernel.andNot(accumulator, joined, none, lines);
      joined = accumulator;
    }
    return joined;
  }

  #readChunk(chunk: number, from: number, most: number, sink: Sink): boolean {
    let bits = this.#evaluate(chunk);
    if (bits === undefined) return true;
    const base = chunk * CHUNK_ORDINALS;
    const lines = this.#linesOf(chunk);
    let line = 0;
    if (from > base) {
      if (from - base >= lines * LINE_ORDINALS) return true;
      bits = this.#maskBelow(bits, from - base, lines);
      line = Math.floor((from - base) / LINE_ORDINALS);
    }
    return decodeLines(this.#sets, this.#scratch, bits, line, lines, base, most, sink);
  }

  /** The same bits without those below `first`, in the accumulator. */
  #maskBelow(bits: number, first: number, lines: number): number {
    const accumulator = this.#scratch.block('accumulator', CHUNK_WORDS);
    const { words } = this.#sets.arena;
    if (bits !== accumulator) words.copyWithin(accumulator, bits, bits + lines * LINE_WORDS);
    clearBelow(words, accumulator, first);
    return accumulator;
  }
}
