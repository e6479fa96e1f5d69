import { type NaiveLabels, naiveMatchAny } from './naive-match.ts';
import type { NaiveRequirement } from './naive-requirement.ts';

/** What an index is keyed by. */
export type NaiveId = string | number;

/** One object as it was last set. */
export interface NaiveObject {
  readonly labels: ReadonlyMap<string, string>;
  readonly namespace: string;
}

/** An object to be loaded, as entries, each key once. */
export interface NaiveEntry {
  readonly id: NaiveId;
  readonly labels: Iterable<readonly [string, string]>;
  readonly namespace?: string | undefined;
}

/** Any one alternative, each a conjunction. */
export type NaiveAlternatives = readonly (readonly NaiveRequirement[])[];

/**
 * An index that keeps nothing but the objects, in a Map, and looks at every one of them for every question. It has no
 * ordinals: which free ordinal an object gets is the index's own business, so results are compared as sets.
 */
export class NaiveIndex {
  readonly objects: Map<NaiveId, NaiveObject> = new Map();

  set({ id, labels, namespace = '' }: NaiveEntry): void {
    this.objects.set(id, { labels: new Map(labels), namespace });
  }

  delete(id: NaiveId): boolean {
    return this.objects.delete(id);
  }

  load(entries: readonly NaiveEntry[]): void {
    for (const entry of entries) this.set(entry);
  }

  /** The objects selected, in the order they were first inserted; all namespaces where none is given. */
  selected(alternatives: NaiveAlternatives, namespace?: string): [NaiveId, NaiveObject][] {
    return [...this.objects].filter(
      ([, object]) =>
        (namespace === undefined || object.namespace === namespace) &&
        naiveMatchAny(alternatives, object.labels satisfies NaiveLabels),
    );
  }

  /** For each key of the objects selected how many have it, and how many values it has among them. */
  keys(
    alternatives: NaiveAlternatives,
    namespace?: string,
  ): { key: string; objects: number; values: number }[] {
    const found = new Map<string, { objects: number; values: Set<string> }>();
    for (const [, { labels }] of this.selected(alternatives, namespace)) {
      for (const [key, value] of labels) {
        const entry = found.get(key) ?? { objects: 0, values: new Set() };
        found.set(key, { objects: entry.objects + 1, values: entry.values.add(value) });
      }
    }
    return [...found]
      .map(([key, { objects, values }]) => ({ key, objects, values: values.size }))
      .sort((a, b) => b.objects - a.objects || inOrder(a.key, b.key));
  }

  /** For each value a key has among the objects selected how many have it. */
  values(
    key: string,
    alternatives: NaiveAlternatives,
    namespace?: string,
  ): { value: string; objects: number }[] {
    const found = new Map<string, number>();
    for (const [, { labels }] of this.selected(alternatives, namespace)) {
      const value = labels.get(key);
      if (value !== undefined) found.set(value, (found.get(value) ?? 0) + 1);
    }
    return [...found]
      .map(([value, objects]) => ({ value, objects }))
      .sort((a, b) => b.objects - a.objects || inOrder(a.value, b.value));
  }

  /** How many different keys, pairs, namespaces, and label sets, those in two namespaces apart, the objects have. */
  statistics(): { objects: number; keys: number; pairs: number; labelSets: number; namespaces: number } {
    const keys = new Set<string>();
    const pairs = new Set<string>();
    const labelSets = new Set<string>();
    const namespaces = new Set<string>();
    for (const { labels, namespace } of this.objects.values()) {
      for (const [key, value] of labels) {
        keys.add(key);
        pairs.add(JSON.stringify([key, value]));
      }
      labelSets.add(JSON.stringify([namespace, ...[...labels].sort(([a], [b]) => inOrder(a, b))]));
      namespaces.add(namespace);
    }
    return {
      objects: this.objects.size,
      keys: keys.size,
      pairs: pairs.size,
      labelSets: labelSets.size,
      namespaces: namespaces.size,
    };
  }
}

/** Strings by UTF-16 unit, as JavaScript compares them. */
export function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
