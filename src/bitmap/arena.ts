import type { Kernel } from './kernel.ts';
import { typescriptKernel } from './typescript-kernel.ts';
import {
  createMemory,
  type Memory,
  PAGE,
  webassemblyKernel,
  webassemblyRefusal,
} from './webassembly-kernel.ts';

/** Which kernel to use: WebAssembly where it can be had, or one of the two and no other. */
export type KernelChoice = 'auto' | 'webassembly' | 'typescript';

/** Blocks are of 2^k words; the smallest one has room for the links of the free lists. */
export const SMALLEST_BLOCK = 2;
const LARGEST_BLOCK = 28;
const WORDS_A_PAGE = PAGE / 4;

/** Words from which on WebAssembly matters: 64 KiB. Smaller arenas there may be ten thousands of. */
const LARGE = 16_384;

/** In a list of free blocks: no block. Offset 0 is a block like any other. */
const NONE = 0xffff_ffff;

/*
 * Reads of words are unchecked (`!`) here: every index is an offset that was handed out, or a block within the memory.
 */

/**
 * Memory in blocks of powers of two, with one kernel over it. A freed block joins with its other half where that is
 * free too (a buddy system), so that memory of what was deleted serves what comes, whatever its size.
 *
 * It begins as an ordinary buffer, and moves into WebAssembly, offsets kept, when {@link useKernel} was called and it is
 * large enough: such memories are few, since each one reserves gigabytes of addresses.
 *
 * An offset is an index into {@link words}, and holds until its block is released. The array may be another one after an
 * allocation, and so may the kernel.
 */
export class Arena {
  words: Uint32Array<ArrayBuffer> = new Uint32Array(0);
  kernel: Kernel;
  readonly #choice: KernelChoice;
  #memory: Memory | undefined;
  /** For each smallest block: 1 + the exponent of the free block that begins there, or 0. */
  #freeAt: Uint8Array = new Uint8Array(0);
  /** For each exponent, the first free block. */
  readonly #firstFree: Uint32Array<ArrayBuffer> = new Uint32Array(LARGEST_BLOCK + 1).fill(NONE);
  #freeWords = 0;
  #hasRefused = false;
  #wantsKernel = false;

  /** @throws Error where WebAssembly is chosen and cannot be used */
  constructor(choice: KernelChoice) {
    const refusal = choice === 'webassembly' ? webassemblyRefusal() : undefined;
    if (refusal !== undefined) {
      throw new Error(
        `the kernel "webassembly" cannot be used here: ${refusal.message}; "auto" does without`,
        {
          cause: refusal,
        },
      );
    }
    this.#choice = choice;
    this.kernel = typescriptKernel(this.words);
  }

  /** Whether the kernel is the one in WebAssembly. */
  get isWebAssembly(): boolean {
    return this.#memory !== undefined;
  }

  /** Whether memory was asked for that could not be had. */
  get hasRefused(): boolean {
    return this.#hasRefused;
  }

  /** Bytes taken from the machine, in use or not. */
  get bytes(): number {
    return this.words.byteLength + this.#freeAt.byteLength;
  }

