import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LabelIndex, type Selector } from '../../src/index.ts';
import { checkIndex } from '../../src/indexes/invariants.ts';
import { byId, dumpOf } from '../oracle/index-dump.ts';
import type { NaiveId } from '../oracle/naive-index.ts';
import { denseCorpus, randoms } from './dense-corpus.ts';
import { denseAlternatives } from './dense-selectors.ts';
import { selectorOf } from './index-agreement.ts';
import { type Change, change, type Given, histories } from './index-histories.ts';
import { halfTornDown, outcome, replays } from './replays.ts';
import { runs, TIMEOUT } from './runs.ts';

type Index = LabelIndex<NaiveId>;

function replayed(history: readonly Change[], kernel: 'webassembly' | 'typescript'): Index {
  const index: Index = new LabelIndex<NaiveId>({ kernel });
  for (const step of history) change(index, step);
  return index;
}

/** All that is to be equal: the content, and what selectors select. */
function stateOf(index: Index, selectors: readonly Selector[]): unknown {
  checkIndex(index);
  return {
    dump: dumpOf(index),
    answers: selectors.map((selector) => index.select(selector).sort(byId)),
    counts: selectors.map((selector) => index.count(selector)),
  };
}

/* An index is what is in it: however it came to its content, it is equal to one built of that content alone. */
describe.each(['webassembly', 'typescript'] as const)('an index with the %s kernel', (kernel) => {
  test('is the same whichever way a history is replayed', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(histories(40, 0), ({ selectors, steps }) => {
        const history = steps.filter((step) => step.kind !== 'ask');
        const asked = selectors.map(selectorOf);
        const fresh = stateOf(replayed(outcome(history), kernel), asked);
        for (const [way, changes] of Object.entries(replays(history))) {
          const index = replayed(changes, kernel);
          expect(stateOf(index, asked), way).toEqual(fresh);
          const restored = LabelIndex.restore<NaiveId>(index.snapshot(), { kernel });
          expect(stateOf(restored, asked), `${way}, and restored`).toEqual(fresh);
        }
        const half = halfTornDown(history);
        const freshHalf = stateOf(replayed(outcome(half), kernel), asked);
        expect(stateOf(replayed(half, kernel), asked), 'half torn down').toEqual(freshHalf);
      }),
      runs(40),
    );
  });

  test('is empty when all is torn down, as if nothing had been', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(histories(40, 0), ({ selectors, steps }) => {
        const history = steps.filter((step) => step.kind !== 'ask');
        const asked = selectors.map(selectorOf);
        const ends = outcome(history).map(({ given: { id } }): Change => ({ kind: 'delete', id }));
        const empty = stateOf(replayed([], kernel), asked);
        expect(stateOf(replayed([...history, ...ends.toReversed()], kernel), asked)).toEqual(empty);
      }),
      runs(40),
    );
  });
});

const OBJECTS = 5000;

/** Churn among so many objects that postings are dense. */
function denseHistory(seed: number, length: number): Change[] {
  const random = randoms(seed);
  const pool = denseCorpus({ seed, size: OBJECTS, unique: false });
  const given = (id: number): Given => {
    const { labels, namespace } = pool[Math.floor(random() * 400)] ?? { labels: {}, namespace: '' };
    return { id, labels: Object.entries(labels), namespace, shape: 0 };
  };
  const first: Change = { kind: 'load', given: Array.from({ length: OBJECTS }, (_, id) => given(id)) };
  const later = Array.from({ length }, (): Change => {
    const id = Math.floor(random() * OBJECTS * 1.2);
    return random() < 0.55 ? { kind: 'set', given: given(id) } : { kind: 'delete', id };
  });
  return [first, ...later];
}

describe.each(['webassembly', 'typescript'] as const)('a large index with the %s kernel', (kernel) => {
  test('is the same whichever way a history is replayed', { timeout: TIMEOUT }, () => {
    const history = denseHistory(4, 5000);
    const asked = fc.sample(denseAlternatives, { numRuns: 20, seed: 5 }).map(selectorOf);
    const fresh = JSON.stringify(stateOf(replayed(outcome(history), kernel), asked));
    for (const [way, changes] of Object.entries(replays(history))) {
      const index = replayed(changes, kernel);
      // Matchers take seconds for states of this size.
      expect(JSON.stringify(stateOf(index, asked)) === fresh, way).toBe(true);
    }
    const restored = LabelIndex.restore<NaiveId>(replayed(history, kernel).snapshot(), { kernel });
    expect(JSON.stringify(stateOf(restored, asked)) === fresh, 'restored').toBe(true);
    const half = halfTornDown(history);
    const freshHalf = JSON.stringify(stateOf(replayed(outcome(half), kernel), asked));
    expect(JSON.stringify(stateOf(replayed(half, kernel), asked)) === freshHalf, 'half torn down').toBe(true);
  });
});
