import fc, { type Arbitrary } from 'fast-check';
import type { SelectorIndex } from '../../src/index.ts';
import type { NaiveId } from '../oracle/naive-index.ts';
import type { NaiveSelectorIndex } from '../oracle/naive-selector-index.ts';
import type { Churn } from './churn.ts';
import { IDS } from './index-histories.ts';
import { type Pool, pools, selectorIn, WAYS } from './selector-pools.ts';

/** A change of a reverse index; a selector by its number in the pool, and by the way it is written. */
export interface SelectorChange extends Churn {
  readonly side: 'selector';
  readonly selector: number;
  readonly way: number;
  readonly namespace: string | undefined;
}

/** One label set of the pool, asked about so many times: questions shift as histories go on. */
export interface SelectorQuestion {
  readonly kind: 'ask';
  readonly labels: number;
  readonly namespace: string | undefined;
  readonly shape: number;
  readonly times: number;
}

export interface SelectorHistory extends Pool {
  readonly steps: readonly (SelectorChange | SelectorQuestion)[];
}

/** Namespaces of selectors and of objects; none at all is every namespace to the one, and `""` to the other. */
export const NAMESPACES: readonly (string | undefined)[] = [undefined, '', 'n1', 'n2', '__proto__'];

export const namespaces: Arbitrary<string | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 5, arbitrary: fc.constantFrom(...NAMESPACES) },
);

export const ids: Arbitrary<NaiveId> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...IDS) },
  { weight: 1, arbitrary: fc.constant(-0) },
);

export interface HistoryShape {
  /** At most so many steps. */
  readonly steps: number;
  /** At most so many selectors in the pool. */
  readonly selectors: number;
  /** How many questions there are to ten changes. */
  readonly questions: number;
  /** A question is asked up to so many times. */
  readonly times: number;
}

/** Changes of selectors, three of four put one. */
export function selectorChanges(selectors: number): Arbitrary<SelectorChange> {
  return fc.record({
    kind: fc.constantFrom('set' as const, 'set' as const, 'set' as const, 'delete' as const),
    side: fc.constant('selector' as const),
    id: ids,
    selector: fc.nat(selectors - 1),
    way: fc.nat(WAYS - 1),
    namespace: namespaces,
  });
}

export function selectorHistories({
  steps,
  selectors,
  questions,
  times,
}: HistoryShape): Arbitrary<SelectorHistory> {
  return pools(selectors, 10).chain((pool) => {
    const question: Arbitrary<SelectorQuestion> = fc.record({
      kind: fc.constant('ask' as const),
      // The first label sets more often than the last, so that some are asked about all the time.
      labels: fc.nat(pool.labels.length ** 2 - 1).map((at) => Math.floor(Math.sqrt(at))),
      namespace: namespaces,
      shape: fc.nat(3),
      times: fc.oneof(
        { weight: 3, arbitrary: fc.constant(1) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: times }) },
      ),
    });
    return fc.record({
      selectors: fc.constant(pool.selectors),
      labels: fc.constant(pool.labels),
      steps: fc.array(
        fc.oneof(
          { weight: 10, arbitrary: selectorChanges(pool.selectors.length) },
          { weight: questions, arbitrary: question },
        ),
        { maxLength: steps, size: 'max' },
      ),
    });
  });
}

/** The changes of a history, without the questions. */
export function changesOf({ steps }: SelectorHistory): SelectorChange[] {
  return steps.filter((step) => step.kind !== 'ask');
}

export function leaving(change: SelectorChange): SelectorChange {
  return { ...change, kind: 'delete' };
}

/** Makes one change, to an index. */
export function change(index: SelectorIndex<NaiveId>, pool: Pool, step: SelectorChange): void {
  const { kind, id, way, namespace } = step;
  if (kind === 'delete') {
    const had = index.has(id);
    if (index.delete(id) !== had) throw new Error(`deleting ${String(id)} told wrong`);
    return;
  }
  const selector = selectorIn(pool.selectors[step.selector] ?? [], way);
  if (namespace === undefined) index.set(id, selector);
  else index.set(id, selector, namespace);
  if (index.selectorOf(id) !== selector)
    throw new Error(`the selector of ${String(id)} is not the one given`);
}

/** Makes one change, to the oracle. */
export function changeNaively(naive: NaiveSelectorIndex, pool: Pool, step: SelectorChange): void {
  if (step.kind === 'delete') naive.delete(step.id);
  else naive.set(step.id, pool.selectors[step.selector] ?? [], step.namespace);
}
