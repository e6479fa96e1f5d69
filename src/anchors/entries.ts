import { HandleTable, NO_PLACE } from '../postings/handle-table.ts';
import { hashOfWords } from '../postings/hash.ts';
import { grownNumbers } from './grown-numbers.ts';
import { type Proven, UNPROVEN } from './outline.ts';
import type { Owners } from './owners.ts';
import type { Shelf } from './shelf.ts';

/** In the place of an owner: there are several. */
const SEVERAL = -1;

/** No entry. */
export const NO_ENTRY = -1;

/** What a row of the table has at which place, and how long it is. */
const FROM = 0;
const TO = 1;
const PROVEN = 2;
const ONLY_OWNER = 3;
const ROW = 4;

/** The owners of an entry: their numbers, and beside them what stands for them. */
interface Several<Owner> {
  readonly numbers: number[];
  readonly owners: Owner[];
}

/** Of entries that are filed nowhere, or nowhere else. */
const NO_FILINGS: readonly number[] = Object.freeze([]);

/**
 * The distinct meanings of selectors, each once for each shelf: its clauses as words, who it is of, and where it is filed.
 */
export class Entries<Owner> {
  readonly #all: Owners<Owner>;
  #rows: Int32Array<ArrayBuffer> = new Int32Array(ROW * 64);
  /** The clauses of all entries. */
  #words: Int32Array<ArrayBuffer> = new Int32Array(256);
  #wordsEnd = 0;
  /** By length: where words were that are not needed any more. */
  readonly #freeWords: (number[] | undefined)[] = [];
  readonly #shelves: (Shelf<Owner> | undefined)[] = [];
  /** By entry: its owners, where there are several. */
  readonly #several: (Several<Owner> | undefined)[] = [];
  /** By entry: how many of its owners have other entries too. */
  readonly #sharing: number[] = [];
  /** By entry: the filings under its anchor, and the others. */
  readonly #anchorFilings: (readonly number[])[] = [];
  readonly #otherFilings: (readonly number[])[] = [];
  readonly #free: number[] = [];
  readonly #table = new HandleTable();
  #hashWords = new Uint32Array(64);
  readonly #hashOf = (entry: number): number =>
    this.#hashFor(this.shelfOf(entry), this.#words.subarray(this.from(entry), this.to(entry)));

  constructor(owners: Owners<Owner>) {
    this.#all = owners;
  }

  /** How many entries there are. */
  get size(): number {
    return this.#table.size;
  }

  /** One more than the highest entry. */
  get end(): number {
    return this.#shelves.length;
  }

