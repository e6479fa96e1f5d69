import { ReverseIndex } from '../anchors/reverse-index.ts';
import type { Subject } from '../anchors/subject.ts';
import { conjunctionsOf } from '../constraint/conjunctions-of.ts';
import type { Labels } from '../labels/labels.ts';
import { assertId } from '../postings/identities.ts';
import { LabelReader } from '../postings/label-reader.ts';
import type { Selector } from '../selector/selector.ts';
import { explainReverse } from './explain-reverse.ts';
import type { ReverseExplanation } from './reverse-explanation.ts';
import { type SelectorIndexStatistics, statisticsOfSelectors } from './reverse-statistics.ts';
import { assertNamespace } from './scope.ts';

/** A selector of an index, and the number of the owner that stands for it. */
interface Held {
  readonly owner: number;
  readonly selector: Selector;
  readonly namespace: string | undefined;
}

let internals: <Id extends string | number>(index: SelectorIndex<Id>) => ReverseIndex<Id>;

/** What an index keeps, for the invariant checker. */
export function reverseOf<Id extends string | number>(index: SelectorIndex<Id>): ReverseIndex<Id> {
  return internals(index);
}

/**
 * Finds which of many selectors match a label set, without evaluating each of them: the other direction of
 * {@link LabelIndex}. Answers as {@link compileSelector} does for every selector.
 *
 * A selector has an id, and a namespace if it is in one: then it sees only objects of that namespace, otherwise every
 * object. An object that is in no namespace is in the namespace `""`.
 *
 * Every selector is filed under what fewest label sets have of what it demands, by what was seen lately; a few are filed
 * anew with each question where frequencies have moved. Selectors that mean the same share an entry. Asking changes nothing
 * that can be observed but `statistics()`.
 *
 * A call with a bad argument throws a TypeError that names it, and leaves the index as it was.
 */
export class SelectorIndex<Id extends string | number = string> {
  readonly #reverse = new ReverseIndex<Id>();
  readonly #reader = new LabelReader();
  readonly #subject: Subject = this.#reverse.subject();
  readonly #held = new Map<Id, Held>();

  /** How many selectors there are, those that nothing can satisfy included. */
  get size(): number {
    return this.#held.size;
  }

  /**
   * Puts a selector, in the place of the one with its id if there is one. O(requirements and values).
   *
   * @param id a string or a number, compared as keys of a Map are
   * @param selector what it means now is kept; what is changed in it later is not seen
   * @param namespace the namespace whose objects it sees, `""` for those in none; without one, it sees every object
   * @throws TypeError where an argument is not what it must be
   */
  set(id: Id, selector: Selector, namespace?: string): void {
    assertId(id, 'id');
    if (namespace !== undefined) assertNamespace(namespace, 'namespace');
    const conjunctions = conjunctionsOf(selector);
    this.delete(id);
    // As a Map does, so that nobody is handed a -0.
    const owner = this.#reverse.add(id === 0 ? (0 as Id) : id, conjunctions, namespace);
    this.#held.set(id, { owner, selector, namespace });
  }

  /**
   * Deletes a selector. O(its requirements and values).
   * @param id as it was set: `1` and `"1"` are different ids
   * @returns whether it was there
   * @throws TypeError where `id` is no id
   */
  delete(id: Id): boolean {
    const held = this.#heldAs(id);
    if (held === undefined) return false;
    this.#reverse.remove(held.owner);
    return this.#held.delete(id);
  }

  #heldAs(id: Id): Held | undefined {
    assertId(id, 'id');
    return this.#held.get(id);
  }

  /**
   * Whether there is a selector with this id.
   * @param id as it was set: `1` and `"1"` are different ids
   * @throws TypeError where `id` is no id
   */
  has(id: Id): boolean {
    return this.#heldAs(id) !== undefined;
  }

  /**
   * The selector with an id, as it was given; undefined where there is none.
   * @param id as it was set: `1` and `"1"` are different ids
   * @throws TypeError where `id` is no id
   */
  selectorOf(id: Id): Selector | undefined {
    return this.#heldAs(id)?.selector;
  }

  /**
   * The namespace of a selector; undefined where it is in none, or not there.
   * @param id as it was set: `1` and `"1"` are different ids
   * @throws TypeError where `id` is no id
   */
  namespaceOf(id: Id): string | undefined {
    return this.#heldAs(id)?.namespace;
  }

  /**
   * The ids of the selectors that match a label set, each once, in no order that means anything.
   *
   * @param labels a plain object or a Map; not validated, as in Kubernetes
   * @param namespace the namespace of the object; without one, it is in the namespace `""`
   * @returns an array of the caller's own
   * @complexity O(labels, and the selectors filed under what it has), which is little more than those that match.
   * @throws TypeError where an argument is not what it must be
   */
  matching(labels: Labels, namespace = ''): Id[] {
    const count = this.#match(labels, namespace);
    return this.#reverse.matching.found.slice(0, count);
  }

  /**
   * The same ids one at a time; they are found when this is called. Changing the index while an iterator is open makes its
   * next step throw an Error.
   * @param labels a plain object or a Map; not validated, as in Kubernetes
   * @param namespace the namespace of the object; without one, it is in the namespace `""`
   * @throws TypeError where an argument is not what it must be
   */
  iterate(labels: Labels, namespace = ''): IterableIterator<Id> {
    return this.#iterate(this.matching(labels, namespace), this.#reverse.version);
  }

  *#iterate(ids: readonly Id[], version: number): Generator<Id, undefined> {
    for (const id of ids) {
      if (this.#reverse.version !== version)
        throw new Error('the index was changed while an iterator was open');
      yield id;
    }
    return undefined;
  }

  /** Finds the ids of the selectors that match; how many. */
  #match(labels: Labels, namespace: string): number {
    this.#fill(labels, namespace);
    try {
      return this.#reverse.match(this.#subject, namespace);
    } finally {
      this.#subject.clear();
    }
  }

  #fill(labels: Labels, namespace: string): void {
    assertNamespace(namespace, 'namespace');
    // A getter among the labels may ask for another label set while this one is being read.
    const reader = this.#reader.isReading ? new LabelReader() : this.#reader;
    reader.read(labels);
    for (let i = reader.start; i < reader.end; i++) {
      this.#subject.take(reader.keys[i] ?? '', reader.values[i] ?? '');
    }
  }

  /**
   * How the selectors that match a label set are found: what it leads to, and how many are looked at there. `String()` of it
   * is for people. Takes several times as long as {@link matching}.
   * @param labels a plain object or a Map; not validated, as in Kubernetes
   * @param namespace the namespace of the object; without one, it is in the namespace `""`
   * @throws TypeError where an argument is not what it must be
   */
  explain(labels: Labels, namespace = ''): ReverseExplanation<Id> {
    this.#fill(labels, namespace);
    try {
      return explainReverse(this.#reverse, this.#subject, namespace);
    } finally {
      this.#subject.clear();
    }
  }

  /** What the index holds and what that takes, how well it was filed, and where it was filed badly. O(selectors). */
  statistics(): SelectorIndexStatistics<Id> {
    return statisticsOfSelectors(this.#reverse, (id) => id);
  }

  static {
    internals = (index) => index.#reverse;
  }
}
