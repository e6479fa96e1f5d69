import { HandleTable, NO_PLACE } from './handle-table.ts';
import { hashOfWords } from './hash.ts';

/** Before the pairs of a label set: how many they are, and how many objects have it. */
const HEADER = 2;

/** Label sets stand at even places, so that twice as many can be told apart. */
const GRAIN = 2;

const PAGE_BITS = 16;
const PAGE_WORDS = 1 << PAGE_BITS;
const GRAIN_BITS = PAGE_BITS - 1;
const GRAIN_MASK = (1 << GRAIN_BITS) - 1;
const FIRST_PAGE_WORDS = 64;

/*
 * Reads are unchecked (`!`) here: label sets are those that are there.
 */

/**
 * Label sets, each kept once however many objects have it, as the pods of a ReplicaSet do: the handles of its pairs,
 * ascending. A label set is named by where it stands, in pages that are never copied, and is there as long as an object has
 * it.
 */
export class LabelSets {
  /** Of {@link PAGE_WORDS} each, but for the first one while it is short, and such as have one longer label set alone. */
  #pages: Uint32Array<ArrayBuffer>[] = [new Uint32Array(FIRST_PAGE_WORDS)];
  /** The page that is being filled, and its words that are taken. */
  #page = 0;
  #end = 0;
  /** Words of the label sets that are there, and of those that were given up and not taken again. */
  #live = 0;
  #dead = 0;
  /** By number of grains: 1 + the last one given up of so many, which leads to the one before; 0 where there is none. */
  #givenUp: number[] = [];
  #table = new HandleTable();
  readonly #hashOf = (labelSet: number): number =>
    hashOfWords(this.page(labelSet), this.start(labelSet), this.length(labelSet));

  /** How many there are. */
  get size(): number {
    return this.#table.size;
  }

  /** No label set is named by this number or a higher one. */
  get numbers(): number {
    return this.#pages.length << GRAIN_BITS;
  }

  get bytes(): number {
    let bytes = this.#table.bytes;
    for (const page of this.#pages) bytes += page.byteLength;
    return bytes;
  }

  /** The words among which the pairs of a label set are. */
  page(labelSet: number): Uint32Array {
    return this.#pages[labelSet >>> GRAIN_BITS]!;
  }

  /** Where its pairs begin in them. */
  start(labelSet: number): number {
    return (labelSet & GRAIN_MASK) * GRAIN + HEADER;
  }

  /** How many pairs a label set has. */
  length(labelSet: number): number {
    return this.page(labelSet)[this.start(labelSet) - HEADER]!;
  }

  /** How many objects have a label set. */
  holders(labelSet: number): number {
    return this.page(labelSet)[this.start(labelSet) - HEADER + 1]!;
  }

  #setHolders(labelSet: number, holders: number): void {
    this.page(labelSet)[this.start(labelSet) - HEADER + 1] = holders;
  }