  /** Bytes of blocks that are in use. */
  get usedBytes(): number {
    return (this.words.length - this.#freeWords) * 4;
  }

  /**
   * A block of 2^exponent words, with whatever was in them.
   * @throws RangeError where no memory can be had; the arena is as it was
   */
  allocate(exponent: number): number {
    if (exponent > LARGEST_BLOCK) throw new RangeError(`there is no block of 2^${exponent} words`);
    let k = exponent;
    while (k <= LARGEST_BLOCK && this.#firstFree[k] === NONE) k++;
    if (k > LARGEST_BLOCK) {
      this.#grow(2 ** exponent);
      k = exponent;
      while (this.#firstFree[k] === NONE) k++;
    }
    const offset = this.#firstFree[k] ?? NONE;
    this.#unlink(offset, k);
    // What is not needed of a larger block goes back, half by half.
    while (k > exponent) {
      k--;
      this.#link(offset + (1 << k), k);
    }
    this.#freeWords -= 1 << exponent;
    return offset;
  }

  /** Gives back a block of 2^exponent words. */
  release(offset: number, exponent: number): void {
    this.#freeWords += 1 << exponent;
    this.#join(offset, exponent);
  }

  #join(offset: number, exponent: number): void {
    let start = offset;
    let k = exponent;
    while (k < LARGEST_BLOCK) {
      // The other half of the block that both would make.
      const buddy = (start ^ (1 << k)) >>> 0;
      if (buddy >= this.words.length || this.#freeAt[buddy >>> SMALLEST_BLOCK] !== k + 1) break;
      this.#unlink(buddy, k);
      start = Math.min(start, buddy);
      k++;
    }
    this.#link(start, k);
  }

  #link(offset: number, k: number): void {
    const next = this.#firstFree[k] ?? NONE;
    this.words[offset] = next;
    this.words[offset + 1] = NONE;
    if (next !== NONE) this.words[next + 1] = offset;
    this.#firstFree[k] = offset;
    this.#freeAt[offset >>> SMALLEST_BLOCK] = k + 1;
  }

  #unlink(offset: number, k: number): void {
    const next = this.words[offset]!;
    const previous = this.words[offset + 1]!;
    if (previous === NONE) this.#firstFree[k] = next;
    else this.words[previous] = next;
    if (next !== NONE) this.words[next + 1] = previous;
    this.#freeAt[offset >>> SMALLEST_BLOCK] = 0;
  }

  /** More words: room for a block of `needed`, and an eighth of what there is, or half of it while that is little. */
  #grow(needed: number): void {
    const before = this.words.length;
    const more = before < 1 << 20 ? before / 2 : before / 8;
    // A block begins at a multiple of its length, which may lie beyond the end.
    const least = Math.ceil(before / needed) * needed + needed;
    const unit = this.#memory === undefined ? 64 : WORDS_A_PAGE;
    const roundedUp = (length: number) => Math.ceil(length / unit) * unit;
    try {
      this.#resize(roundedUp(Math.max(least, before + more)));
    } catch {
      // Near the end of memory there may be as much as is needed, and no more.
      this.#resizeAtLast(roundedUp(least), needed);
    }
    this.#add(before, this.words.length);
    this.#moveWhenLarge();
  }

  #resizeAtLast(length: number, needed: number): void {
    try {
      this.#resize(length);
    } catch (error) {
      this.#hasRefused = true;
      throw new RangeError(`there is no memory for ${needed * 4} more bytes of postings`, { cause: error });
    }
  }

  #resize(length: number): void {
    const freeAt = new Uint8Array(length >>> SMALLEST_BLOCK);
    if (this.#memory !== undefined) {
      this.#memory.grow((length - this.words.length) / WORDS_A_PAGE);
      this.words = new Uint32Array(this.#memory.buffer);
    } else {
      const words = new Uint32Array(length);
      words.set(this.words);
      this.words = words;
      this.kernel = typescriptKernel(words);
    }
    freeAt.set(this.#freeAt);
    this.#freeAt = freeAt;
  }

  /** Makes free blocks, as large as their places allow, of the words from `start` to `end`. */
  #add(start: number, end: number): void {
    this.#freeWords += end - start;
    let offset = start;
    while (offset < end) {
      const alignment = offset === 0 ? LARGEST_BLOCK : 31 - Math.clz32(offset & -offset);
      const k = Math.min(alignment, 31 - Math.clz32(end - offset), LARGEST_BLOCK);
      this.#join(offset, k);
      offset += 1 << k;
    }
  }

  /**
   * Makes ready for dense sets: from now on the arena moves into a memory of WebAssembly once it is large enough for that
   * to matter, unless TypeScript was chosen or no such memory can be had.
   */
  useKernel(): void {
    this.#wantsKernel = true;
    this.#moveWhenLarge();
  }

  #moveWhenLarge(): void {
    const isWanted = this.#wantsKernel && this.#choice !== 'typescript' && this.#memory === undefined;
    const isLarge = this.#choice === 'webassembly' || this.words.length >= LARGE;
    if (!isWanted || !isLarge || webassemblyRefusal() !== undefined) return;
    let memory: Memory;
    let kernel: Kernel;
    try {
      memory = createMemory(Math.ceil(this.words.byteLength / PAGE) + 1);
      kernel = webassemblyKernel(memory);
    } catch {
      // So many memories are alive that there are no addresses for another one; TypeScript does the same, slower.
      this.#wantsKernel = false;
      return;
    }
    const before = this.words.length;
    const words = new Uint32Array(memory.buffer);
    words.set(this.words);
    const freeAt = new Uint8Array(words.length >>> SMALLEST_BLOCK);
    freeAt.set(this.#freeAt);
    this.words = words;
    this.#freeAt = freeAt;
    this.#memory = memory;
    this.kernel = kernel;
    this.#add(before, words.length);
  }

  /**
   * The free blocks, as the lists have them, for the invariant checker.
   * @returns offset and length of each, in words
   */
  *freeBlocks(): Generator<readonly [offset: number, length: number]> {
    for (const [k, first] of this.#firstFree.entries()) {
      for (let offset = first; offset !== NONE; offset = this.words[offset]!) yield [offset, 2 ** k];
    }
  }
}
