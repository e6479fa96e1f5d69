const FEWEST_PLACES = 8;

/** A table is made anew when more than this share of its places is taken or was. */
const FULLEST = 0.8;

/** What places hold that hold no handle. */
const EMPTY = 0xffff_ffff;
const DELETED = 0xffff_fffe;

/** No place: nothing more is filed under a hash. */
export const NO_PLACE = -1;

/**
 * A hash table of numbers that stand for something the owner keeps: it knows hashes only, and the owner compares. What is
 * looked for is found by
 *
 *     for (let place = table.first(hash); place !== NO_PLACE; place = table.next(place, hash))
 *       if (isIt(table.handle(place))) ...
 *
 * A place is one word, so that a look at it waits for the memory once: the handle in as many bits as handles need, and
 * above it bits of the hash, by which nearly all that is something else is told without asking for it. While many handles
 * are expected, the whole hash stands beside each, so that the table grows without asking for what handles stand for.
 */
export class HandleTable {
  #words: Uint32Array = new Uint32Array(FEWEST_PLACES).fill(EMPTY);
  /** How many places there are. */
  #count = FEWEST_PLACES;
  /** How many words a place has: two with the hash beside it. */
  #stride = 1;
  /** Which bits of a place are the handle. */
  #handleMask = 0xff;
  #size = 0;
  /** Of no meaning: see {@link touch}. */
  touched = 0;
  /** Places that were deleted since the table was last made anew. */
  #deleted = 0;

  /** How many handles are filed. */
  get size(): number {
    return this.#size;
  }

  get bytes(): number {
    return this.#words.byteLength;
  }

