import { CHUNK_BITS, CHUNK_LINES, CHUNK_ORDINALS, CHUNK_WORDS } from '../bitmap/chunk.ts';
import { clearBelow } from '../bitmap/clear-below.ts';
import { decodeLines } from '../bitmap/decode.ts';
import { Driven } from '../bitmap/driven.ts';
import { Fused } from '../bitmap/fused.ts';
import type { Sink } from '../bitmap/sink.ts';
import type { ComplementPlan, DrivePlan, Plan, UnionPlan, WordsPlan } from './plan.ts';
import type { AnyPostings, Term } from './term.ts';

/** Chunks whose union is written out at a time. */
const UNION_CHUNKS = 32;

function testAll(tests: readonly Term[]): ((ordinal: number) => boolean) | undefined {
  const [only, another] = tests;
  if (only === undefined) return undefined;
  if (another === undefined) return (ordinal) => only.test(ordinal);
  return (ordinal) => tests.every((term) => term.test(ordinal));
}

function driven({ sets, scratch }: AnyPostings, { candidates, filters, tests }: DrivePlan): Driven {
  return new Driven(sets, scratch, candidates, filters, testAll(tests));
}

function fused({ sets, scratch, ids }: AnyPostings, plan: WordsPlan): Fused {
  return new Fused(sets, scratch, plan, ids.end);
}

function countComplement(postings: AnyPostings, { base, excluded }: ComplementPlan): number {
  const { sets, scratch } = postings;
  const [set, another] = base?.all ?? [];
  const filters = set !== undefined && another === undefined ? [{ set, kept: true }] : [];
  const test =
    base !== undefined && another !== undefined ? (ordinal: number) => base.test(ordinal) : undefined;
  let count = 0;
  let previous = -1;
  new Driven(sets, scratch, excluded, filters, test).read(0, (words, at, n) => {
    // Sets of different keys may share an ordinal, which then stands twice in a row.
    for (let i = at; i < at + n; i++) {
      const ordinal = words[i] ?? 0;
      if (ordinal !== previous) count++;
      previous = ordinal;
    }
    return true;
  });
  let from = postings.size;
  if (base?.all !== undefined) {
    from = 0;
    for (const each of base.all) from += sets.count(each);
  }
  return from - count;
}

/** A sink that counts. */
class Counter {
  count = 0;
  readonly sink: Sink = (_words, _at, n) => {
    this.count += n;
    return true;
  };
}

/** How many objects a plan selects. The plan must be of the index as it is now. */
export function countPlan(postings: AnyPostings, plan: Plan): number {
  switch (plan.kind) {
    case 'empty':
      return 0;
    case 'cardinality':
      return plan.objects;
    case 'complement':
      return countComplement(postings, plan);
    case 'drive':
      return driven(postings, plan).count();
    case 'words':
      return fused(postings, plan).count();
    case 'union': {
      const counter = new Counter();
      readPlan(postings, plan, 0, Number.POSITIVE_INFINITY, counter.sink);
      return counter.count;
    }
  }
}

/**
 * Hands over the ordinals that a plan selects, ascending, from `from` on, until the sink has enough. The plan must be
 * one for ordinals, of the index as it is now.
 *
 * @param most how many the sink will take; Infinity where it takes all
 * @returns whether the sink wants more
 */
export function readPlan(postings: AnyPostings, plan: Plan, from: number, most: number, sink: Sink): boolean {
  switch (plan.kind) {
    case 'empty':
      return true;
    case 'drive':
      return driven(postings, plan).read(from, sink);
    case 'words':
      return fused(postings, plan).read(from, most, sink);
    case 'union':
      return plan.by === 'lists'
        ? readLists(postings, plan, from, sink)
        : readUnion(postings, plan, from, most, sink);
    case 'cardinality':
    case 'complement':
      throw new Error(`a plan for counting was read: ${plan.kind}`);
  }
}

/** The union of short lists: sorted, each ordinal once. */
function readLists(postings: AnyPostings, plan: UnionPlan, from: number, sink: Sink): boolean {
  const portions: Uint32Array[] = [];
  let length = 0;
  for (const alternative of plan.alternatives) {
    readPlan(postings, alternative, from, Number.POSITIVE_INFINITY, (words, at, n) => {
      portions.push(words.slice(at, at + n));
      length += n;
      return true;
    });
  }
  const all = new Uint32Array(length);
  let end = 0;
  for (const portion of portions) {
    all.set(portion, end);
    end += portion.length;
  }
  all.sort();
  let distinct = 0;
  for (let i = 0; i < length; i++) {
    const ordinal = all[i] ?? 0;
    if (i === 0 || ordinal !== all[distinct - 1]) all[distinct++] = ordinal;
  }
  return distinct === 0 || sink(all, 0, distinct);
}

/** The union of bits, a window of chunks at a time; a reader of few begins with one chunk. */
function readUnion(postings: AnyPostings, plan: UnionPlan, from: number, most: number, sink: Sink): boolean {
  const { sets, scratch, ids } = postings;
  const chunks = Math.ceil(ids.end / CHUNK_ORDINALS);
  let width = most < CHUNK_ORDINALS ? 1 : Math.min(UNION_CHUNKS, chunks);
  let end = 0;
  for (let start = from >>> CHUNK_BITS; start < chunks; start = end) {
    end = Math.min(chunks, start + width);
    const union = scratch.block('union', (end - start) * CHUNK_WORDS);
    sets.arena.words.fill(0, union, union + (end - start) * CHUNK_WORDS);
    for (const alternative of plan.alternatives) {
      if (alternative.kind === 'words') fused(postings, alternative).orInto(union, start, end);
      else writeAlternative(postings, alternative, union, start, end);
    }
    for (let chunk = start; chunk < end; chunk++) {
      const bits = union + (chunk - start) * CHUNK_WORDS;
      const base = chunk * CHUNK_ORDINALS;
      if (from > base) clearBelow(sets.arena.words, bits, from - base);
      if (!decodeLines(sets, scratch, bits, 0, CHUNK_LINES, base, most, sink)) return false;
    }
    width = Math.min(width * 2, UNION_CHUNKS);
  }
  return true;
}

/** Sets the bits of what an alternative selects in the chunks from `start` to `end`. */
function writeAlternative(
  postings: AnyPostings,
  alternative: Plan,
  union: number,
  start: number,
  end: number,
): void {
  const { arena } = postings.sets;
  const base = start * CHUNK_ORDINALS;
  const limit = end * CHUNK_ORDINALS;
  readPlan(postings, alternative, base, Number.POSITIVE_INFINITY, (words, at, n) => {
    let within = n;
    while (within > 0 && (words[at + within - 1] ?? 0) >= limit) within--;
    if (within > 0) arena.kernel.scatter(at, within, union, base);
    return within === n;
  });
}
