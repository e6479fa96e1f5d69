import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Arena, type KernelChoice } from '../../../src/bitmap/arena.ts';
import { runs } from '../../property/runs.ts';

type Step = { readonly take: number } | { readonly give: number } | 'kernel';

const steps = fc.array(
  fc.oneof<[fc.Arbitrary<Step>, fc.Arbitrary<Step>, { weight: number; arbitrary: fc.Arbitrary<Step> }]>(
    fc.record({ take: fc.integer({ min: 2, max: 14 }) }),
    fc.record({ give: fc.nat() }),
    { weight: 1, arbitrary: fc.constant<Step>('kernel') },
  ),
  { maxLength: 60 },
);

describe.each<KernelChoice>(['auto', 'typescript'])('memory in blocks, kernel %s', (choice) => {
  test('never overlaps, keeps its content, and joins again when all is given back', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const arena = new Arena(choice);
        const taken: { offset: number; exponent: number; mark: number }[] = [];
        for (const [mark, step] of history.entries()) {
          if (step === 'kernel') arena.useKernel();
          else if ('take' in step) {
            const offset = arena.allocate(step.take);
            arena.words.fill(mark, offset, offset + 2 ** step.take);
            taken.push({ offset, exponent: step.take, mark });
          } else if (taken.length > 0) {
            const [given] = taken.splice(step.give % taken.length, 1);
            if (given !== undefined) arena.release(given.offset, given.exponent);
          }
          for (const { offset, exponent, mark: wanted } of taken) {
            expect(offset % 2 ** exponent).toBe(0);
            expect(
              arena.words.subarray(offset, offset + 2 ** exponent).every((word) => word === wanted),
            ).toBe(true);
          }
        }
        for (const { offset, exponent } of taken) arena.release(offset, exponent);
        expect(arena.usedBytes).toBe(0);
        // One block for each power of two in the length, unless the length is reached in steps.
        const free = [...arena.freeBlocks()].map(([, length]) => length);
        expect(free.reduce((sum, length) => sum + length, 0)).toBe(arena.words.length);
        expect(new Set(free).size).toBe(free.length);
      }),
      runs(200),
    );
  });

  test('serves from what was given back before it grows', () => {
    const arena = new Arena(choice);
    const offsets = Array.from({ length: 256 }, () => arena.allocate(6));
    const { bytes } = arena;
    for (let round = 0; round < 20; round++) {
      for (const offset of offsets) arena.release(offset, 6);
      // Blocks of other sizes, as much in all.
      const larger = Array.from({ length: 16 }, () => arena.allocate(10));
      for (const offset of larger) arena.release(offset, 10);
      for (let at = 0; at < offsets.length; at++) offsets[at] = arena.allocate(6);
    }
    expect(arena.bytes).toBe(bytes);
  });
});

test('a kernel is taken when it is asked for and memory is large, in either order, and only where it may be', () => {
  const asked = new Arena('auto');
  asked.useKernel();
  expect(asked.isWebAssembly).toBe(false);
  const mark = asked.allocate(4);
  asked.words.fill(7, mark, mark + 16);
  asked.allocate(16);
  expect(asked.isWebAssembly).toBe(true);
  expect([...asked.words.subarray(mark, mark + 16)]).toEqual(new Array(16).fill(7));
  const large = new Arena('auto');
  large.allocate(16);
  expect(large.isWebAssembly).toBe(false);
  large.useKernel();
  expect(large.isWebAssembly).toBe(true);
  const typescript = new Arena('typescript');
  typescript.useKernel();
  typescript.allocate(16);
  expect(typescript.isWebAssembly).toBe(false);
});
