import { describe, expect, test } from 'vitest';
import { parseSelector, SelectorIndex } from '../../src/index.ts';
import { checkSelectorIndex } from '../../src/indexes/invariants.ts';
import type { NaiveAlternatives, NaiveId } from '../oracle/naive-index.ts';
import type { NaiveRequirement } from '../oracle/naive-requirement.ts';
import { NaiveSelectorIndex } from '../oracle/naive-selector-index.ts';
import { randoms } from './dense-corpus.ts';
import { runs, TIMEOUT } from './runs.ts';
import { expectAnswers } from './selector-agreement.ts';
import { selectorIn, WAYS } from './selector-pools.ts';

/*
 * Selectors no pair of which is rare: hundreds of them are filed under the same pair, and only several pairs together tell
 * them apart.
 */

const KEYS = ['a', 'b', 'c', 'd', 'e'];
const VALUES = ['1', '2', '3', '4'];
const SELECTORS = 600;

class Crowd {
  readonly index = new SelectorIndex<NaiveId>();
  readonly naive = new NaiveSelectorIndex();
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randoms(seed);
  }

  below(bound: number): number {
    return Math.floor(this.#random() * bound);
  }

  #value(): string {
    return VALUES[this.below(VALUES.length)] ?? '';
  }

  #requirement(key: string): NaiveRequirement {
    const is = { key, operator: 'in', values: [this.#value()] } as const;
    const others: readonly NaiveRequirement[] = [
      { key, operator: 'in', values: [this.#value(), this.#value()] },
      { key, operator: 'notin', values: [this.#value()] },
      { key, operator: 'gt', values: [this.#value()] },
      { key, operator: 'exists', values: [] },
      { key, operator: '!', values: [] },
    ];
    return this.below(10) < 7 ? is : (others[this.below(others.length)] ?? is);
  }

  #conjunction(): NaiveRequirement[] {
    return KEYS.filter(() => this.below(5) < 4).map((key) => this.#requirement(key));
  }

  set(id: number): void {
    const alternatives: NaiveAlternatives =
      this.below(12) === 0 ? [this.#conjunction(), this.#conjunction()] : [this.#conjunction()];
    const namespace = this.below(8) === 0 ? 'n' : undefined;
    this.index.set(id, selectorIn(alternatives, this.below(WAYS)), namespace);
    this.naive.set(id, alternatives, namespace);
  }

  delete(id: number): void {
    expect(this.index.delete(id)).toBe(this.naive.delete(id));
  }

  /** Asks about a label set; how many anchors of more than one pair it is led to. */
  ask(): number {
    const entries = KEYS.filter(() => this.below(10) < 9).map((key) => [key, this.#value()] as const);
    const namespace = ['', 'n'][this.below(2)] ?? '';
    expectAnswers(this.index, this.naive, entries, { namespace, shape: 0, times: 1 });
    const { anchors } = this.index.explain(new Map(entries), namespace);
    return anchors.filter(({ within = [] }) => within.length > 0).length;
  }
}

const { numRuns, seed } = runs(4);
const seeds = Array.from({ length: numRuns ?? 1 }, (_, at) => (seed ?? Date.now()) + at);

describe('selectors that only several pairs together tell apart', () => {
  test.each(seeds)(
    'are found, and filed by several (seed %i)',
    (seed) => {
      const crowd = new Crowd(seed);
      for (let id = 0; id < SELECTORS; id++) crowd.set(id);
      let branching = 0;
      for (let round = 0; round < 8; round++) {
        for (let i = 0; i < 120; i++) branching += crowd.ask();
        checkSelectorIndex(crowd.index);
        for (let i = 0; i < 60; i++) {
          const id = crowd.below(SELECTORS);
          if (crowd.below(2) === 0) crowd.delete(id);
          else crowd.set(id);
        }
      }
      expect(branching).toBeGreaterThan(0);
      expect(crowd.index.statistics().refiled).toBeGreaterThan(0);
      for (let id = 0; id < SELECTORS; id++) crowd.delete(id);
      checkSelectorIndex(crowd.index);
      expect(crowd.index.statistics()).toMatchObject({ entries: 0, keys: 0, pairs: 0, anchors: 0 });
    },
    TIMEOUT,
  );

  test('are filed by all values of a set, of which only one is crowded', () => {
    const index = new SelectorIndex();
    for (let i = 0; i < 80; i++) index.set(`crowd-${i}`, parseSelector(`v=1,w!=a${i}`));
    index.set('other', parseSelector('name=q,name!=zz,u=1'));
    // So that the set is rarer than the name, and the name rare enough to be worth asking for.
    for (let i = 0; i < 3000; i++) index.matching({ v: '9', name: 'x' });
    for (let i = 0; i < 300; i++) index.matching({ v: '9', name: 'q' });
    index.set('set', parseSelector('name=q,v in (1,2)'));
    checkSelectorIndex(index);
    expect(index.matching({ v: '2', name: 'y' })).toEqual([]);
    expect(index.matching({ v: '2', name: 'q' })).toEqual(['set']);
    expect(index.matching({ v: '1', name: 'q' })).toContain('set');
    index.delete('set');
    checkSelectorIndex(index);
  });

  test('settle: entries do not go to and fro', () => {
    const crowd = new Crowd(1);
    for (let id = 0; id < SELECTORS; id++) crowd.set(id);
    const labels = { a: '1', b: '2', c: '3', d: '4', e: '1' };
    for (let i = 0; i < 20_000; i++) crowd.index.matching(labels);
    const { refiled } = crowd.index.statistics();
    for (let i = 0; i < 20_000; i++) crowd.index.matching(labels);
    expect(crowd.index.statistics().refiled - refiled).toBeLessThan(50);
  });
});
