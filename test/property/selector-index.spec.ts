import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SelectorIndex } from '../../src/index.ts';
import { checkSelectorIndex } from '../../src/indexes/invariants.ts';
import type { NaiveId } from '../oracle/naive-index.ts';
import { NaiveSelectorIndex } from '../oracle/naive-selector-index.ts';
import { structureOf, texts } from '../oracle/selector-index-dump.ts';
import { halfTornDown, replaysOf, tornDown, whatIsLeft } from './churn.ts';
import { runs, TIMEOUT } from './runs.ts';
import { expectAnswers, expectByTurns, expectSelectors, stateOf } from './selector-agreement.ts';
import {
  change,
  changeNaively,
  changesOf,
  leaving,
  NAMESPACES,
  type SelectorChange,
  type SelectorHistory,
  selectorHistories,
} from './selector-histories.ts';
import { type Pool, selectorIn, WAYS } from './selector-pools.ts';
import { SHIFTS, Shifting } from './selector-shifts.ts';

/** Plays a history on an index and on the oracle, which must agree all the way. Returns how often how many matched. */
function play(history: SelectorHistory): { some: number; none: number } {
  const index = new SelectorIndex<NaiveId>();
  const naive = new NaiveSelectorIndex();
  const seen = { some: 0, none: 0 };
  for (const step of history.steps) {
    if (step.kind === 'ask') {
      const matches = expectAnswers(index, naive, history.labels[step.labels] ?? [], step);
      seen[matches > 0 ? 'some' : 'none'] += 1;
    } else {
      change(index, history, step);
      changeNaively(naive, history, step);
    }
  }
  expectSelectors(index, naive);
  for (const labels of history.labels) {
    for (const namespace of NAMESPACES)
      expectAnswers(index, naive, labels, { namespace, shape: 3, times: 1 });
  }
  expectByTurns(index, naive, history.labels);
  return seen;
}

/** Asks thousands of times while another label is everywhere again and again; tells how much was filed otherwise. */
function playShifts(world: Shifting): number {
  const index = new SelectorIndex<number>();
  const naive = new NaiveSelectorIndex();
  const selectors = Array.from({ length: 120 }, () => world.selector());
  const set = (id: number) => {
    const alternatives = world.pick(selectors, []);
    const namespace = world.pick([undefined, undefined, undefined, 'n'], undefined);
    index.set(id, selectorIn(alternatives, world.number(WAYS)), namespace);
    naive.set(id, alternatives, namespace);
  };
  for (let id = 0; id < 200; id++) set(id);
  for (let shift = 0; shift < SHIFTS; shift++) {
    const asked = Array.from({ length: 30 }, () => new Map(world.labels(shift)));
    for (let part = 0; part < 3; part++) {
      for (let change = 0; change < 8; change++) {
        const id = world.number(200);
        if (world.number(4) > 0) set(id);
        else if (index.delete(id) !== naive.delete(id)) throw new Error(`deleting ${id} told wrong`);
      }
      const answers = asked.map((labels) => texts(naive.matching(labels, 'n')).join('\n'));
      for (let time = 0; time < 500; time++) {
        const at = world.number(asked.length);
        if (texts(index.matching(asked[at] ?? new Map(), 'n')).join('\n') !== answers[at]) {
          throw new Error(
            `answers otherwise after ${shift} shifts: ${JSON.stringify([...(asked[at] ?? [])])}`,
          );
        }
      }
      checkSelectorIndex(index);
    }
  }
  const fresh = new SelectorIndex<NaiveId>();
  for (const [id, { alternatives, namespace }] of naive.selectors) {
    fresh.set(id, selectorIn(alternatives, 0), namespace);
  }
  expect(structureOf(index.statistics())).toEqual(structureOf(fresh.statistics()));
  return index.statistics().refiled;
}

function replayed(changes: readonly SelectorChange[], pool: Pool): SelectorIndex<NaiveId> {
  const index = new SelectorIndex<NaiveId>();
  for (const step of changes) change(index, pool, step);
  return index;
}

/** The same changes, and between them everything asked again and again, so that entries are filed otherwise. */
function replayedAmongQuestions(changes: readonly SelectorChange[], pool: Pool): SelectorIndex<NaiveId> {
  const index = new SelectorIndex<NaiveId>();
  for (const [at, step] of changes.entries()) {
    change(index, pool, step);
    const labels = new Map(pool.labels[at % pool.labels.length]);
    for (let time = 0; time < 40; time++) index.matching(labels, NAMESPACES[at % NAMESPACES.length]);
  }
  return index;
}

/* The central law: whatever happened to it, a reverse index answers as trying every selector would. */
describe('a reverse index', () => {
  test('answers as the oracle, all through every history', { timeout: TIMEOUT }, () => {
    const seen = { some: 0, none: 0 };
    fc.assert(
      fc.property(selectorHistories({ steps: 60, selectors: 8, questions: 6, times: 40 }), (history) => {
        const { some, none } = play(history);
        seen.some += some;
        seen.none += none;
      }),
      runs(150),
    );
    expect(Math.min(seen.some, seen.none), 'questions of the rarer kind of answer').toBeGreaterThan(200);
  });

  test('answers as the oracle through long histories', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(selectorHistories({ steps: 500, selectors: 12, questions: 10, times: 100 }), (history) => {
        play(history);
      }),
      runs(12),
    );
  });

  test('answers as the oracle while frequencies shift, and entries are filed otherwise', {
    timeout: TIMEOUT,
  }, () => {
    let fewest = Number.POSITIVE_INFINITY;
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        fewest = Math.min(fewest, playShifts(new Shifting(seed)));
      }),
      runs(2),
    );
    expect(fewest, 'entries filed otherwise').toBeGreaterThan(0);
  });

  test('is the same whichever way a history is replayed', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(selectorHistories({ steps: 40, selectors: 8, questions: 0, times: 1 }), (history) => {
        const changes = changesOf(history);
        const fresh = stateOf(replayed(whatIsLeft(changes), history), history.labels);
        for (const [way, others] of Object.entries(replaysOf(changes, leaving))) {
          expect(stateOf(replayed(others, history), history.labels), way).toEqual(fresh);
        }
        const asked = replayedAmongQuestions(changes, history);
        expect(stateOf(asked, history.labels), 'asked all the while').toEqual(fresh);
        const half = halfTornDown(changes, leaving);
        const freshHalf = stateOf(replayed(whatIsLeft(half), history), history.labels);
        expect(stateOf(replayed(half, history), history.labels), 'half torn down').toEqual(freshHalf);
      }),
      runs(40),
    );
  });

  test('is empty when all is torn down, as if nothing had been', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(selectorHistories({ steps: 60, selectors: 8, questions: 0, times: 1 }), (history) => {
        const index = replayedAmongQuestions(tornDown(changesOf(history), leaving), history);
        checkSelectorIndex(index);
        expect(index.size).toBe(0);
        expect(structureOf(index.statistics())).toEqual({
          selectors: 0,
          entries: 0,
          keys: 0,
          pairs: 0,
          namespaces: 0,
          unsatisfiable: [],
          unanchored: [],
        });
        expect(index.statistics().anchors).toBe(0);
        expect(index.statistics().worstAnchors).toEqual([]);
        for (const labels of history.labels) expect(index.matching(new Map(labels))).toEqual([]);
      }),
      runs(40),
    );
  });
});
