import { conjunctionsOf } from '../constraint/conjunctions-of.ts';
import type { KeyConstraint } from '../constraint/key-constraint.ts';
import type { Subject } from '../manifests/subject.ts';
import type { Selector } from '../selector/selector.ts';
import { addTo } from './lists-by-key.ts';

/** Places in the order that they were filled, ascending. */
type Places = readonly number[];

const NONE: Places = Object.freeze([]);

/** Several lists of places as one, each place once. */
function joined(lists: readonly Places[]): Places {
  const filled = lists.filter((list) => list.length > 0);
  const [only] = filled;
  if (filled.length <= 1) return only ?? NONE;
  return [...new Set(filled.flat())].sort((a, b) => a - b);
}

/**
 * Items by their labels, so that a selector is held against those that it may select, and not against all. Whoever has
 * ten thousand Services and as many Deployments in one namespace would otherwise wait for a hundred million answers.
 */
export class Candidates<Item> {
  readonly #items: readonly Item[];
  readonly #byKey = new Map<string, Map<string, number[]>>();
  /** Places of items whose label of a key is not known. */
  readonly #open = new Map<string, number[]>();

  /** O(labels). */
  constructor(items: readonly Item[], subjectIn: (item: Item) => Subject) {
    this.#items = items;
    for (const [place, item] of items.entries()) {
      const { labels, open } = subjectIn(item);
      for (const [key, value] of labels) {
        const values = this.#byKey.get(key);
        if (values === undefined) this.#byKey.set(key, new Map([[value, [place]]]));
        else addTo(values, value, place);
      }
      for (const key of open) addTo(this.#open, key, place);
    }
  }

  /** The items that a selector may select, in their order; it selects no other. */
  of(selector: Selector): readonly Item[] {
    const lists: Places[] = [];
    for (const conjunction of conjunctionsOf(selector)) {
      const fewest = this.#fewest(conjunction);
      if (fewest === undefined) return this.#items;
      lists.push(joined(fewest));
    }
    return joined(lists).map((place) => this.#items[place] as Item);
  }

  /** The places of those that satisfy the constraint which fewest do; undefined where none demands a label. */
  #fewest(conjunction: readonly KeyConstraint[]): readonly Places[] | undefined {
    let fewest: readonly Places[] | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const constraint of conjunction) {
      const lists = this.#demanded(constraint);
      const count = lists?.reduce((sum, list) => sum + list.length, 0) ?? Number.POSITIVE_INFINITY;
      if (count >= least) continue;
      fewest = lists;
      least = count;
    }
    return fewest;
  }

  /** The places of those that may satisfy a constraint; undefined where those without the label do. */
  #demanded({ key, absent, present }: KeyConstraint): readonly Places[] | undefined {
    if (absent) return undefined;
    const values = this.#byKey.get(key);
    const known =
      present.kind === 'one-of'
        ? present.values.map((value) => values?.get(value) ?? NONE)
        : [...(values?.values() ?? [])];
    return [...known, this.#open.get(key) ?? NONE];
  }
}
