const PAGE_BITS = 16;
const PAGE_WORDS = 1 << PAGE_BITS;
const PLACE_MASK = PAGE_WORDS - 1;

const FEWEST_WORDS = 8;

/** The last page is cut where that gives back this share of it. */
const WORTHWHILE = 0.1;

/*
 * Reads are unchecked (`!`) here: places are those that room was made for.
 */

/**
 * A table of words that grows page by page. What is there stays where it is: a table that doubled would, while it is
 * filled, take several times its size from the system, which is what filling it would spend its time on, and would stand
 * still while it is copied.
 */
export class PagedWords {
  /** All full but the last one, which has as many words as were needed so far, or up to twice as many. */
  readonly #pages: Uint32Array<ArrayBuffer>[] = [new Uint32Array(FEWEST_WORDS)];
  #length = FEWEST_WORDS;

  /** For how many words there is room; those that were never put are 0. */
  get length(): number {
    return this.#length;
  }

  get bytes(): number {
    return this.#length * 4;
  }

  at(place: number): number {
    return this.#pages[place >>> PAGE_BITS]![place & PLACE_MASK]!;
  }

  put(place: number, word: number): void {
    this.#pages[place >>> PAGE_BITS]![place & PLACE_MASK] = word;
  }

  /**
   * Makes room for so many words at least. O(words that are added), and a copy of one page at most.
   * @throws RangeError where no memory can be had; the table is as it was, or longer
   */
  reserve(length: number): void {
    while (this.#length < length) {
      const last = this.#pages.at(-1)!;
      if (last.length === PAGE_WORDS) {
        this.#pages.push(new Uint32Array(PAGE_WORDS));
        this.#length += PAGE_WORDS;
      } else {
        const words = this.#length - last.length;
        this.#putLast(Math.min(PAGE_WORDS, Math.max(length - words, last.length * 2)));
      }
    }
  }

  /** Gives back what lies beyond so many words. */
  trim(length: number): void {
    const needed = Math.max(length, FEWEST_WORDS);
    while (this.#length - this.#pages.at(-1)!.length >= needed) this.#length -= this.#pages.pop()!.length;
    const last = this.#pages.at(-1)!.length;
    const unused = this.#length - needed;
    if (unused > last * WORTHWHILE) this.#putLast(last - unused);
  }

  /** Makes the last page another one of so many words, with what was on it. */
  #putLast(words: number): void {
    const last = this.#pages.at(-1)!;
    const page = new Uint32Array(words);
    page.set(words < last.length ? last.subarray(0, words) : last);
    this.#pages[this.#pages.length - 1] = page;
    this.#length += words - last.length;
  }
}
