const PAGE_BITS = 12;
const PAGE = 1 << PAGE_BITS;
const PLACE_MASK = PAGE - 1;

/** A list that grows page by page, so that a long one is never copied. */
export class PagedList<T> {
  #pages: T[][] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What is at a place; undefined where there is nothing. */
  at(place: number): T | undefined {
    return this.#pages[place >>> PAGE_BITS]?.[place & PLACE_MASK];
  }

  /** Puts something at a place that the list has. */
  put(place: number, item: T): void {
    const page = this.#pages[place >>> PAGE_BITS];
    if (page !== undefined) page[place & PLACE_MASK] = item;
  }

  push(item: T): void {
    if ((this.#length & PLACE_MASK) === 0) this.#pages.push([]);
    this.#pages[this.#length >>> PAGE_BITS]?.push(item);
    this.#length++;
  }

  clear(): void {
    this.#pages = [];
    this.#length = 0;
  }

  /** Gives back what the last page has taken in advance. */
  trim(): void {
    const last = this.#pages.length - 1;
    const page = this.#pages[last];
    if (page !== undefined) this.#pages[last] = page.slice();
  }

  *[Symbol.iterator](): Generator<T> {
    for (const page of this.#pages) yield* page;
  }
}
