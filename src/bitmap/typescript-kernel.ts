import { LINE_WORDS } from './chunk.ts';
import type { Kernel } from './kernel.ts';

/** The number of bits of a word: pairs, then fours, then bytes are summed in place, and the bytes by a product. */
function bitsOf(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  sum = (sum + (sum >>> 4)) & 0x0f0f0f0f;
  return Math.imul(sum, 0x01010101) >>> 24;
}

/*
 * Reads of words are unchecked (`!`) in this file: callers hand over pointers and lengths within the memory, and a check
 * at each word would be most of the work.
 */

/**
 * The kernel in TypeScript, for where WebAssembly is missing or a security policy refuses it, and for indexes too small
 * to need it.
 *
 * @param words the memory; a kernel is made anew where that grows
 */
export function typescriptKernel(words: Uint32Array): Kernel {
  return {
    count(a, lines) {
      const end = a + lines * LINE_WORDS;
      let sum = 0;
      for (let at = a; at < end; at++) sum += bitsOf(words[at]!);
      return sum;
    },

    andCount(a, b, lines) {
      const length = lines * LINE_WORDS;
      let sum = 0;
      for (let at = 0; at < length; at++) sum += bitsOf(words[a + at]! & words[b + at]!);
      return sum;
    },

    andNotCount(a, b, lines) {
      const length = lines * LINE_WORDS;
      let sum = 0;
      for (let at = 0; at < length; at++) sum += bitsOf(words[a + at]! & ~words[b + at]!);
      return sum;
    },

    and(out, a, b, lines) {
      const length = lines * LINE_WORDS;
      for (let at = 0; at < length; at++) words[out + at] = words[a + at]! & words[b + at]!;
    },

    andNot(out, a, b, lines) {
      const length = lines * LINE_WORDS;
      for (let at = 0; at < length; at++) words[out + at] = words[a + at]! & ~words[b + at]!;
    },

    or(out, a, b, lines) {
      const length = lines * LINE_WORDS;
      for (let at = 0; at < length; at++) words[out + at] = words[a + at]! | words[b + at]!;
    },

    decode(a, lines, base, out, most) {
      const length = lines * LINE_WORDS;
      let to = out;
      for (let at = 0; at < length; at++) {
        let word = words[a + at]!;
        while (word !== 0) {
          // The lowest bit that is set, alone.
          const lowest = word & -word;
          words[to++] = base + at * 32 + 31 - Math.clz32(lowest);
          word ^= lowest;
        }
        if (to - out >= most) break;
      }
      return to - out;
    },

    scatter(from, n, out, base) {
      for (let at = from; at < from + n; at++) {
        const bit = words[at]! - base;
        const word = out + (bit >>> 5);
        words[word] = words[word]! | (1 << bit);
      }
    },

    filter(from, n, directory, chunks, out, kept) {
      let to = out;
      for (let at = from; at < from + n; at++) {
        const ordinal = words[at]!;
        const chunk = ordinal >>> 16;
        const bits = chunk < chunks ? words[words[directory + chunk * 2]! + ((ordinal & 0xffff) >>> 5)]! : 0;
        words[to] = ordinal;
        to += ((bits >>> ordinal) & 1) === kept ? 1 : 0;
      }
      return to - out;
    },

    intersect(a, na, b, nb, out, kept) {
      const end = b + nb;
      let low = b;
      let to = out;
      for (let at = a; at < a + na; at++) {
        const ordinal = words[at]!;
        // Steps that double while they fall short, then halve: everything before `low` is less.
        let step = 1;
        while (low + step < end && words[low + step]! < ordinal) {
          low += step;
          step *= 2;
        }
        for (step >>= 1; step > 0; step >>= 1) {
          if (low + step < end && words[low + step]! < ordinal) low += step;
        }
        if (low < end && words[low]! < ordinal) low++;
        const found = low < end && words[low] === ordinal ? 1 : 0;
        words[to] = ordinal;
        to += found === kept ? 1 : 0;
      }
      return to - out;
    },
  };
}
