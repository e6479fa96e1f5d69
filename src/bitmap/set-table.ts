import { PagedWords } from './paged-words.ts';

/** A row: a word for the place, and one for the form, above the count of what is not dense. */
const ROW = 2;
const FORM_SHIFT = 26;
const COUNT_MASK = 0x3ff_ffff;

/** The form of a handle that names no set. */
const UNUSED = 63;

/**
 * A row for each set, in one place of the memory: its place, its form in six bits, and a count. Handles of deleted sets
 * are given out again, the last one first.
 */
export class SetTable {
  readonly #words = new PagedWords();
  #handles = 0;
  /** 1 + the handle that was deleted last, whose place has the same of the one before it; 0 where there is none. */
  #unused = 0;
  #size = 0;

  /** How many sets there are. */
  get size(): number {
    return this.#size;
  }

  /** One more than the highest handle that was ever given out. */
  get handles(): number {
    return this.#handles;
  }

  get bytes(): number {
    return this.#words.bytes;
  }

  /** A handle, and its row: place, form and count 0. */
  create(): number {
    let set = this.#unused - 1;
    if (set < 0) {
      if (this.#handles * ROW === this.#words.length) this.#words.reserve((this.#handles + 1) * ROW);
      set = this.#handles++;
    } else {
      this.#unused = this.place(set);
    }
    this.put(set, 0, 0, 0);
    this.#size++;
    return set;
  }

  /** Gives up a handle. */
  delete(set: number): void {
    this.put(set, this.#unused, UNUSED, 0);
    this.#unused = set + 1;
    this.#size--;
  }

  /** Whether a handle names a set. */
  has(set: number): boolean {
    return set < this.#handles && this.form(set) !== UNUSED;
  }

  put(set: number, place: number, form: number, count: number): void {
    this.#words.put(set * ROW, place);
    this.#words.put(set * ROW + 1, (form << FORM_SHIFT) | count);
  }

  place(set: number): number {
    return this.#words.at(set * ROW);
  }

  form(set: number): number {
    return this.#words.at(set * ROW + 1) >>> FORM_SHIFT;
  }

  count(set: number): number {
    return this.#words.at(set * ROW + 1) & COUNT_MASK;
  }

  /** Gives back what was taken in advance. */
  trim(): void {
    this.#words.trim(this.#handles * ROW);
  }
}
