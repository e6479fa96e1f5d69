import { expect } from 'vitest';
import type { SelectorIndex } from '../../src/index.ts';
import { checkSelectorIndex } from '../../src/indexes/invariants.ts';
import type { NaiveId } from '../oracle/naive-index.ts';
import type { NaiveSelectorIndex } from '../oracle/naive-selector-index.ts';
import { type SelectorIndexDump, selectorDumpOf, structureOf, texts } from '../oracle/selector-index-dump.ts';
import { IDS } from './index-histories.ts';
import { type Entries, shapes } from './label-sets.ts';
import { NAMESPACES, type SelectorQuestion } from './selector-histories.ts';

type Index = SelectorIndex<NaiveId>;

/** Compares by hand: matchers would take most of the time. */
function same(found: Iterable<NaiveId>, wanted: readonly string[], told: string): void {
  const ids = texts(found);
  if (ids.length === wanted.length && ids.every((id, at) => id === wanted[at])) return;
  throw new Error(`${told}: ${ids.join(' | ')}, and not ${wanted.join(' | ')}`);
}

/**
 * An index answers as the oracle does, by every verb and as often as it is asked.
 * @returns how many selectors match
 */
export function expectAnswers(
  index: Index,
  naive: NaiveSelectorIndex,
  entries: Entries,
  { namespace, shape, times }: Pick<SelectorQuestion, 'namespace' | 'shape' | 'times'>,
): number {
  const labels = shapes(entries)[shape] ?? new Map(entries);
  const wanted = texts(naive.matching(new Map(entries), namespace));
  const ask = () => (namespace === undefined ? index.matching(labels) : index.matching(labels, namespace));
  for (let time = 1; time <= times; time++) same(ask(), wanted, `matching, asked ${time} times`);
  const iterator = namespace === undefined ? index.iterate(labels) : index.iterate(labels, namespace);
  same(iterator, wanted, 'iterate');
  const explanation = index.explain(labels, namespace);
  same(explanation.ids, wanted, 'explain');
  if (explanation.matches > explanation.candidates || String(explanation) === '') {
    throw new Error(`explains ${explanation}`);
  }
  return wanted.length;
}

/** Iterations that go on by turns, and questions in between, do not disturb each other. */
export function expectByTurns(index: Index, naive: NaiveSelectorIndex, labels: readonly Entries[]): void {
  const asked = labels.flatMap((entries) =>
    ['', 'n1'].map((namespace) => ({ entries: new Map(entries), namespace })),
  );
  const open = asked.map(({ entries, namespace }) => ({
    ids: index.iterate(entries, namespace),
    found: [] as NaiveId[],
    wanted: texts(naive.matching(entries, namespace)),
  }));
  let going = true;
  for (let step = 0; going; step++) {
    going = false;
    for (const { ids, found } of open) {
      const next = ids.next();
      if (next.done === true) continue;
      going = true;
      found.push(next.value);
    }
    const between = asked[step % asked.length];
    if (between !== undefined) index.matching(between.entries, between.namespace);
  }
  for (const { found, wanted } of open) same(found, wanted, 'by turns');
}

/** The index holds what the oracle holds, and is made of what it holds. */
export function expectSelectors(index: Index, naive: NaiveSelectorIndex): void {
  checkSelectorIndex(index);
  expect(index.size).toBe(naive.selectors.size);
  for (const id of IDS) {
    expect(index.has(id)).toBe(naive.selectors.has(id));
    expect(index.namespaceOf(id)).toBe(naive.selectors.get(id)?.namespace);
    if (!naive.selectors.has(id)) expect(index.selectorOf(id)).toBe(undefined);
  }
  expect(structureOf(index.statistics())).toMatchObject(naive.statistics());
}

/** All that is to be equal of two indexes with the same selectors. */
export function stateOf(index: Index, labels: readonly Entries[]): SelectorIndexDump {
  checkSelectorIndex(index);
  const asked = labels.flatMap((entries) =>
    NAMESPACES.map((namespace) => [new Map(entries), namespace] as const),
  );
  return selectorDumpOf(index, IDS, asked);
}
