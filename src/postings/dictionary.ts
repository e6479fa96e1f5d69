import type { OrdinalSets } from '../bitmap/ordinal-sets.ts';
import { PagedWords } from '../bitmap/paged-words.ts';
import { HandleTable, NO_PLACE } from './handle-table.ts';
import { hashOfText } from './hash.ts';
import { textBytes } from './identities.ts';
import { IntegerOrder } from './integer-order.ts';
import { PagedList } from './paged-list.ts';

/** No postings: a value that no object has. */
export const NO_SET = -1;

/** A key, and the postings of its values. */
export class Key {
  readonly name: string;
  /** Names the key where a number is shorter; the numbers of deleted keys are given out again. */
  readonly number: number;
  /** Postings of the objects that have the key; {@link NO_SET} for the namespaces, which every object has. */
  readonly presence: number;
  /** Moves when a value comes or goes: what was looked up before holds until then. */
  version = 0;
  readonly table: HandleTable = new HandleTable();
  /** Made when the key is first asked for a range. */
  order: IntegerOrder | undefined;

  constructor(name: string, number: number, presence: number) {
    this.name = name;
    this.number = number;
    this.presence = presence;
  }
}

/**
 * Keys, their values, and the postings of each pair of the two. A pair is named by the handle of its postings. Pairs and
 * keys are there as long as an object has them.
 */
export class Dictionary {
  readonly #sets: OrdinalSets;
  readonly #keys = new Map<string, Key>();
  readonly #byNumber: (Key | undefined)[] = [];
  readonly #freeNumbers: number[] = [];
  /** By handle: the value, and the number of its key. */
  readonly #values = new PagedList<string>();
  readonly #keyOf = new PagedWords();
  readonly #hashOf = (set: number): number => hashOfText(this.valueOf(set));
  readonly #counts = (set: number): number => this.#sets.count(set);
  #expectsMany = false;
  #pairs = 0;
  #textBytes = 0;
  /** Moves when a key comes or goes. */
  version = 0;
  /** Told the pairs that are deleted, for whoever keeps something by their handles: these are given out again. */
  whenDropped: ((set: number) => void) | undefined;
  /** The namespaces, as the values of a key that has no name. */
  readonly namespaces: Key;

  constructor(sets: OrdinalSets) {
    this.#sets = sets;
    this.namespaces = new Key('', 0, NO_SET);
    this.#byNumber.push(this.namespaces);
  }

  /** How many keys there are, namespaces not counted. */
  get size(): number {
    return this.#keys.size;
  }

  /** How many pairs of a key and a value there are, namespaces not counted. */
  get pairs(): number {
    return this.#pairs - this.namespaces.table.size;
  }

  /** Bytes of the tables, and of keys and values by estimate. */
  get bytes(): number {
    let bytes = this.#keyOf.bytes + this.#values.length * 8 + this.#textBytes;
    for (const key of this.keys()) bytes += key.table.bytes + textBytes(key.name) + 200;
    return bytes + this.namespaces.table.bytes;
  }

  /** All keys, in the order they came. */
  keys(): Iterable<Key> {
    return this.#keys.values();
  }

  key(name: string): Key | undefined {
    return this.#keys.get(name);
  }

  /** The key that a pair is of. */
  keyOf(set: number): Key {
    return this.#byNumber[this.#keyOf.at(set)] ?? this.namespaces;
  }

  /** The number of the key that a pair is of. */
  keyNumberOf(set: number): number {
    return this.#keyOf.at(set);
  }

  /** The value of a pair. */
  valueOf(set: number): string {
    return this.#values.at(set) ?? '';
  }

  /** The postings of a pair, or {@link NO_SET}. O(length of the value). */
  find(key: Key, value: string, hash: number = hashOfText(value)): number {
    for (let place = key.table.first(hash); place !== NO_PLACE; place = key.table.next(place, hash)) {
      const set = key.table.handle(place);
      if (this.#values.at(set) === value) return set;
    }
    return NO_SET;
  }

  /** A key, made where it is not there. */
  takeKey(name: string): Key {
    const present = this.#keys.get(name);
    if (present !== undefined) return present;
    const key = new Key(name, this.#freeNumbers.pop() ?? this.#byNumber.length, this.#sets.create());
    this.#byNumber[key.number] = key;
    this.#keys.set(name, key);
    if (this.#expectsMany) key.table.expectMany();
    this.version++;
    return key;
  }

  /** The postings of a pair, made where they are not there. */
  take(key: Key, value: string, hash: number = hashOfText(value)): number {
    const present = this.find(key, value, hash);
    if (present !== NO_SET) return present;
    const set = this.#sets.create();
    try {
      this.#keyOf.reserve(set + 1);
      key.table.insert(hash, set, this.#hashOf);
    } catch (error) {
      this.#sets.destroy(set);
      throw error;
    }
    // Handles of keys lie between those of pairs, and an array without holes is a faster one.
    while (this.#values.length <= set) this.#values.push('');
    this.#values.put(set, value);
    this.#keyOf.put(set, key.number);
    this.#pairs++;
    this.#textBytes += textBytes(value);
    key.order?.insert(value, set, 0);
    key.version++;
    return set;
  }

  /** Deletes a pair that no object has any more, and with its last value the key. */
  drop(set: number): void {
    const key = this.keyOf(set);
    const value = this.valueOf(set);
    const hash = hashOfText(value);
    let place = key.table.first(hash);
    while (key.table.handle(place) !== set) place = key.table.next(place, hash);
    key.table.delete(place, this.#hashOf);
    key.order?.remove(value, set, this.#sets.count(set));
    key.version++;
    this.#pairs--;
    this.#textBytes -= textBytes(value);
    this.#values.put(set, '');
    this.#sets.destroy(set);
    this.whenDropped?.(set);
    this.dropUnused(key);
  }

  /** Deletes a key that has no value any more. */
  dropUnused(key: Key): void {
    if (key.table.size > 0 || this.#keys.get(key.name) !== key) return;
    this.#sets.destroy(key.presence);
    this.#keys.delete(key.name);
    this.#byNumber[key.number] = undefined;
    this.#freeNumbers.push(key.number);
    this.version++;
  }

  /** Makes ready for many pairs to come, until what was taken in advance is given back. */
  expectMany(): void {
    this.#expectsMany = true;
  }

  /** Gives back memory that was taken in advance. */
  trim(): void {
    this.#expectsMany = false;
    this.#keyOf.trim(this.#values.length);
    this.#values.trim();
    for (const key of [this.namespaces, ...this.keys()]) key.table.trim(this.#hashOf);
  }

  /** The integers of a key in order. O(values) the first time, O(1) from then on. */
  orderOf(key: Key): IntegerOrder {
    if (key.order === undefined) {
      key.order = new IntegerOrder(this.#counts);
      for (const set of key.table) key.order.insert(this.valueOf(set), set, this.#sets.count(set));
    }
    return key.order;
  }
}
