import type { NaiveAlternatives, NaiveId } from './naive-index.ts';
import { type NaiveLabels, naiveMatchAny } from './naive-match.ts';
import { naiveIncludes, naiveMeanings } from './naive-meaning.ts';

/** A selector as it was last set: one without a namespace sees every object. */
export interface NaiveSelected {
  readonly alternatives: NaiveAlternatives;
  readonly namespace: string | undefined;
}

/** Whether a selector matches an object, by its namespace and its labels. */
export function naiveSelects(
  { alternatives, namespace }: NaiveSelected,
  labels: NaiveLabels,
  objectNamespace: string,
): boolean {
  return (namespace === undefined || namespace === objectNamespace) && naiveMatchAny(alternatives, labels);
}

/** One text for each id, as keys of a Map are told apart: `1` and `'1'` are two, `0` and `-0` one. */
export function idText(id: NaiveId): string {
  return `${typeof id} ${id}`;
}

/** A reverse index that keeps nothing but the selectors, in a Map, and tries every one of them for every question. */
export class NaiveSelectorIndex {
  readonly selectors: Map<NaiveId, NaiveSelected> = new Map();

  set(id: NaiveId, alternatives: NaiveAlternatives, namespace?: string): void {
    this.selectors.set(id, { alternatives, namespace });
  }

  delete(id: NaiveId): boolean {
    return this.selectors.delete(id);
  }

  /** The ids that match, each once. */
  matching(labels: NaiveLabels, namespace = ''): NaiveId[] {
    return [...this.selectors]
      .filter(([, selected]) => naiveSelects(selected, labels, namespace))
      .map(([id]) => id);
  }

  /** What there is, counted by hand; ids as texts. */
  statistics(): NaiveSelectorStatistics {
    const namespaces = new Set<string>();
    const unsatisfiable: string[] = [];
    const unanchored: string[] = [];
    const entries = new Set<string>();
    const meanings = naiveMeanings([...this.selectors.values()].flatMap(({ alternatives }) => alternatives));
    let next = 0;
    for (const [id, { alternatives, namespace }] of this.selectors) {
      const possible = meanings.slice(next, next + alternatives.length).filter((one) => one !== undefined);
      // An alternative that another includes selects nothing of its own, so it is no entry.
      const own = possible.filter(
        (inner) => !possible.some((outer) => outer.text !== inner.text && naiveIncludes(outer, inner)),
      );
      next += alternatives.length;
      if (namespace !== undefined) namespaces.add(namespace);
      for (const { text } of own) entries.add(JSON.stringify([namespace ?? null, text]));
      if (own.length === 0) unsatisfiable.push(idText(id));
      if (own.some(({ isAnchored }) => !isAnchored)) unanchored.push(idText(id));
    }
    return {
      selectors: this.selectors.size,
      entries: entries.size,
      namespaces: namespaces.size,
      unsatisfiable: unsatisfiable.sort(),
      unanchored: unanchored.sort(),
    };
  }
}

export interface NaiveSelectorStatistics {
  readonly selectors: number;
  readonly entries: number;
  readonly namespaces: number;
  readonly unsatisfiable: readonly string[];
  readonly unanchored: readonly string[];
}
