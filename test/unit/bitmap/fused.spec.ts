import { describe, expect, test } from 'vitest';
import { CHUNK_EXPONENT, CHUNK_WORDS } from '../../../src/bitmap/chunk.ts';
import { Fused } from '../../../src/bitmap/fused.ts';
import { OrdinalSets } from '../../../src/bitmap/ordinal-sets.ts';
import { Scratch } from '../../../src/bitmap/scratch.ts';

/** Sets of every second, third and fifth ordinal below 6,000, and an arena without a free chunk. */
function tight(kernel: 'typescript' | 'webassembly') {
  const sets = new OrdinalSets(kernel);
  const [second = 0, third = 0, fifth = 0] = [2, 3, 5].map((stride) => {
    const set = sets.create();
    for (let ordinal = 0; ordinal < 6000; ordinal += stride) sets.add(set, ordinal);
    return set;
  });
  const scratch = new Scratch(sets.arena);
  const out = scratch.block('union', CHUNK_WORDS);
  sets.arena.words.fill(0, out, out + CHUNK_WORDS);
  while ([...sets.arena.freeBlocks()].some(([, length]) => length >= CHUNK_WORDS)) {
    sets.arena.allocate(CHUNK_EXPONENT);
  }
  return { sets, scratch, out, second, third, fifth };
}

describe.each(['typescript', 'webassembly'] as const)(
  'words joined where memory moves, kernel %s',
  (kernel) => {
    // Memory to work in may be taken from memory that grows, which is then another one, with another kernel.
    test('are written to the memory that there is then', () => {
      const { sets, scratch, out, second, third, fifth } = tight(kernel);
      const { bytes } = sets.arena;
      new Fused(sets, scratch, { all: [[second], [third, fifth]], none: [] }, 6000).orInto(out, 0, 1);
      expect(sets.arena.bytes).toBeGreaterThan(bytes);
      const found = Array.from({ length: 6000 }, (_, ordinal) => ordinal).filter(
        (ordinal) => (((sets.arena.words[out + (ordinal >>> 5)] ?? 0) >>> ordinal) & 1) === 1,
      );
      const wanted = Array.from({ length: 6000 }, (_, ordinal) => ordinal).filter(
        (ordinal) => ordinal % 2 === 0 && (ordinal % 3 === 0 || ordinal % 5 === 0),
      );
      expect(found).toEqual(wanted);
    });

    test('are counted in the memory that there is then', () => {
      const { sets, scratch, second, third, fifth } = tight(kernel);
      expect(new Fused(sets, scratch, { all: [[third, fifth]], none: [second] }, 6000).count()).toBe(1400);
    });
  },
);
