import type { IntegerRange } from '../constraint/key-constraint.ts';
import { parseInt64 } from '../labels/int64.ts';

/** An int64 as two numbers that compare exactly: the high 32 bits with the sign, and the low ones without. */
interface Halves {
  readonly high: number;
  readonly low: number;
}

/** Values are split in two when they are more than this. */
const MOST_IN_BLOCK = 512;

/** Neighbouring integers, ascending, with the postings of each, and how many objects these have in all. */
interface Block {
  readonly highs: number[];
  readonly lows: number[];
  readonly sets: number[];
  objects: number;
}

function halvesOf(integer: bigint): Halves {
  return { high: Number(integer >> 32n), low: Number(integer & 0xffff_ffffn) };
}

/** How many of a block are less than an integer, or as little where `orEqual`. */
function rankIn({ highs, lows }: Block, { high, low }: Halves, orEqual: boolean): number {
  let from = 0;
  let to = highs.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const difference = (highs[middle] ?? 0) - high || (lows[middle] ?? 0) - low;
    if (difference < 0 || (orEqual && difference === 0)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * The values of a key that are int64, in the order of their integers, for `gt` and `lt`: a range is found by two
 * searches, and how many objects have a value within it is a sum over blocks of values, not over all of them. The same
 * integer may be written in several ways (5, 05, +5), each a value of its own.
 */
export class IntegerOrder {
  readonly #blocks: Block[] = [];
  readonly #blockOf = new Map<number, Block>();
  readonly #counts: (set: number) => number;

  /** @param counts how many objects a value's postings have now */
  constructor(counts: (set: number) => number) {
    this.#counts = counts;
  }

  /** Files a value's postings, if the value is an int64. O(log n), and n divided by the values of a block. */
  insert(value: string, set: number, objects: number): void {
    const integer = parseInt64(value);
    if (integer === undefined) return;
    const halves = halvesOf(integer);
    const at = this.#blockFor(halves);
    const block = this.#blocks[at] ?? { highs: [], lows: [], sets: [], objects: 0 };
    if (this.#blocks[at] === undefined) this.#blocks.push(block);
    const place = rankIn(block, halves, true);
    block.highs.splice(place, 0, halves.high);
    block.lows.splice(place, 0, halves.low);
    block.sets.splice(place, 0, set);
    block.objects += objects;
    this.#blockOf.set(set, block);
    if (block.sets.length > MOST_IN_BLOCK) this.#split(at, block);
  }

  /** The last block that begins with no more than an integer; the first one where none does. */
  #blockFor({ high, low }: Halves): number {
    let from = 0;
    let to = this.#blocks.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const block = this.#blocks[middle];
      if (((block?.highs[0] ?? 0) - high || (block?.lows[0] ?? 0) - low) <= 0) from = middle + 1;
      else to = middle;
    }
    return Math.max(0, from - 1);
  }

  #split(at: number, block: Block): void {
    const half = block.sets.length >> 1;
    // How many objects each half has is not known by value here, so the owner's counts are asked for again.
    const upper: Block = {
      highs: block.highs.splice(half),
      lows: block.lows.splice(half),
      sets: block.sets.splice(half),
      objects: 0,
    };
    for (const set of upper.sets) {
      const objects = this.#counts(set);
      upper.objects += objects;
      block.objects -= objects;
      this.#blockOf.set(set, upper);
    }
    this.#blocks.splice(at + 1, 0, upper);
  }

  /** Takes a value out again. */
  remove(value: string, set: number, objects: number): void {
    const block = this.#blockOf.get(set);
    if (block === undefined) return;
    this.#blockOf.delete(set);
    const integer = parseInt64(value) ?? 0n;
    let at = rankIn(block, halvesOf(integer), false);
    while (block.sets[at] !== set) at++;
    block.highs.splice(at, 1);
    block.lows.splice(at, 1);
    block.sets.splice(at, 1);
    block.objects -= objects;
    if (block.sets.length === 0) this.#blocks.splice(this.#blocks.indexOf(block), 1);
  }

  /** Takes note that so many more objects have a value, or fewer where negative. O(1). */
  changed(set: number, difference: number): void {
    const block = this.#blockOf.get(set);
    if (block !== undefined) block.objects += difference;
  }

  /** How many objects have a value within a range. O(n divided by the values of a block). */
  count(range: IntegerRange): number {
    let objects = 0;
    this.#walk(
      range,
      (block) => {
        objects += block.objects;
      },
      (set) => {
        objects += this.#counts(set);
      },
    );
    return objects;
  }

  /** The postings of the values within a range, in the order of the integers. O(log n + how many). */
  sets(range: IntegerRange): number[] {
    const sets: number[] = [];
    this.#walk(
      range,
      (block) => {
        for (const set of block.sets) sets.push(set);
      },
      (set) => {
        sets.push(set);
      },
    );
    return sets;
  }

  #walk({ min, max }: IntegerRange, whole: (block: Block) => void, one: (set: number) => void): void {
    if (min > max) return;
    const first = halvesOf(min);
    const last = halvesOf(max);
    for (let at = this.#firstBlock(first); at < this.#blocks.length; at++) {
      const block = this.#blocks[at];
      if (block === undefined) return;
      const from = rankIn(block, first, false);
      const to = rankIn(block, last, true);
      if (from === 0 && to === block.sets.length) whole(block);
      else for (let place = from; place < to; place++) one(block.sets[place] ?? 0);
      if (to < block.sets.length) return;
    }
  }

  /** The first block that may hold an integer: equal ones may lie on both sides of a cut. */
  #firstBlock(halves: Halves): number {
    let at = this.#blockFor(halves);
    while (at > 0 && this.#blocks[at]?.highs[0] === halves.high && this.#blocks[at]?.lows[0] === halves.low)
      at--;
    return at;
  }

  /** The postings of all values, ascending, for the invariant checker. */
  *entries(): Generator<{ readonly set: number; readonly block: { readonly objects: number } }> {
    for (const block of this.#blocks) for (const set of block.sets) yield { set, block };
  }
}
