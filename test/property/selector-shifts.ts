import type { NaiveAlternatives } from '../oracle/naive-index.ts';
import type { NaiveRequirement } from '../oracle/naive-requirement.ts';
import { randoms } from './dense-corpus.ts';
import type { Entries } from './label-sets.ts';

const KEYS: readonly string[] = Array.from({ length: 8 }, (_, at) => `k${at}`);
const HOT = 'hot';
const NUMBERS: readonly string[] = Array.from({ length: 20 }, (_, at) => String(at));

const CROWD_KEYS: readonly string[] = ['c0', 'c1', 'c2', 'c3', 'c4'];
const CROWD: readonly string[] = ['x', 'y', 'z'];

/** How many times frequencies shift: each time another key has one value nearly everywhere. */
export const SHIFTS: number = KEYS.length;

/**
 * Selectors of two or three keys, so that each may be filed under several things, and label sets in which one of these is
 * everywhere for a while, and then another.
 */
export class Shifting {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randoms(seed);
  }

  /** A whole number from 0 up to one. */
  number(below: number): number {
    return Math.floor(this.#random() * below);
  }

  pick<T>(list: readonly T[], otherwise: T): T {
    return list[this.number(list.length)] ?? otherwise;
  }

  #value(hot: number): string {
    return this.#random() < hot ? HOT : this.pick(NUMBERS, HOT);
  }

  /** One of the forms that are filed under something, or under nothing, in another way. */
  selector(): NaiveAlternatives {
    const first = this.number(KEYS.length);
    const [one, two, three] = [0, 1, 3].map((step) => KEYS[(first + step) % KEYS.length] ?? '') as [
      string,
      string,
      string,
    ];
    const value = this.#value(0);
    const is = (key: string, ...values: string[]): NaiveRequirement => ({ key, operator: 'in', values });
    const not = (key: string, ...values: string[]): NaiveRequirement => ({ key, operator: 'notin', values });
    const has = (key: string): NaiveRequirement => ({ key, operator: 'exists', values: [] });
    const forms: readonly (() => NaiveAlternatives)[] = [
      () => [[is(one, HOT), is(two, value)]],
      () => [[is(one, HOT), is(two, value)]],
      () => [[is(one, value), is(two, HOT), not(three, value)]],
      () => [[is(one, HOT, value), has(two), is(three, value)]],
      () => [[is(one, ...NUMBERS), is(two, HOT)]],
      () => [[has(one), { key: two, operator: 'gt', values: [value] }]],
      () => [[has(one), is(two, HOT, ...NUMBERS.slice(0, 5))]],
      () => [[has(one), not(one, HOT, value), is(two, HOT)]],
      () => [[has(one), not(one, HOT)]],
      () => [[not(one, HOT), not(two, value)]],
      () => [[not(one, HOT, value), { key: two, operator: '!', values: [] }, not(three, HOT)]],
      () => [[is(one, HOT), is(two, value)], [is(two, HOT), is(three, value)], [not(one, HOT)]],
    ];
    return this.pick(forms, () => [])();
  }

  /** Of labels that half of all have, so that many are filed under the same one, and only several tell them apart. */
  crowded(): NaiveAlternatives {
    const conjunction = CROWD_KEYS.filter(() => this.number(4) > 0).map((key): NaiveRequirement => {
      const values = [this.pick(CROWD, 'x')];
      const kind = this.number(12);
      if (kind === 0) return { key, operator: 'notin', values };
      if (kind === 1) return { key, operator: this.number(2) === 0 ? 'exists' : '!', values: [] };
      return { key, operator: 'in', values: kind < 4 ? [...values, this.pick(CROWD, 'x')] : values };
    });
    return this.number(10) > 0 ? [conjunction] : [conjunction, ...this.crowded()];
  }

  crowdedLabels(): Entries {
    return CROWD_KEYS.filter(() => this.number(8) > 0).map((key) => [key, this.pick(CROWD, 'x')] as const);
  }

  /** A label set of the time after so many shifts. */
  labels(shift: number): Entries {
    return KEYS.flatMap((key, at): Entries => {
      if (at === shift) return this.#random() < 0.95 ? [[key, HOT]] : [];
      return this.#random() < 0.7 ? [[key, this.#value(0.05)]] : [];
    });
  }
}
