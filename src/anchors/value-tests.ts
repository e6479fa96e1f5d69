import type { IntegerRange } from '../constraint/key-constraint.ts';
import { valueTest } from '../constraint/value-test.ts';

interface Kept {
  readonly text: string;
  readonly test: (value: string) => boolean;
  uses: number;
}

/** The tests of ranges, each once, by number. */
export class ValueTests {
  /** By number: the bounds of a range of integers without exceptions; NaN for the others. */
  #bounds = new Float64Array(8);
  readonly #kept: (Kept | undefined)[] = [];
  readonly #byText = new Map<string, number>();
  readonly #free: number[] = [];

  /** How many there are. */
  get size(): number {
    return this.#byText.size;
  }

  /**
   * The number of a test for one more clause.
   * @param excluded values within the range that do not pass
   */
  take(range: IntegerRange, excluded: readonly string[]): number {
    const text = JSON.stringify([String(range.min), String(range.max), ...excluded]);
    const known = this.#byText.get(text);
    const kept = known === undefined ? undefined : this.#kept[known];
    if (known !== undefined && kept !== undefined) {
      kept.uses++;
      return known;
    }
    const number = this.#free.pop() ?? this.#kept.length;
    this.#kept[number] = { text, test: valueTest({ kind: 'any-but', range, values: excluded }), uses: 1 };
    this.#byText.set(text, number);
    this.#putBounds(number, range, excluded.length === 0);
    return number;
  }

  #putBounds(number: number, range: IntegerRange, isPlain: boolean): void {
    if (number * 2 >= this.#bounds.length) {
      const larger = new Float64Array(this.#bounds.length * 2);
      larger.set(this.#bounds);
      this.#bounds = larger;
    }
    this.#bounds[number * 2] = isPlain ? Number(range.min) : Number.NaN;
    this.#bounds[number * 2 + 1] = isPlain ? Number(range.max) : Number.NaN;
  }

  /** A clause needs a test no more. */
  release(number: number): void {
    const kept = this.#kept[number];
    if (kept === undefined || --kept.uses > 0) return;
    this.#kept[number] = undefined;
    this.#byText.delete(kept.text);
    this.#free.push(number);
  }

  /**
   * Whether a value passes a test.
   * @param integer the value as {@link shortInteger} has it
   */
  accepts(number: number, value: string, integer: number): boolean {
    // Each of these tests is about integers, so what is none passes none.
    if (Number.isNaN(integer)) return false;
    const min = this.#bounds[number * 2] ?? 0;
    const isPlain = !Number.isNaN(min) && integer !== Number.POSITIVE_INFINITY;
    // Bounds beyond 2^53 are rounded, and stay beyond every integer that is exact.
    return isPlain
      ? integer >= min && integer <= (this.#bounds[number * 2 + 1] ?? 0)
      : this.#test(number, value);
  }

  #test(number: number, value: string): boolean {
    return this.#kept[number]?.test(value) ?? false;
  }
}
