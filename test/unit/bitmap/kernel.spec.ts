import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DECODE_SLACK, type Kernel } from '../../../src/bitmap/kernel.ts';
import { typescriptKernel } from '../../../src/bitmap/typescript-kernel.ts';
import { createMemory, webassemblyKernel } from '../../../src/bitmap/webassembly-kernel.ts';
import { runs } from '../../property/runs.ts';

/** A memory of 128 KiB, and a kernel over it. */
const KERNELS: readonly [name: string, make: () => { words: Uint32Array; kernel: Kernel }][] = [
  [
    'webassembly',
    () => {
      const memory = createMemory(2);
      return { words: new Uint32Array(memory.buffer), kernel: webassemblyKernel(memory) };
    },
  ],
  [
    'typescript',
    () => {
      const words = new Uint32Array(32_768);
      return { words, kernel: typescriptKernel(words) };
    },
  ],
];

/** Bitmaps of two lines: empty, sparse, dense and full words among each other. */
const bitmaps = fc.array(
  fc.oneof(
    fc.constantFrom(0, 0xffff_ffff, 1, 0x8000_0000),
    fc.nat({ max: 31 }).map((bit) => (1 << bit) >>> 0),
    fc.integer({ min: 0, max: 0xffff_ffff }),
  ),
  { minLength: 32, maxLength: 32 },
);

function bitsOf(words: readonly number[]): number[] {
  return words.flatMap((word, at) =>
    Array.from({ length: 32 }, (_, bit) => at * 32 + bit).filter((bit) => ((word >>> (bit % 32)) & 1) === 1),
  );
}

const ascending = (max: number) =>
  fc.uniqueArray(fc.nat({ max }), { maxLength: 200 }).map((ordinals) => ordinals.sort((a, b) => a - b));

const A = 1024;
const B = 2048;
const OUT = 4096;

describe.each(KERNELS)('the %s kernel', (_name, make) => {
  const { words, kernel } = make();

  test('counts and joins words as sets are joined', () => {
    fc.assert(
      fc.property(bitmaps, bitmaps, (a, b) => {
        words.set(a, A);
        words.set(b, B);
        const inB = new Set(bitsOf(b));
        const both = bitsOf(a).filter((bit) => inB.has(bit));
        const onlyA = bitsOf(a).filter((bit) => !inB.has(bit));
        const any = [...new Set([...bitsOf(a), ...bitsOf(b)])].sort((x, y) => x - y);
        const written = () => bitsOf([...words.subarray(OUT, OUT + 32)]);
        expect(kernel.count(A, 2)).toBe(bitsOf(a).length);
        expect(kernel.andCount(A, B, 2)).toBe(both.length);
        expect(kernel.andNotCount(A, B, 2)).toBe(onlyA.length);
        kernel.and(OUT, A, B, 2);
        expect(written()).toEqual(both);
        kernel.andNot(OUT, A, B, 2);
        expect(written()).toEqual(onlyA);
        kernel.or(OUT, A, B, 2);
        expect(written()).toEqual(any);
        // In place of an operand, and no line beyond the last one.
        words[A + 16] = 0xdead_beef;
        kernel.and(A, A, B, 1);
        expect(bitsOf([...words.subarray(A, A + 16)])).toEqual(both.filter((bit) => bit < 512));
        expect(words[A + 16]).toBe(0xdead_beef);
      }),
      runs(300),
    );
  });

  test('decodes words to ordinals, from a base, up to a number', () => {
    fc.assert(
      fc.property(bitmaps, fc.nat({ max: 2 ** 31 }), fc.integer({ min: 1, max: 1200 }), (a, base, most) => {
        words.set(a, A);
        words.fill(0, OUT, OUT + 2048);
        const wanted = bitsOf(a).map((bit) => base + bit);
        const n = kernel.decode(A, 2, base, OUT, most);
        expect(n).toBeGreaterThanOrEqual(Math.min(most, wanted.length));
        expect(n).toBeLessThan(most + 64);
        expect([...words.subarray(OUT, OUT + n)]).toEqual(wanted.slice(0, n));
        expect(words.subarray(OUT + most + DECODE_SLACK, OUT + 2048).some((word) => word !== 0)).toBe(false);
      }),
      runs(300),
    );
  });

  test('sets the bits of ordinals, and leaves the others', () => {
    fc.assert(
      fc.property(bitmaps, ascending(1023), fc.nat({ max: 5000 }), (a, ordinals, base) => {
        words.set(a, OUT);
        words.set(
          ordinals.map((ordinal) => ordinal + base),
          A,
        );
        kernel.scatter(A, ordinals.length, OUT, base);
        const wanted = [...new Set([...bitsOf(a), ...ordinals])].sort((x, y) => x - y);
        expect(bitsOf([...words.subarray(OUT, OUT + 32)])).toEqual(wanted);
      }),
      runs(300),
    );
  });

  test('keeps of ordinals those in a dense set, or those out of it', () => {
    const directory = 512;
    const chunk = 8192;
    words[directory] = chunk;
    words[directory + 2] = chunk + 2048;
    fc.assert(
      fc.property(ascending(131_071), ascending(200_000), (inSet, ordinals) => {
        words.fill(0, chunk, chunk + 4096);
        for (const ordinal of inSet) {
          const at = chunk + (ordinal >>> 5);
          words[at] = (words[at] ?? 0) | (1 << ordinal);
        }
        words.set(ordinals, A);
        for (const kept of [1, 0]) {
          const n = kernel.filter(A, ordinals.length, directory, 2, OUT, kept);
          const wanted = ordinals.filter((ordinal) => inSet.includes(ordinal) === (kept === 1));
          expect([...words.subarray(OUT, OUT + n)]).toEqual(wanted);
        }
      }),
      runs(200),
    );
  });

  test('keeps of ordinals those among others, or those that are not', () => {
    const lists = fc.constantFrom(40, 300, 100_000).chain((max) => ascending(max));
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        words.set(a, A);
        words.set(b, B);
        for (const kept of [1, 0]) {
          const n = kernel.intersect(A, a.length, B, b.length, OUT, kept);
          const wanted = a.filter((ordinal) => b.includes(ordinal) === (kept === 1));
          expect([...words.subarray(OUT, OUT + n)]).toEqual(wanted);
        }
        const n = kernel.intersect(A, a.length, B, b.length, A, 1);
        expect([...words.subarray(A, A + n)]).toEqual(a.filter((ordinal) => b.includes(ordinal)));
      }),
      runs(400),
    );
  });
});

test('the embedded bytes are those of the text', async () => {
  const generator = '../../../scripts/kernel.js';
  const { kernelSource } = (await import(generator)) as { kernelSource(): Promise<string> };
  const file = new URL('../../../src/bitmap/kernel-bytes.ts', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(await kernelSource());
});
