import type { NaiveEntry, NaiveId, NaiveObject } from './naive-index.ts';
import { idText, type NaiveSelected, naiveSelects } from './naive-selector-index.ts';

/** Things by a text of their own, to be compared as sets. */
export type NaiveSet<T> = ReadonlyMap<string, T>;

/** An object and a selector that matches it. */
export type NaivePair = readonly [object: NaiveId, selector: NaiveId];

export function pairText([object, selector]: NaivePair): string {
  return `${idText(object)}\n${idText(selector)}`;
}

/** What is in one set and not in the other, as sorted texts. */
export interface NaiveDifference {
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

export function naiveDifference(before: NaiveSet<unknown>, after: NaiveSet<unknown>): NaiveDifference {
  return {
    joined: [...after.keys()].filter((text) => !before.has(text)).sort(),
    left: [...before.keys()].filter((text) => !after.has(text)).sort(),
  };
}

/** Objects and selectors, in two Maps: who matches whom is found by trying every one on every other. */
export class NaiveMembership {
  readonly objects: Map<NaiveId, NaiveObject> = new Map();
  readonly selectors: Map<NaiveId, NaiveSelected> = new Map();

  setObject({ id, labels, namespace = '' }: NaiveEntry): void {
    this.objects.set(id, { labels: new Map(labels), namespace });
  }

  setSelector(id: NaiveId, selected: NaiveSelected): void {
    this.selectors.set(id, selected);
  }

  /** The objects that a selector matches, whether or not it is among the selectors. */
  objectsOf(selected: NaiveSelected | undefined): Map<string, NaiveId> {
    const found = new Map<string, NaiveId>();
    if (selected === undefined) return found;
    for (const [id, { labels, namespace }] of this.objects) {
      if (naiveSelects(selected, labels, namespace)) found.set(idText(id), id);
    }
    return found;
  }

  /** The selectors that match an object. */
  selectorsOf(object: NaiveObject | undefined): Map<string, NaiveId> {
    const found = new Map<string, NaiveId>();
    if (object === undefined) return found;
    for (const [id, selected] of this.selectors) {
      if (naiveSelects(selected, object.labels, object.namespace)) found.set(idText(id), id);
    }
    return found;
  }

  /** The naive double loop. */
  pairs(): Map<string, NaivePair> {
    const found = new Map<string, NaivePair>();
    for (const [selector, selected] of this.selectors) {
      for (const object of this.objectsOf(selected).values()) {
        found.set(pairText([object, selector]), [object, selector]);
      }
    }
    return found;
  }
}
