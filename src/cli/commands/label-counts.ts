import type { KeyStatistics, ValueStatistics } from '../../index.ts';

interface Count {
  objects: number;
  /** How many objects have each value; undefined where nobody asks. */
  readonly values: Map<string, number> | undefined;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Counts the labels of objects as they are read: a `LabelIndex` would answer the same, but for one answer filling it
 * takes longer than counting, and its memory grows with the objects. This grows with distinct labels.
 */
export class LabelCounts {
  readonly #asked: ReadonlySet<string> | undefined;
  readonly #counts = new Map<string, Count>();

  /** @param asked the keys whose values are wanted; undefined for all */
  constructor(asked: ReadonlySet<string> | undefined) {
    this.#asked = asked;
  }

  /** Counts the labels of one more object. */
  add(labels: Readonly<Record<string, string>>): void {
    for (const key of Object.keys(labels)) {
      let count = this.#counts.get(key);
      if (count === undefined) {
        const isAsked = this.#asked === undefined || this.#asked.has(key);
        count = { objects: 0, values: isAsked ? new Map() : undefined };
        this.#counts.set(key, count);
      }
      count.objects++;
      if (count.values !== undefined) {
        const value = labels[key] ?? '';
        count.values.set(value, (count.values.get(value) ?? 0) + 1);
      }
    }
  }

  /** The keys, those of most objects first, and then by name; no values are counted of those not asked for. */
  keys(): KeyStatistics[] {
    return Array.from(this.#counts, ([key, { objects, values }]) => ({
      key,
      objects,
      values: values?.size ?? 0,
    })).sort((a, b) => b.objects - a.objects || compare(a.key, b.key));
  }

  /** The values of a key that was asked for, those of most objects first, and then by value. */
  values(key: string): ValueStatistics[] {
    const values = this.#counts.get(key)?.values ?? new Map<string, number>();
    return Array.from(values, ([value, objects]) => ({ value, objects })).sort(
      (a, b) => b.objects - a.objects || compare(a.value, b.value),
    );
  }
}
