import { kindOf } from '../text/kind-of.ts';
import { HandleTable, NO_PLACE } from './handle-table.ts';
import { hashOfNumber, hashOfText } from './hash.ts';
import { PagedList } from './paged-list.ts';

/** No ordinal: an id that is not there. */
export const NO_ORDINAL = -1;

/** The hash of an id, for those who need it twice. */
export function hashOf(id: string | number): number {
  return typeof id === 'string' ? hashOfText(id) : hashOfNumber(id);
}

/** Whether two ids are one as keys of a Map are. */
function isSame(a: string | number | undefined, b: string | number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

/**
 * Ids and their ordinals, both ways. Ordinals are dense: 0, 1, 2 and so on, and those of released ids are given out
 * again, the last released one first.
 */
export class Identities<Id extends string | number> {
  readonly #ids = new PagedList<Id | undefined>();
  #released: number[] = [];
  readonly #table = new HandleTable();
  readonly #hashOfOrdinal = (ordinal: number): number => hashOf(this.#ids.at(ordinal) ?? '');

  get size(): number {
    return this.#table.size;
  }

  /** One more than the highest ordinal in use. */
  get end(): number {
    return this.#ids.length;
  }

  /** Bytes of the tables, and of the ids themselves by estimate: texts take 16 bytes and their characters. */
  get bytes(): number {
    let texts = 0;
    for (const id of this.#ids) texts += typeof id === 'string' ? textBytes(id) : 0;
    return this.#table.bytes + this.#ids.length * 8 + this.#released.length * 8 + texts;
  }

  /** The ordinal of an id, or {@link NO_ORDINAL}. O(length of the id). */
  ordinalOf(id: Id, hash: number = hashOf(id)): number {
    const table = this.#table;
    for (let place = table.first(hash); place !== NO_PLACE; place = table.next(place, hash)) {
      const ordinal = table.handle(place);
      if (isSame(this.#ids.at(ordinal), id)) return ordinal;
    }
    return NO_ORDINAL;
  }

  idAt(ordinal: number): Id | undefined {
    return this.#ids.at(ordinal);
  }

  /** The ordinal that is assigned next. */
  get next(): number {
    return this.#released.at(-1) ?? this.#ids.length;
  }

  /**
   * An ordinal for an id that has none.
   * @throws RangeError where no memory can be had; nothing is changed then
   */
  assign(id: Id, hash: number = hashOf(id)): number {
    const ordinal = this.next;
    this.#table.insert(hash, ordinal, this.#hashOfOrdinal);
    // As a Map does, so that nobody is handed a -0.
    const kept = id === 0 ? (0 as Id) : id;
    if (this.#released.pop() === undefined) this.#ids.push(kept);
    else this.#ids.put(ordinal, kept);
    return ordinal;
  }

  /** Gives up the ordinal of an id. */
  release(ordinal: number): void {
    const hash = this.#hashOfOrdinal(ordinal);
    const table = this.#table;
    let place = table.first(hash);
    while (table.handle(place) !== ordinal) place = table.next(place, hash);
    table.delete(place, this.#hashOfOrdinal);
    this.#ids.put(ordinal, undefined);
    this.#released.push(ordinal);
    if (this.size === 0) {
      this.#ids.clear();
      this.#released = [];
    }
  }

  /** Looks at where searches for ids of the first `n` hashes begin: see {@link HandleTable.touch}. */
  touch(hashes: Int32Array, n: number): void {
    this.#table.touch(hashes, n);
  }

  /** Makes ready for many ids to come, until what was taken in advance is given back. */
  expectMany(): void {
    this.#table.expectMany();
  }

  /** Gives back memory that was taken in advance. */
  trim(): void {
    this.#ids.trim();
    this.#table.trim(this.#hashOfOrdinal);
  }

  /** All ordinals in use, ascending. */
  *ordinals(): Generator<number> {
    for (let ordinal = 0; ordinal < this.#ids.length; ordinal++) {
      if (this.#ids.at(ordinal) !== undefined) yield ordinal;
    }
  }
}

/** What a text takes in V8 by estimate: a header of 16 bytes, and its characters rounded up to 8. */
export function textBytes(text: string): number {
  return 16 + Math.ceil(text.length / 8) * 8;
}

/**
 * Holds that something is an id.
 * @throws TypeError where it is neither a string nor a number
 */
export function assertId(id: unknown, argument: string): asserts id is string | number {
  if (typeof id !== 'string' && typeof id !== 'number') {
    throw new TypeError(`${argument} must be a string or a number, not ${kindOf(id)}`);
  }
}
