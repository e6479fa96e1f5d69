/** Tags of places that hold no handle; the others are seven bits of the hash. */
const EMPTY = 0;
const DELETED = 1;

const FEWEST_PLACES = 8;

/** A table is made anew when more than this share of its places is taken or was. */
const FULLEST = 0.8;

/** No place: nothing more is filed under a hash. */
export const NO_PLACE = -1;

function tagOf(hash: number): number {
  return (hash & 0x7f) | 0x80;
}

/**
 * A hash table of numbers that stand for something the owner keeps: it knows hashes only, and the owner compares. Five
 * bytes a place. What is looked for is found by
 *
 *     for (let place = table.first(hash); place !== NO_PLACE; place = table.next(place, hash))
 *       if (isIt(table.handle(place))) ...
 */
export class HandleTable {
  #tags: Uint8Array = new Uint8Array(FEWEST_PLACES);
  #handles: Uint32Array = new Uint32Array(FEWEST_PLACES);
  /** The hashes of the handles, by place, while many are expected to come: to find them anew waits for the memory. */
  #hashes: Uint32Array | undefined;
  #size = 0;
  /** Places that were deleted since the table was last made anew. */
  #deleted = 0;

  /** How many handles are filed. */
  get size(): number {
    return this.#size;
  }

  get bytes(): number {
    return this.#tags.byteLength + this.#handles.byteLength + (this.#hashes?.byteLength ?? 0);
  }

  /** Where the search for a hash begins: places in the proportion of hashes, so that there may be any number of them. */
  #start(hash: number): number {
    return Math.floor(((hash >>> 0) * this.#tags.length) / 0x1_0000_0000);
  }

  /** The first place that may hold what has this hash. */
  first(hash: number): number {
    return this.#from(this.#start(hash), tagOf(hash));
  }

  /** The next place after another that may hold what has this hash. */
  next(place: number, hash: number): number {
    const following = place + 1;
    return this.#from(following === this.#tags.length ? 0 : following, tagOf(hash));
  }

  #from(start: number, tag: number): number {
    const tags = this.#tags;
    for (let place = start; ; ) {
      const present = tags[place];
      if (present === tag) return place;
      if (present === EMPTY) return NO_PLACE;
      place++;
      if (place === tags.length) place = 0;
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
    const places = this.#tags.length;
    if (this.#size + this.#deleted + 1 > places * FULLEST) {
      // Where much was deleted, the same number of places will do.
      this.#rebuild(this.#deleted * 4 > this.#size ? places : places * 2, hashOf);
    }
    this.#put(hash, handle);
    this.#size++;
  }

  #put(hash: number, handle: number): void {
    const tags = this.#tags;
    let place = this.#start(hash);
    while ((tags[place] ?? EMPTY) > DELETED) {
      place++;
      if (place === tags.length) place = 0;
    }
    if (tags[place] === DELETED) this.#deleted--;
    tags[place] = tagOf(hash);
    this.#handles[place] = handle;
    if (this.#hashes !== undefined) this.#hashes[place] = hash;
  }

  /** Empties a place. */
  delete(place: number, hashOf: (handle: number) => number): void {
    this.#tags[place] = DELETED;
    this.#size--;
    this.#deleted++;
    const places = this.#tags.length;
    if (places > FEWEST_PLACES && this.#size * 6 < places) {
      this.#rebuild(Math.max(FEWEST_PLACES, places >>> 1), hashOf);
    }
  }

  /** Makes ready for many handles to come, until the table is trimmed: hashes are kept, at four bytes a place. */
  expectMany(): void {
    if (this.#size > 0 || this.#hashes !== undefined) return;
    this.#hashes = new Uint32Array(this.#tags.length);
  }

  /** Gives back what is not needed: for when nothing more is expected soon. */
  trim(hashOf: (handle: number) => number): void {
    const needed = Math.max(FEWEST_PLACES, Math.ceil(this.#size / 0.7));
    if (needed * 1.25 < this.#tags.length) this.#rebuild(needed, hashOf);
    this.#hashes = undefined;
  }

  /** Makes the table anew with so many places. */
  #rebuild(places: number, hashOf: (handle: number) => number): void {
    const tags = this.#tags;
    const handles = this.#handles;
    const hashes = this.#hashes;
    this.#tags = new Uint8Array(places);
    this.#handles = new Uint32Array(places);
    this.#deleted = 0;
    if (hashes !== undefined) {
      // In the order of their hashes, which is the order of their places to be.
      this.#hashes = new Uint32Array(places);
      for (let place = 0; place < tags.length; place++) {
        if ((tags[place] ?? EMPTY) > DELETED) this.#put(hashes[place] ?? 0, handles[place] ?? 0);
      }
      return;
    }
    const inOrder = ascending(tags, handles, this.#size);
    for (let i = 0; i < inOrder.length; i++) {
      const handle = inOrder[i] ?? 0;
      this.#put(hashOf(handle), handle);
    }
  }

  /** All handles, in no order that means anything; the table must not change meanwhile. */
  *[Symbol.iterator](): Generator<number> {
    for (let place = 0; place < this.#tags.length; place++) {
      if ((this.#tags[place] ?? EMPTY) > DELETED) yield this.#handles[place] ?? 0;
    }
  }
}

/**
 * The handles of a table by number, which is as what they stand for came, and lies in memory in about that order: finding
 * their hashes then waits less. By sorting, or where they are many by a bit for each number there is.
 */
function ascending(tags: Uint8Array, handles: Uint32Array, size: number): Uint32Array {
  const inOrder = new Uint32Array(size);
  let n = 0;
  let end = 0;
  for (let place = 0; place < tags.length; place++) {
    if ((tags[place] ?? EMPTY) <= DELETED) continue;
    const handle = handles[place] ?? 0;
    inOrder[n++] = handle;
    if (handle >= end) end = handle + 1;
  }
  if (n < end / 64) return inOrder.sort();
  const bits = new Uint32Array((end >>> 5) + 1);
  for (let i = 0; i < n; i++) {
    const handle = inOrder[i] ?? 0;
    bits[handle >>> 5] = (bits[handle >>> 5] ?? 0) | (1 << handle);
  }
  n = 0;
  for (let word = 0; word < bits.length; word++) {
    for (let left = bits[word] ?? 0; left !== 0; left &= left - 1) {
      inOrder[n++] = word * 32 + 31 - Math.clz32(left & -left);
    }
  }
  return inOrder;
}
