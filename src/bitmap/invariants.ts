import type { OrdinalSets } from './ordinal-sets.ts';
import type { Scratch } from './scratch.ts';

function broken(message: string): never {
  throw new Error(`an invariant of the sets is broken: ${message}`);
}

/**
 * Holds that sets and memory fit together: each set has as many ordinals as it says, ascending, in the form that is
 * meant for it; and every word of the arena is in exactly one block, of a set, of scratch memory, or free.
 *
 * @throws Error naming what does not fit
 */
export function checkSets(sets: OrdinalSets, scratch?: Scratch): void {
  const { arena } = sets;
  const blocks: (readonly [offset: number, length: number, owner: string])[] = [];
  let live = 0;
  for (let set = 0; set < sets.handles; set++) {
    if (!sets.exists(set)) continue;
    live++;
    if (!sets.isCanonical(set)) broken(`set ${set} of ${sets.count(set)} ordinals is ${sets.form(set)}`);
    checkSet(sets, set);
    for (const [offset, length] of sets.blocks(set)) blocks.push([offset, length, `set ${set}`]);
  }
  if (live !== sets.size) broken(`there are ${live} sets, and ${sets.size} are said to be`);
  for (const [offset, length] of arena.freeBlocks()) blocks.push([offset, length, 'no one']);
  if (scratch !== undefined) {
    for (const [offset, length] of scratch.blocks()) blocks.push([offset, length, 'scratch']);
  }
  blocks.sort(([a], [b]) => a - b);
  let end = 0;
  let shared = sets.sharedBytes / 4;
  for (const [offset, length, owner] of blocks) {
    if (offset < end)
      broken(`the block of ${owner} at ${offset} overlaps the one before, which ends at ${end}`);
    // The chunk that is empty belongs to all dense sets.
    if (offset > end) shared -= offset - end;
    if (offset % length !== 0) broken(`the block of ${owner} at ${offset} has ${length} words`);
    end = offset + length;
  }
  shared -= arena.words.length - end;
  if (shared !== 0) broken(`${-shared} words of the arena are in no block`);
}

function checkSet(sets: OrdinalSets, set: number): void {
  let previous = -1;
  let count = 0;
  const chunks = new Map<number, number>();
  for (const ordinal of sets.ordinals(set)) {
    if (ordinal <= previous) broken(`set ${set} has ${ordinal} after ${previous}`);
    if (!sets.has(set, ordinal)) broken(`set ${set} lists ${ordinal} and denies it`);
    previous = ordinal;
    count++;
    chunks.set(ordinal >>> 16, (chunks.get(ordinal >>> 16) ?? 0) + 1);
  }
  if (count !== sets.count(set)) broken(`set ${set} has ${count} ordinals and says ${sets.count(set)}`);
  if (!sets.isDense(set)) return;
  if (chunks.size !== sets.chunksInUse(set)) broken(`set ${set} is wrong about its chunks`);
  for (const [chunk, ordinals] of chunks) {
    if (sets.chunkCount(set, chunk) !== ordinals) broken(`set ${set} is wrong about its chunk ${chunk}`);
  }
}
