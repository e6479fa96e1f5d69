import { LINE_ORDINALS, LINE_WORDS } from './chunk.ts';
import { DECODE_SLACK } from './kernel.ts';
import type { OrdinalSets } from './ordinal-sets.ts';
import type { Scratch } from './scratch.ts';
import { PORTION, type Sink } from './sink.ts';

/** Lines decoded at a time: as many ordinals as a portion may have. */
const PORTION_LINES = PORTION / LINE_ORDINALS;

/**
 * Hands over the ordinals of some lines of a chunk, a portion at a time.
 * @returns whether the sink wants more
 */
export function decodeLines(
  sets: OrdinalSets,
  scratch: Scratch,
  bits: number,
  first: number,
  end: number,
  base: number,
  most: number,
  sink: Sink,
): boolean {
  const out = scratch.block('decoded', PORTION + DECODE_SLACK);
  const { arena } = sets;
  let wanted = most;
  for (let line = first; line < end && wanted > 0; line += PORTION_LINES) {
    const n = arena.kernel.decode(
      bits + line * LINE_WORDS,
      Math.min(PORTION_LINES, end - line),
      base + line * LINE_ORDINALS,
      out,
      Math.min(wanted, PORTION),
    );
    if (n > 0 && !sink(arena.words, out, n)) return false;
    wanted -= n;
  }
  return wanted > 0;
}