  get bytes(): number {
    let bytes = this.#rows.byteLength + this.#words.byteLength + this.#table.bytes + this.end * 48;
    for (const several of this.#several)
      bytes += several === undefined ? 0 : 120 + several.numbers.length * 16;
    for (const filings of this.#anchorFilings) bytes += 32 + filings.length * 8;
    for (const filings of this.#otherFilings) if (filings !== NO_FILINGS) bytes += 32 + filings.length * 8;
    return bytes;
  }

  /** The clauses of all entries; they hold until an entry is added. */
  get words(): Int32Array {
    return this.#words;
  }

  from(entry: number): number {
    return this.#rows[entry * ROW + FROM] ?? 0;
  }

  to(entry: number): number {
    return this.#rows[entry * ROW + TO] ?? 0;
  }

  /** Which clauses of an entry its anchor has proven. */
  proven(entry: number): Proven {
    return this.#rows[entry * ROW + PROVEN] ?? UNPROVEN;
  }

  /** How many owners an entry has. */
  ownerCount(entry: number): number {
    const several = this.#several[entry];
    if (several !== undefined) return several.numbers.length;
    return (this.#rows[entry * ROW + ONLY_OWNER] ?? SEVERAL) === SEVERAL ? 0 : 1;
  }

  /** The number of the owner at a place. */
  ownerAt(entry: number, place: number): number {
    const several = this.#several[entry];
    return (several === undefined ? this.#rows[entry * ROW + ONLY_OWNER] : several.numbers[place]) ?? SEVERAL;
  }

  /** What stands for the owners of an entry that has several, by place; undefined for one that has one. */
  several(entry: number): readonly Owner[] | undefined {
    return this.#several[entry]?.owners;
  }

  /** Whether an owner of an entry has other entries too, and so may be reached by them. */
  isSharing(entry: number): boolean {
    return (this.#sharing[entry] ?? 0) > 0;
  }

  /** What stands for the owner, where there is only one, and it has only this entry; undefined otherwise. */
  onlyOwner(entry: number): Owner | undefined {
    if (this.#several[entry] !== undefined || this.isSharing(entry)) return undefined;
    const only = this.#rows[entry * ROW + ONLY_OWNER] ?? SEVERAL;
    return only === SEVERAL ? undefined : this.#all.at(only);
  }

  shelfOf(entry: number): Shelf<Owner> {
    const shelf = this.#shelves[entry];
    if (shelf === undefined) throw new Error(`there is no entry ${entry}`);
    return shelf;
  }

  /** Whether there is such an entry. */
  exists(entry: number): boolean {
    return this.#shelves[entry] !== undefined;
  }

  /** The filings of an entry under its anchor. */
  anchorFilings(entry: number): readonly number[] {
    return this.#anchorFilings[entry] ?? NO_FILINGS;
  }

  /** The other filings of an entry. */
  otherFilings(entry: number): readonly number[] {
    return this.#otherFilings[entry] ?? NO_FILINGS;
  }

  /**
   * Notes where an entry is filed under its anchor.
   * @param proven which clauses need not be looked at there
   */
  fileAnchor(entry: number, filings: readonly number[], proven: Proven): void {
    this.#anchorFilings[entry] = filings;
    this.#rows[entry * ROW + PROVEN] = proven;
  }

  /** Notes where else an entry is filed. */
  fileOthers(entry: number, filings: readonly number[]): void {
    this.#otherFilings[entry] = filings;
  }

  #hashFor(shelf: Shelf<Owner>, words: ArrayLike<number>): number {
    const n = words.length + 1;
    if (n > this.#hashWords.length) this.#hashWords = new Uint32Array(n * 2);
    this.#hashWords.set(words);
    this.#hashWords[n - 1] = shelf.number;
    return hashOfWords(this.#hashWords, 0, n);
  }

  #isAs(entry: number, shelf: Shelf<Owner>, words: readonly number[]): boolean {
    const from = this.from(entry);
    if (this.#shelves[entry] !== shelf || this.to(entry) - from !== words.length) return false;
    for (let i = 0; i < words.length; i++) if (this.#words[from + i] !== words[i]) return false;
    return true;
  }

  /** The entry of a meaning on a shelf, or {@link NO_ENTRY}. */
  find(shelf: Shelf<Owner>, words: readonly number[]): number {
    const hash = this.#hashFor(shelf, words);
    for (let place = this.#table.first(hash); place !== NO_PLACE; place = this.#table.next(place, hash)) {
      const entry = this.#table.handle(place);
      if (this.#isAs(entry, shelf, words)) return entry;
    }
    return NO_ENTRY;
  }

  /** Makes the entry of a meaning that is not there. It is not filed. */
  add(shelf: Shelf<Owner>, words: readonly number[]): number {
    const entry = this.#free.pop() ?? this.#shelves.length;
    const row = entry * ROW;
    if (row + ROW > this.#rows.length) this.#rows = grownNumbers(this.#rows, row + ROW);
    const from = this.#room(words.length);
    this.#words.set(words, from);
    this.#rows[row + FROM] = from;
    this.#rows[row + TO] = from + words.length;
    this.#rows[row + PROVEN] = UNPROVEN;
    this.#rows[row + ONLY_OWNER] = SEVERAL;
    this.#shelves[entry] = shelf;
    this.#several[entry] = undefined;
    this.#sharing[entry] = 0;
    this.#anchorFilings[entry] = NO_FILINGS;
    this.#otherFilings[entry] = NO_FILINGS;
    this.#table.insert(this.#hashFor(shelf, words), entry, this.#hashOf);
    return entry;
  }

  #room(length: number): number {
    const free = this.#freeWords[length]?.pop();
    if (free !== undefined) return free;
    const from = this.#wordsEnd;
    this.#wordsEnd += length;
    if (this.#wordsEnd > this.#words.length) this.#words = grownNumbers(this.#words, this.#wordsEnd);
    return from;
  }

  /** Takes out an entry that has no owners, and is not filed. */
  drop(entry: number): void {
    const hash = this.#hashOf(entry);
    let place = this.#table.first(hash);
    while (this.#table.handle(place) !== entry) place = this.#table.next(place, hash);
    this.#table.delete(place, this.#hashOf);
    const from = this.from(entry);
    const length = this.to(entry) - from;
    if (length > 0) {
      this.#freeWords[length] ??= [];
      this.#freeWords[length]?.push(from);
    }
    this.#shelves[entry] = undefined;
    this.#free.push(entry);
  }

  /** Makes an entry one of an owner's. */
  addOwner(entry: number, number: number): void {
    const all = this.#all;
    const owner = all.at(number);
    if (owner === undefined) throw new Error(`there is no owner ${number}`);
    const row = entry * ROW;
    const several = this.#several[entry];
    const only = this.#rows[row + ONLY_OWNER] ?? SEVERAL;
    const other = only === SEVERAL ? undefined : all.at(only);
    all.place(number, entry, this.ownerCount(entry));
    if (several !== undefined) {
      several.numbers.push(number);
      several.owners.push(owner);
    } else if (other === undefined) {
      this.#rows[row + ONLY_OWNER] = number;
    } else {
      this.#several[entry] = { numbers: [only, number], owners: [other, owner] };
      this.#rows[row + ONLY_OWNER] = SEVERAL;
    }
    if (all.count(number) > 1) this.#sharing[entry] = (this.#sharing[entry] ?? 0) + 1;
  }

  /** Makes an entry no more one of an owner's, which has a place there. O(1). */
  removeOwner(entry: number, number: number, place: number): void {
    const all = this.#all;
    const several = this.#several[entry];
    if (all.count(number) > 1) this.#sharing[entry] = (this.#sharing[entry] ?? 0) - 1;
    const last = several?.numbers.pop();
    const owner = several?.owners.pop();
    if (several === undefined || last === undefined || owner === undefined) {
      this.#rows[entry * ROW + ONLY_OWNER] = SEVERAL;
      return;
    }
    if (place < several.numbers.length) {
      several.numbers[place] = last;
      several.owners[place] = owner;
      all.place(last, entry, place);
    }
    const [only, another] = several.numbers;
    if (another !== undefined) return;
    this.#several[entry] = undefined;
    this.#rows[entry * ROW + ONLY_OWNER] = only ?? SEVERAL;
  }
}
