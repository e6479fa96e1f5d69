import { CHUNK_LINES, CHUNK_ORDINALS, CHUNK_WORDS } from './chunk.ts';
import type { OrdinalSets } from './ordinal-sets.ts';

/** Sets the bits of a set's ordinals in the chunks from `start` to `end`, in the words at `out`. */
export function writeBits(sets: OrdinalSets, set: number, out: number, start: number, end: number): void {
  const { arena } = sets;
  const base = start * CHUNK_ORDINALS;
  if (sets.isDense(set)) {
    const chunks = Math.min(end, sets.chunks(set));
    for (let chunk = start; chunk < chunks; chunk++) {
      if (sets.chunkCount(set, chunk) === 0) continue;
      const to = out + (chunk - start) * CHUNK_WORDS;
      arena.kernel.or(to, to, sets.chunkPlace(set, chunk), CHUNK_LINES);
    }
    return;
  }
  const count = sets.count(set);
  if (count === 0) return;
  const place = sets.place(set);
  if (sets.isSingle(set)) {
    const bit = place - base;
    if (place < base || place >= end * CHUNK_ORDINALS) return;
    const word = out + (bit >>> 5);
    arena.words[word] = (arena.words[word] ?? 0) | (1 << bit);
    return;
  }
  const from = start === 0 ? 0 : sets.rank(set, base);
  const last = arena.words[place + count - 1] ?? 0;
  const to = last < end * CHUNK_ORDINALS ? count : sets.rank(set, end * CHUNK_ORDINALS);
  if (to > from) arena.kernel.scatter(place + from, to - from, out, base);
}
