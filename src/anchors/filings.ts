import type { Term } from './lexicon.ts';

/** Entries that are filed in one place. */
export class FilingList {
  /** What they are filed under; undefined for those that speak of nothing. */
  readonly term: Term | undefined;
  /** By place: the entry, and the number of its filing. */
  readonly entries: number[];
  readonly filings: number[];

  /** A list with its first entry, which takes less memory than one that is put into an empty one; or an empty one. */
  constructor(term: Term | undefined, first?: { readonly entry: number; readonly filing: number }) {
    this.term = term;
    this.entries = first === undefined ? [] : [first.entry];
    this.filings = first === undefined ? [] : [first.filing];
  }

  /** Puts an entry at the end. */
  push(entry: number, filing: number): void {
    this.entries.push(entry);
    this.filings.push(filing);
  }

  /** Takes the entry at a place out. Returns the filing of the last entry, which has this place now; or that of itself. */
  take(place: number): number {
    const entry = this.entries.pop();
    const last = this.filings.pop();
    if (entry === undefined || last === undefined) throw new Error('an entry is taken out of an empty list');
    if (place < this.entries.length) {
      this.entries[place] = entry;
      this.filings[place] = last;
    }
    return last;
  }
}

/**
 * Where entries are filed: each filing is an entry in a list, and knows its place there, so that it is undone from what is
 * stored. O(1) each.
 */
export class Filings {
  readonly #lists: (FilingList | undefined)[] = [];
  readonly #places: number[] = [];
  readonly #free: number[] = [];

  get bytes(): number {
    return this.#lists.length * 16;
  }

  /** How many entries are filed, each as often as it is. */
  get size(): number {
    return this.#lists.length - this.#free.length;
  }

  /** A number for a filing that is made next. */
  next(): number {
    return this.#free.pop() ?? this.#lists.length;
  }

  /** Notes where a filing is. */
  put(filing: number, list: FilingList, place: number): void {
    this.#lists[filing] = list;
    this.#places[filing] = place;
  }

  /** Undoes a filing. Returns the list it was in. */
  withdraw(filing: number): FilingList {
    const list = this.#lists[filing];
    if (list === undefined) throw new Error(`no entry is filed as ${filing}`);
    const place = this.placeOf(filing);
    const moved = list.take(place);
    if (moved !== filing) this.#places[moved] = place;
    this.#lists[filing] = undefined;
    this.#free.push(filing);
    return list;
  }

  /** The list that a filing is in. */
  listOf(filing: number): FilingList | undefined {
    return this.#lists[filing];
  }

  /** The place of a filing in its list. */
  placeOf(filing: number): number {
    return this.#places[filing] ?? 0;
  }
}