  /**
   * The label set of some pairs, made where it is not there, for one more object.
   * @param pairs handles, of which `n` from `from` on are ascending
   */
  take(pairs: Uint32Array, from: number, n: number, hash: number = hashOfWords(pairs, from, n)): number {
    const table = this.#table;
    for (let place = table.first(hash); place !== NO_PLACE; place = table.next(place, hash)) {
      const labelSet = table.handle(place);
      if (!this.#isOf(labelSet, pairs, from, n)) continue;
      this.hold(labelSet);
      return labelSet;
    }
    const labelSet = this.#takeWords(grainsOf(n));
    const page = this.page(labelSet);
    const start = this.start(labelSet);
    page[start - HEADER] = n;
    page[start - HEADER + 1] = 1;
    for (let i = 0; i < n; i++) page[start + i] = pairs[from + i]!;
    this.#live += grainsOf(n) * GRAIN;
    try {
      table.insert(hash, labelSet, this.#hashOf);
    } catch (error) {
      this.#giveUp(labelSet);
      throw error;
    }
    return labelSet;
  }

  /** Looks at where searches for label sets of the first `n` hashes begin: see {@link HandleTable.touch}. */
  touch(hashes: Int32Array, n: number): void {
    this.#table.touch(hashes, n);
  }

  /** So many grains of a page: those of a label set of as many that was given up, or new ones. */
  #takeWords(grains: number): number {
    const givenUp = (this.#givenUp[grains] ?? 0) - 1;
    if (givenUp >= 0) {
      this.#givenUp[grains] = this.page(givenUp)[this.start(givenUp) - HEADER]!;
      this.#dead -= grains * GRAIN;
      return givenUp;
    }
    const words = grains * GRAIN;
    if (words > PAGE_WORDS) return (this.#pages.push(new Uint32Array(words)) - 1) << GRAIN_BITS;
    if (this.#end + words > this.#pages[this.#page]!.length) this.#makeRoom(words);
    const labelSet = ((this.#page << GRAIN_BITS) >>> 0) + this.#end / GRAIN;
    this.#end += words;
    return labelSet;
  }

  /** Room for so many words: on the first page as long as it is short, or on a new one. */
  #makeRoom(words: number): void {
    const page = this.#pages[this.#page]!;
    if (page.length < PAGE_WORDS) {
      const longer = new Uint32Array(Math.min(PAGE_WORDS, Math.max(page.length * 2, this.#end + words)));
      longer.set(page);
      this.#pages[this.#page] = longer;
      if (this.#end + words <= longer.length) return;
    }
    this.#page = this.#pages.push(new Uint32Array(PAGE_WORDS)) - 1;
    this.#end = 0;
  }

  /** One object more has a label set. */
  hold(labelSet: number): void {
    this.#setHolders(labelSet, this.holders(labelSet) + 1);
  }

  #isOf(labelSet: number, pairs: Uint32Array, from: number, n: number): boolean {
    const page = this.page(labelSet);
    const start = this.start(labelSet);
    if (page[start - HEADER] !== n) return false;
    for (let i = 0; i < n; i++) if (page[start + i] !== pairs[from + i]) return false;
    return true;
  }

  /** One object less has a label set. */
  release(labelSet: number): void {
    const holders = this.holders(labelSet) - 1;
    this.#setHolders(labelSet, holders);
    if (holders > 0) return;
    const hash = this.#hashOf(labelSet);
    const table = this.#table;
    let place = table.first(hash);
    while (table.handle(place) !== labelSet) place = table.next(place, hash);
    table.delete(place, this.#hashOf);
    if (this.size === 0) {
      this.#clear();
      return;
    }
    this.#giveUp(labelSet);
  }

  /** Keeps the words of a label set that is no longer there for another one. */
  #giveUp(labelSet: number): void {
    const grains = grainsOf(this.length(labelSet));
    while (this.#givenUp.length <= grains) this.#givenUp.push(0);
    this.page(labelSet)[this.start(labelSet) - HEADER] = this.#givenUp[grains]!;
    this.#givenUp[grains] = labelSet + 1;
    this.#live -= grains * GRAIN;
    this.#dead += grains * GRAIN;
  }

  #clear(): void {
    this.#pages = [new Uint32Array(FIRST_PAGE_WORDS)];
    this.#page = 0;
    this.#end = 0;
    this.#live = 0;
    this.#dead = 0;
    this.#givenUp = [];
  }

  /** Whether what was given up takes more than half as much as what is there, and so much that it matters. */
  get isWasteful(): boolean {
    return this.#dead * 2 > this.#live + PAGE_WORDS;
  }

  /**
   * Puts all label sets one after another, without what was given up between them. Each gets another name by that.
   *
   * @returns the new names, by the old ones
   * @throws RangeError where no memory can be had; all is as it was
   */
  compact(): Uint32Array {
    const names = new Uint32Array(this.numbers);
    const compacted = new LabelSets();
    for (const labelSet of this.#table.ascending()) {
      const n = this.length(labelSet);
      const name = compacted.take(this.page(labelSet), this.start(labelSet), n);
      compacted.#setHolders(name, this.holders(labelSet));
      names[labelSet] = name;
    }
    this.#pages = compacted.#pages;
    this.#page = compacted.#page;
    this.#end = compacted.#end;
    this.#live = compacted.#live;
    this.#dead = 0;
    this.#givenUp = [];
    this.#table = compacted.#table;
    return names;
  }

  /** Makes ready for many label sets to come, until what was taken in advance is given back. */
  expectMany(): void {
    this.#table.expectMany();
  }

  /** Gives back memory that was taken in advance. */
  trim(): void {
    const page = this.#pages[this.#page]!;
    if (this.#page === 0 && this.#end * 1.1 < page.length) {
      this.#pages[0] = page.slice(0, Math.max(FIRST_PAGE_WORDS, this.#end));
    }
    this.#table.trim(this.#hashOf);
  }

  /** The numbers of all label sets, ascending. */
  ascending(): Uint32Array {
    return this.#table.ascending();
  }
}

/** How many grains a label set of `n` pairs takes. */
function grainsOf(n: number): number {
  return (n + HEADER + GRAIN - 1) >>> 1;
}
