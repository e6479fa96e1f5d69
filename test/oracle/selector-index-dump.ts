import type { Labels, Selector, SelectorIndex, SelectorIndexStatistics } from '../../src/index.ts';
import type { NaiveId } from './naive-index.ts';
import { idText } from './naive-selector-index.ts';

/** Ids as sorted texts, to be compared as sets that nothing is in twice. */
export function texts(ids: Iterable<NaiveId>): string[] {
  return [...ids].map(idText).sort();
}

/** What a reverse index is made of: the statistics that depend on what is in it alone, and not on what it was asked. */
export interface SelectorIndexStructure {
  readonly selectors: number;
  readonly entries: number;
  readonly keys: number;
  readonly pairs: number;
  readonly namespaces: number;
  readonly unsatisfiable: readonly string[];
  readonly unanchored: readonly string[];
}

export function structureOf(statistics: SelectorIndexStatistics<NaiveId>): SelectorIndexStructure {
  const { selectors, entries, keys, pairs, namespaces, unsatisfiable, unanchored } = statistics;
  return {
    selectors,
    entries,
    keys,
    pairs,
    namespaces,
    unsatisfiable: texts(unsatisfiable),
    unanchored: texts(unanchored),
  };
}

/** What an index says that is to be equal of two with the same selectors. */
export interface SelectorIndexDump {
  readonly size: number;
  readonly structure: SelectorIndexStructure;
  readonly selectors: readonly (readonly [
    string,
    Selector['alternatives'] | undefined,
    string | undefined,
  ])[];
  readonly answers: readonly (readonly string[])[];
}

/**
 * The content of an index through its public face.
 * @param ids all ids there may be
 * @param asked label sets, with namespaces, that it is asked about
 */
export function selectorDumpOf<Id extends NaiveId>(
  index: SelectorIndex<Id>,
  ids: readonly Id[],
  asked: readonly (readonly [Labels, string | undefined])[],
): SelectorIndexDump {
  return {
    size: index.size,
    structure: structureOf(index.statistics()),
    selectors: ids
      .filter((id) => index.has(id))
      .map((id) => [idText(id), index.selectorOf(id)?.alternatives, index.namespaceOf(id)]),
    answers: asked.map(([labels, namespace]) => texts(index.matching(labels, namespace))),
  };
}
