/** Tags of places that hold no handle; the others are seven bits of the hash. */
const EMPTY = 0;
const DELETED = 1;

const FEWEST_PLACES = 8;

/** No place: nothing more is filed under a hash. */
export const NO_PLACE = -1;

function tagOf(hash: number): number {
  return (hash >>> 25) | 0x80;
}

/**
 * A hash table of numbers that stand for something the owner keeps: it knows hashes only, and the owner compares. Five
 * bytes a place, of which at most three in four are taken. What is looked for is found by
 *
 *     for (let place = table.first(hash); place !== NO_PLACE; place = table.next(place, hash))
 *       if (isIt(table.handle(place))) ...
 */
export class HandleTable {
  #tags: Uint8Array = new Uint8Array(FEWEST_PLACES);
  #handles: Uint32Array = new Uint32Array(FEWEST_PLACES);
  #size = 0;
  /** Places that were deleted since the table was last made anew. */
  #deleted = 0;

  /** How many handles are filed. */
  get size(): number {
    return this.#size;
  }

  get bytes(): number {
    return this.#tags.byteLength + this.#handles.byteLength;
  }

  /** The first place that may hold what has this hash. */
  first(hash: number): number {
    return this.#from(hash & (this.#tags.length - 1), tagOf(hash));
  }

  /** The next place after another that may hold what has this hash. */
  next(place: number, hash: number): number {
    return this.#from((place + 1) & (this.#tags.length - 1), tagOf(hash));
  }

  #from(start: number, tag: number): number {
    const tags = this.#tags;
    const mask = tags.length - 1;
    for (let place = start; ; place = (place + 1) & mask) {
      const present = tags[place];
      if (present === tag) return place;
      if (present === EMPTY) return NO_PLACE;
    }
  }

  /** What is filed at a place. */
  handle(place: number): number {
    return this.#handles[place] ?? 0;
  }

  /**
   * Files a handle, which must not be there.
   * @param hashOf the hash of each handle that is filed, for when the table is made anew
   */
  insert(hash: number, handle: number, hashOf: (handle: number) => number): void {
    if ((this.#size + this.#deleted + 1) * 4 > this.#tags.length * 3) this.#rebuild(this.#size + 1, hashOf);
    this.#put(hash, handle);
    this.#size++;
  }

  #put(hash: number, handle: number): void {
    const mask = this.#tags.length - 1;
    let place = hash & mask;
    while ((this.#tags[place] ?? EMPTY) > DELETED) place = (place + 1) & mask;
    if (this.#tags[place] === DELETED) this.#deleted--;
    this.#tags[place] = tagOf(hash);
    this.#handles[place] = handle;
  }

  /** Empties a place. */
  delete(place: number, hashOf: (handle: number) => number): void {
    this.#tags[place] = DELETED;
    this.#size--;
    this.#deleted++;
    if (this.#tags.length > FEWEST_PLACES && this.#size * 8 < this.#tags.length) {
      this.#rebuild(this.#size, hashOf);
    }
  }

  /** Makes the table anew, for so many handles with a third to spare. */
  #rebuild(size: number, hashOf: (handle: number) => number): void {
    let places = FEWEST_PLACES;
    while (places * 3 < size * 5) places *= 2;
    const handles = [...this];
    this.#tags = new Uint8Array(places);
    this.#handles = new Uint32Array(places);
    this.#deleted = 0;
    for (const handle of handles) this.#put(hashOf(handle), handle);
  }

  /** All handles, in no order that means anything; the table must not change meanwhile. */
  *[Symbol.iterator](): Generator<number> {
    for (const [place, tag] of this.#tags.entries()) {
      if (tag > DELETED) yield this.#handles[place] ?? 0;
    }
  }
}
