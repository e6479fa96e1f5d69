import type { Dictionary, Key } from './dictionary.ts';
import { grown } from './grow.ts';
import { type Lot, MOST_OBJECTS } from './lot.ts';

/*
 * Reads are unchecked (`!`) here: labels and columns are those of the lot.
 */

/**
 * The labels of some objects of a lot, ordered by their keys: a column for each key, and in it an entry for each object
 * that has the key, in the order of the objects.
 */
export class Columns {
  /** The key of each column. */
  readonly keys: Key[] = [];
  /** Column by column: the label of the lot, and the place of its object in the lot. */
  labels: Uint32Array<ArrayBuffer> = new Uint32Array(0);
  objects: Uint32Array<ArrayBuffer> = new Uint32Array(0);
  /** By column: where it ends. */
  #ends = new Uint32Array(16);
  /** By the number of a key: its column, plus one. All are 0 between two arrangements. */
  #columnOfKey = new Uint32Array(16);
  /** By label of the lot. */
  #columnOf = new Uint32Array(0);
  /** By row of the lot: the arrangement that has found the columns of its labels; and which one is the last. */
  readonly #foundIn = new Uint32Array(MOST_OBJECTS);
  #arrangement = 0;

  /** Where a column begins, and where it ends. */
  start(column: number): number {
    return column === 0 ? 0 : this.#ends[column - 1]!;
  }

  end(column: number): number {
    return this.#ends[column]!;
  }

  /** Arranges the labels of the objects `from` to `to` of a lot. Keys that are not in the dictionary are put there. */
  arrange(lot: Lot<string | number>, from: number, to: number, dictionary: Dictionary): void {
    this.keys.length = 0;
    this.#ends.fill(0);
    if (lot.length > this.#columnOf.length) this.#columnOf = new Uint32Array(lot.length * 2);
    const entries = this.#count(lot, from, to, dictionary);
    if (entries > this.labels.length) {
      this.labels = new Uint32Array(entries * 2);
      this.objects = new Uint32Array(entries * 2);
    }
    this.#fill(lot, from, to);
  }

  /** Finds the column of each label, and how many entries it has. */
  #count(lot: Lot<string | number>, from: number, to: number, dictionary: Dictionary): number {
    const { keys } = lot.labels;
    let entries = 0;
    this.#arrangement++;
    try {
      for (let object = from; object < to; object++) {
        const row = lot.rowOf[object]!;
        const end = lot.end(row);
        const isNew = this.#foundIn[row] !== this.#arrangement;
        this.#foundIn[row] = this.#arrangement;
        for (let label = lot.start(row); label < end; label++) {
          if (isNew) {
            const isNamespace = label === end - 1;
            this.#columnOf[label] = this.#column(
              isNamespace ? dictionary.namespaces : dictionary.takeKey(keys[label]!),
            );
          }
          const column = this.#columnOf[label]!;
          this.#ends[column] = this.#ends[column]! + 1;
          entries++;
        }
      }
    } finally {
      for (const key of this.keys) this.#columnOfKey[key.number] = 0;
    }
    return entries;
  }

  /** The column of a key, made where there is none. */
  #column(key: Key): number {
    if (key.number >= this.#columnOfKey.length) this.#columnOfKey = grown(this.#columnOfKey, key.number + 1);
    const present = this.#columnOfKey[key.number]!;
    if (present !== 0) return present - 1;
    if (this.keys.length === this.#ends.length) this.#ends = grown(this.#ends, this.keys.length + 1);
    this.#columnOfKey[key.number] = this.keys.push(key);
    return this.keys.length - 1;
  }

  #fill(lot: Lot<string | number>, from: number, to: number): void {
    const ends = this.#ends;
    let start = 0;
    for (let column = 0; column < this.keys.length; column++) {
      const length = ends[column]!;
      // Where a column begins moves, as it is filled, to where it ends.
      ends[column] = start;
      start += length;
    }
    for (let object = from; object < to; object++) {
      const row = lot.rowOf[object]!;
      const end = lot.end(row);
      for (let label = lot.start(row); label < end; label++) {
        const column = this.#columnOf[label]!;
        const at = ends[column]!;
        ends[column] = at + 1;
        this.labels[at] = label;
        this.objects[at] = object;
      }
    }
  }
}
