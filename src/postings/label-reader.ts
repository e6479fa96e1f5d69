import { assertLabels, type Labels, refuseLabel } from '../labels/labels.ts';
import { kindOf } from '../text/kind-of.ts';

const { getOwnPropertyNames } = Object;
const { forEach } = Map.prototype;

/**
 * Reads label sets, one at a time, into two arrays that it keeps: an index reads millions of them. A label set is read as
 * a whole before anything is done with it, since reading it may run the code of getters.
 */
export class LabelReader {
  readonly keys: string[] = [];
  readonly values: string[] = [];
  /** Where the label set that was read last begins in the arrays. Moving it keeps what stands before. */
  start = 0;
  /** Where it ends; what lies beyond is older. */
  end = 0;
  #isReading = false;

  /** Whether a label set is being read: its getters may ask for another one to be read meanwhile. */
  get isReading(): boolean {
    return this.#isReading;
  }

  /**
   * Reads a label set of either shape; a property that is undefined is absent.
   * @throws TypeError where it is no label set, or a key or value is no string
   */
  read(labels: Labels): void {
    this.#isReading = true;
    try {
      this.#readAll(labels);
    } finally {
      this.#isReading = false;
    }
  }

  #readAll(labels: Labels): void {
    assertLabels(labels);
    this.end = this.start;
    if (labels instanceof Map) {
      // What the Map itself holds, each key once, whatever a class derived from it makes of that.
      forEach.call(labels, this.#pushOfMap);
      return;
    }
    const names = getOwnPropertyNames(labels);
    for (let i = 0; i < names.length; i++) {
      const key = names[i] ?? '';
      this.#push(key, (labels as Readonly<Record<string, unknown>>)[key]);
    }
  }

  readonly #pushOfMap = (value: unknown, key: unknown): void => {
    if (typeof key !== 'string') throw new TypeError(`a label key must be a string, not ${kindOf(key)}`);
    this.#push(key, value);
  };

  #push(key: string, value: unknown): void {
    if (typeof value === 'string') this.append(key, value);
    else if (value !== undefined) refuseLabel(key, value);
  }

  /** Puts something after the labels that were read. */
  append(key: string, value: string): void {
    this.keys[this.end] = key;
    this.values[this.end] = value;
    this.end++;
  }
}
