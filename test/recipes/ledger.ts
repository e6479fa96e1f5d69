import type { MembershipChange } from '../../src/index.ts';

/**
 * Holds what a subscriber is told against what happened. A pair, "object selector", may be told to have joined only
 * where it stands apart, to have left only where it stands, and no more often than it came about: what comes and goes
 * unseen need not be told, what did not happen must not be.
 */
export class Ledger {
  /** The sum of all that was told. */
  readonly standing: Set<string> = new Set();
  /** All that was told, in order: "+shop/a web", "-shop/a web". */
  readonly told: string[] = [];
  /** How many batches that was told in. */
  batches = 0;
  /** What should not have been told. */
  readonly wrong: string[] = [];
  #true: ReadonlySet<string> = new Set();
  readonly #cameAbout = new Map<string, number>();

  /** What is true at the cluster after a change. */
  happened(pairs: ReadonlySet<string>): void {
    for (const pair of pairs) {
      if (!this.#true.has(pair)) this.#cameAbout.set(pair, (this.#cameAbout.get(pair) ?? 0) + 1);
    }
    this.#true = pairs;
  }

  /** What a subscriber is told. */
  readonly tell = ({ joined, left }: MembershipChange<string, string>): void => {
    this.batches += 1;
    if (joined.length + left.length === 0) this.wrong.push('told of nothing');
    for (const [object, selector] of left) {
      const pair = `${object} ${selector}`;
      this.told.push(`-${pair}`);
      if (!this.standing.delete(pair)) this.wrong.push(`${pair} left where it was not`);
    }
    for (const [object, selector] of joined) {
      const pair = `${object} ${selector}`;
      this.told.push(`+${pair}`);
      if (this.standing.has(pair)) this.wrong.push(`${pair} joined where it was`);
      this.standing.add(pair);
      const left = this.#cameAbout.get(pair) ?? 0;
      if (left === 0) this.wrong.push(`${pair} joined more often than it came about`);
      else this.#cameAbout.set(pair, left - 1);
    }
  };
}
