import { LabelReader } from './label-reader.ts';
import { Twins } from './twins.ts';

/**
 * So many objects make a lot: enough that the values of a key are looked up one after another, and few enough that the
 * labels of all of them are still in the processor's cache.
 */
export const MOST_OBJECTS = 512;

/** Nor are there many more labels in it than these, however many each object has. */
const MOST_LABELS = 1 << 15;

/*
 * Reads are unchecked (`!`) here: rows and objects are those that are there.
 */

/**
 * Objects that were read and wait to be entered together. Each has a row, which is its label set, with its namespace as the
 * last label; objects that are alike share one.
 */
export class Lot<Id extends string | number> {
  /** The labels of all rows. The next object's are read to their end. */
  readonly labels: LabelReader = new LabelReader();
  readonly ids: Id[] = [];
  /** By object. */
  readonly rowOf: Uint32Array<ArrayBuffer> = new Uint32Array(MOST_OBJECTS);
  /** By row: where it ends among the labels. */
  readonly #ends = new Uint32Array(MOST_OBJECTS);
  readonly #twins = new Twins();
  #size = 0;
  #rows = 0;

  /** How many objects there are. */
  get size(): number {
    return this.#size;
  }

  get isFull(): boolean {
    return this.#size === MOST_OBJECTS || this.labels.end >= MOST_LABELS;
  }

  /** How many labels there are, namespaces among them. */
  get length(): number {
    return this.start(this.#rows);
  }

  /** Where a row begins among the labels, and where it ends; the last one is the namespace. */
  start(row: number): number {
    return row === 0 ? 0 : this.#ends[row - 1]!;
  }

  end(row: number): number {
    return this.#ends[row]!;
  }

  /** Takes an object, whose labels were read last. */
  push(id: Id, namespace: string): void {
    const { labels } = this;
    labels.append('', namespace);
    const row = this.#twins.find(labels, this.#ends, this.#rows);
    if (row === this.#rows) {
      this.#ends[row] = labels.end;
      this.#rows++;
      labels.start = labels.end;
    } else {
      labels.end = labels.start;
    }
    this.ids[this.#size] = id;
    this.rowOf[this.#size] = row;
    this.#size++;
  }

  /** Forgets all of them. */
  clear(): void {
    this.#size = 0;
    this.#rows = 0;
    this.labels.start = 0;
    this.labels.end = 0;
    this.#twins.clear();
  }
}
