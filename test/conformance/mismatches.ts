import { inspect } from 'node:util';
import { expect } from 'vitest';

/**
 * Runs every case of a vector file and fails once with the first ten disagreements and their ids, rather than
 * with one test a line.
 */
export class Mismatches {
  readonly #lines: string[] = [];
  #cases = 0;

  /** Count one case that was compared. */
  ran(): void {
    this.#cases += 1;
  }

  /** Record a disagreement when `actual` is not deeply `expected`. */
  compare(id: string, what: string, input: unknown, actual: unknown, expected: unknown): void {
    try {
      expect(actual).toStrictEqual(expected);
    } catch {
      this.add(id, `${what} of ${show(input)}: got ${show(actual)}, Kubernetes says ${show(expected)}`);
    }
  }

  add(id: string, line: string): void {
    this.#lines.push(`${id}  ${line}`);
  }

  /** Assert that exactly `cases` were compared and that none disagreed. */
  expectNone(cases: number): void {
    const shown = this.#lines.slice(0, 10).join('\n');
    expect(shown, `${this.#lines.length} disagreements in ${this.#cases} cases, the first ten`).toBe('');
    expect(this.#cases, 'cases compared').toBe(cases);
  }
}

function show(value: unknown): string {
  return inspect(value, { depth: 8, breakLength: Number.POSITIVE_INFINITY, maxStringLength: 200 });
}