  /** Where the search for a hash begins: places in the proportion of hashes, so that there may be any number of them. */
  #start(hash: number): number {
    return Math.floor(((hash >>> 0) * this.#count) / 0x1_0000_0000);
  }

  /** The bits of a hash that stand above a handle: the lowest ones, since the highest ones tell the place. */
  #tagOf(hash: number): number {
    return Math.imul(hash, this.#handleMask + 1);
  }

  /**
   * Looks at the places where searches for the first `n` of some hashes begin, so that the processor has them when they are
   * searched for: it waits for many at once, which it cannot while one search follows another.
   */
  touch(hashes: Int32Array, n: number): void {
    const words = this.#words;
    const stride = this.#stride;
    let seen = 0;
    for (let i = 0; i < n; i++) seen |= words[this.#start(hashes[i] ?? 0) * stride] ?? 0;
    // Without a use, what is seen might not be looked at.
    this.touched = seen;
  }

  /** The first place that may hold what has this hash. */
  first(hash: number): number {
    return this.#from(this.#start(hash), hash);
  }

  /** The next place after another that may hold what has this hash. */
  next(place: number, hash: number): number {
    const following = place + 1;
    return this.#from(following === this.#count ? 0 : following, hash);
  }

  #from(start: number, hash: number): number {
    const words = this.#words;
    const stride = this.#stride;
    const tag = this.#tagOf(hash);
    const tagMask = ~this.#handleMask;
    for (let at = start * stride; ; ) {
      const present = words[at] ?? EMPTY;
      if (present === EMPTY) return NO_PLACE;
      if (((present ^ tag) & tagMask) === 0 && present !== DELETED) return stride === 1 ? at : at >>> 1;
      at += stride;
      if (at === words.length) at = 0;
    }
  }

  /** What is filed at a place. */
  handle(place: number): number {
    return (this.#words[place * this.#stride] ?? 0) & this.#handleMask;
  }

  /**
   * Files a handle, which must not be there.
   * @param hashOf the hash of each handle that is filed, for when the table is made anew
   */
  insert(hash: number, handle: number, hashOf: (handle: number) => number): void {
    const places = this.#count;
    const isFull = this.#size + this.#deleted + 1 > places * FULLEST;
    // The highest handle of so many bits would, with the highest tag, read as no handle.
    if (isFull || handle >= this.#handleMask - 1) {
      // Where much was deleted, the same number of places will do.
      const isShort = isFull && this.#deleted * 4 <= this.#size;
      this.#rebuild(isShort ? places * 2 : places, handle, hashOf);
    }
    this.#put(hash, handle);
    this.#size++;
  }

  #put(hash: number, handle: number): void {
    const words = this.#words;
    const stride = this.#stride;
    let at = this.#start(hash) * stride;
    while ((words[at] ?? EMPTY) < DELETED) {
      at += stride;
      if (at === words.length) at = 0;
    }
    if (words[at] === DELETED) this.#deleted--;
    words[at] = this.#tagOf(hash) | handle;
    if (stride === 2) words[at + 1] = hash;
  }

  /** Empties a place. */
  delete(place: number, hashOf: (handle: number) => number): void {
    const words = this.#words;
    const places = this.#count;
    this.#size--;
    // Where nothing follows, no search has to go on from here.
    const following = place + 1 === places ? 0 : place + 1;
    if (words[following * this.#stride] === EMPTY) {
      words[place * this.#stride] = EMPTY;
    } else {
      words[place * this.#stride] = DELETED;
      this.#deleted++;
    }
    if (places > FEWEST_PLACES && this.#size * 6 < places) {
      this.#rebuild(Math.max(FEWEST_PLACES, places >>> 1), 0, hashOf);
    }
  }

  /** Makes an empty table ready for many handles to come: until it is trimmed, it keeps their hashes. */
  expectMany(): void {
    if (this.#size > 0) return;
    this.#take(new Uint32Array(FEWEST_PLACES * 2), 2);
  }

  /** Gives back what is not needed: for when nothing more is expected soon. */
  trim(hashOf: (handle: number) => number): void {
    const needed = Math.max(FEWEST_PLACES, Math.ceil(this.#size / 0.7));
    if (this.#stride === 1 && needed * 1.25 >= this.#count) return;
    if (this.#stride === 1) this.#rebuild(needed, 0, hashOf);
    else this.#refill(needed, 1, this.#handleMask);
  }

  /** Begins anew with these words: all that depends on them changes with them, once they are there. */
  #take(words: Uint32Array, stride: number): void {
    this.#words = words.fill(EMPTY);
    this.#stride = stride;
    this.#count = words.length / stride;
    this.#deleted = 0;
  }

  /** Makes the table anew with so many places, for handles up to `highest` at least. */
  #rebuild(places: number, highest: number, hashOf: (handle: number) => number): void {
    if (this.#stride === 2) {
      this.#refill(places, 2, maskFor(Math.max(highest, this.#handleMask >>> 2)));
      return;
    }
    const handles = this.ascending();
    this.#take(new Uint32Array(places), 1);
    this.#handleMask = maskFor(Math.max(highest, handles.at(-1) ?? 0));
    for (let i = 0; i < handles.length; i++) {
      const handle = handles[i] ?? 0;
      this.#put(hashOf(handle), handle);
    }
  }

  /**
   * Makes the table anew of places that hold hashes, with places of so many words. It goes in the order of the hashes, which
   * is that of the places to be.
   */
  #refill(places: number, stride: number, handleMask: number): void {
    const words = this.#words;
    const before = this.#handleMask;
    this.#take(new Uint32Array(places * stride), stride);
    this.#handleMask = handleMask;
    for (let at = 0; at < words.length; at += 2) {
      const word = words[at] ?? EMPTY;
      if (word < DELETED) this.#put(words[at + 1] ?? 0, word & before);
    }
  }

  /**
   * All handles by number, which is as what they stand for came, and lies in memory in about that order: finding their
   * hashes then waits less. By sorting, or where they are many by a bit for each number there is.
   */
  ascending(): Uint32Array {
    const handles = new Uint32Array(this.#size);
    let n = 0;
    let end = 0;
    for (const word of this.#words) {
      if (word >= DELETED) continue;
      const handle = word & this.#handleMask;
      handles[n++] = handle;
      if (handle >= end) end = handle + 1;
    }
    if (n < end / 64) return handles.sort();
    const bits = new Uint32Array((end >>> 5) + 1);
    for (let i = 0; i < n; i++) {
      const handle = handles[i] ?? 0;
      bits[handle >>> 5] = (bits[handle >>> 5] ?? 0) | (1 << handle);
    }
    n = 0;
    for (let word = 0; word < bits.length; word++) {
      for (let left = bits[word] ?? 0; left !== 0; left &= left - 1) {
        handles[n++] = word * 32 + 31 - Math.clz32(left & -left);
      }
    }
    return handles;
  }

  /** All handles, in no order that means anything; the table must not change meanwhile. */
  *[Symbol.iterator](): Generator<number> {
    for (let at = 0; at < this.#words.length; at += this.#stride) {
      const word = this.#words[at] ?? EMPTY;
      if (word < DELETED) yield word & this.#handleMask;
    }
  }
}

/** The bits for handles up to one, with a bit to spare, so that the next ones do not come with a rebuilding each. */
function maskFor(handle: number): number {
  return (0xffff_ffff >>> Math.clz32(handle + 2)) * 2 + 1;
}
