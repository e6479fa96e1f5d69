import type { KernelChoice } from '../bitmap/arena.ts';
import type { Labels } from '../labels/labels.ts';
import { Queries, type Query } from '../plan/query.ts';
import { assertId, NO_ORDINAL } from '../postings/identities.ts';
import { LabelReader } from '../postings/label-reader.ts';
import { Postings } from '../postings/postings.ts';
import type { Selector } from '../selector/selector.ts';
import { kindOf } from '../text/kind-of.ts';
import { explainQuery } from './explanation.ts';
import { type KeyStatistics, keysOf, type ValueStatistics, valuesOf } from './facets.ts';
import { type Entry, loadEntries } from './load.ts';
import { labelsAt, namespaceAt } from './object-labels.ts';
import type { PreparedQuery } from './prepared-query.ts';
import type { Explanation } from './query-plan.ts';
import { countOf, idsOf, iterateEntries, iterateIds, ordinalsOf } from './results.ts';
import { assertNamespace, type Range, readScope, type Scope } from './scope.ts';
import { readSnapshot } from './snapshot-reader.ts';
import { writeSnapshot } from './snapshot-writer.ts';
import { type IndexStatistics, statisticsOf } from './statistics.ts';

/** How an index is made. */
export interface LabelIndexOptions {
  /**
   * Which kernel runs over dense postings: `auto` is WebAssembly where it can be had and TypeScript elsewhere, and the
   * default. They answer the same.
   */
  readonly kernel?: KernelChoice;
}

const KERNELS: ReadonlySet<unknown> = new Set(['auto', 'webassembly', 'typescript']);

function kernelOf(options: LabelIndexOptions | undefined): KernelChoice {
  if (options === undefined) return 'auto';
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(`options must be an object such as { kernel: "auto" }, not ${kindOf(options)}`);
  }
  const { kernel = 'auto' } = options;
  if (!KERNELS.has(kernel)) {
    const given = typeof kernel === 'string' ? JSON.stringify(kernel) : kindOf(kernel);
    throw new TypeError(`options.kernel must be "auto", "webassembly" or "typescript", not ${given}`);
  }
  return kernel;
}

let internals: <Id extends string | number>(index: LabelIndex<Id>) => Postings<Id>;

/** What an index keeps, for a Membership and the invariant checker. */
export function postingsOf<Id extends string | number>(index: LabelIndex<Id>): Postings<Id> {
  return internals(index);
}

/**
 * Finds which of many objects a selector selects, without looking at each of them: postings of every label, kept
 * current, and a plan for every query by exact counts. Answers as {@link compileSelector} does on every object.
 *
 * An object has an id, labels, and a namespace if it is in one; labels are not validated, as in Kubernetes. Inside, it
 * is an ordinal: 0, 1, 2 and so on in the order objects come, where those of deleted objects are given out again. Results
 * are in the order of ordinals.
 *
 * A call with a bad argument throws a TypeError that names it, and leaves the index as it was.
 */
export class LabelIndex<Id extends string | number = string> {
  readonly #postings: Postings<Id>;
  readonly #queries: Queries;
  readonly #reader = new LabelReader();
  #isLoading = false;

  /**
   * @param options which kernel runs; `auto` where nothing is said
   * @throws TypeError where an option is not what it must be
   * @throws Error where the kernel "webassembly" is asked for, and cannot be used here
   */
  constructor(options?: LabelIndexOptions) {
    this.#postings = new Postings<Id>(kernelOf(options));
    this.#queries = new Queries(this.#postings);
  }

  /** How many objects there are. */
  get size(): number {
    return this.#postings.size;
  }

  /**
   * Puts an object, in the place of the one with its id if there is one; only the postings that differ are touched, and
   * the same labels again are no change. O(labels), and for each label that differs what inserting into its sorted
   * postings takes.
   *
   * @param id a string or a number, compared as keys of a Map are
   * @param labels a plain object or a Map, copied
   * @param namespace the namespace; without one, the object is in the namespace `""`
   * @throws TypeError where an argument is not what it must be
   * @throws Error where the index is being loaded
   */
  set(id: Id, labels: Labels, namespace = ''): void {
    assertId(id, 'id');
    assertNamespace(namespace, 'namespace');
    // A getter among the labels may put another object while this one is being read.
    const reader = this.#reader.isReading ? new LabelReader() : this.#reader;
    reader.read(labels);
    this.#assertIdle();
    this.#postings.put(id, reader, namespace);
  }

  /**
   * Deletes an object. O(labels), and for each label what taking it out of its sorted postings takes.
   * @param id as it was set: `1` and `"1"` are different ids
   * @returns whether it was there
   * @throws TypeError where `id` is no id
   * @throws Error where the index is being loaded
   */
  delete(id: Id): boolean {
    assertId(id, 'id');
    this.#assertIdle();
    return this.#postings.remove(id);
  }

  /**
   * Whether there is an object with this id. O(length of the id).
   * @param id as it was set: `1` and `"1"` are different ids
   * @throws TypeError where `id` is no id
   */
  has(id: Id): boolean {
    return this.#ordinalOf(id) !== NO_ORDINAL;
  }

  #ordinalOf(id: Id): number {
    assertId(id, 'id');
    return this.#postings.ids.ordinalOf(id);
  }

  /**
   * The labels of an object, by key; undefined where it is not there. The caller's own copy. O(labels), and sorting them.
   * @param id as it was set: `1` and `"1"` are different ids
   * @throws TypeError where `id` is no id
   */
  labelsOf(id: Id): Record<string, string> | undefined {
    const ordinal = this.#ordinalOf(id);
    return ordinal === NO_ORDINAL ? undefined : labelsAt(this.#postings, ordinal);
  }

  /**
   * The namespace of an object, `""` where it is in none; undefined where the object is not there. O(labels).
   * @param id as it was set: `1` and `"1"` are different ids
   * @throws TypeError where `id` is no id
   */
  namespaceOf(id: Id): string | undefined {
    const ordinal = this.#ordinalOf(id);
    return ordinal === NO_ORDINAL ? undefined : namespaceAt(this.#postings, ordinal);
  }

  /**
   * Puts many objects, all or none: where an entry is wrong or the iterable throws, the index is as it was. Of entries
   * with the same id the last one wins. The iterable may read the index, which has part of what came before, and may not
   * change it.
   *
   * @param entries `[id, labels, namespace?]` each, with the parts as {@link set} takes them
   * @complexity O(labels of all entries), entered many objects at a time, which takes less for each than {@link set}.
   * @throws TypeError naming the number of the entry, from 0 on, and what is wrong with it; and whatever the iterable throws
   * @throws Error where the index is being loaded already
   */
  load(entries: Iterable<Entry<Id>>): void {
    this.#assertIdle();
    this.#isLoading = true;
    try {
      loadEntries(this.#postings, entries);
    } finally {
      this.#isLoading = false;
    }
  }

  #assertIdle(): void {
    if (this.#isLoading) {
      throw new Error('the index is being loaded, and cannot be changed by what it is loaded from');
    }
  }

  #range(scope: Scope<Id> | undefined): Range {
    return readScope(scope, this.#postings.ids);
  }

  /**
   * How many objects a selector selects: the length of what `select` returns.
   *
   * @param selector what the labels of an object must satisfy; namespaces are asked for by the scope
   * @param scope the part that is counted; everything without
   * @complexity for one requirement, contradictions and what no object has: O(1), whatever the number of objects. For
   * several: the shortest postings, or the words of all of them divided by what a processor joins at a time.
   * @throws TypeError where `selector` is no Selector, or the scope is not what it must be
   */
  count(selector: Selector, scope?: Scope<Id>): number {
    return countOf(this.#postings, this.#queries.of(selector), this.#range(scope));
  }

  /**
   * The ids of the objects that a selector selects, in the order of their ordinals.
   *
   * @param selector what the labels of an object must satisfy; namespaces are asked for by the scope
   * @param scope the part that is wanted; everything without
   * @returns an array of the caller's own
   * @complexity what counting them takes, and O(ids). A `limit` ends the reading early.
   * @throws TypeError where `selector` is no Selector, or the scope is not what it must be
   */
  select(selector: Selector, scope?: Scope<Id>): Id[] {
    return idsOf(this.#postings, this.#queries.of(selector), this.#range(scope));
  }

  /**
   * The same ids one at a time, found as they are asked for. Changing the index while an iterator is open makes its next
   * step throw an Error.
   * @param selector what the labels of an object must satisfy; namespaces are asked for by the scope
   * @param scope the part that is wanted; everything without
   * @throws TypeError where `selector` is no Selector, or the scope is not what it must be
   */
  iterate(selector: Selector, scope?: Scope<Id>): IterableIterator<Id> {
    return iterateIds(this.#postings, this.#queries.of(selector), this.#range(scope), this.#postings.version);
  }

  /**
   * The ordinals of the same objects, ascending; the caller's own copy. {@link idAt} names them, as long as their objects
   * are not deleted.
   * @param selector what the labels of an object must satisfy; namespaces are asked for by the scope
   * @param scope the part that is wanted; everything without
   * @throws TypeError where `selector` is no Selector, or the scope is not what it must be
   */
  ordinals(selector: Selector, scope?: Scope<Id>): Uint32Array {
    return ordinalsOf(this.#postings, this.#queries.of(selector), this.#range(scope));
  }

  /**
   * The id of the object with an ordinal; undefined where there is none. O(1).
   * @param ordinal a whole number from 0 on, as {@link ordinals} gives them; of any other number there is no object
   */
  idAt(ordinal: number): Id | undefined {
    return ordinal >>> 0 === ordinal ? this.#postings.ids.idAt(ordinal) : undefined;
  }

  /**
   * Every object with its labels and its namespace, one at a time, in the order of their ordinals: what {@link load} takes, for
   * moving an index to another store. Labels are the caller's own copies. O(labels) a step; nothing is collected.
   *
   * Changing the index while an iterator is open makes its next step throw an Error.
   */
  entries(): IterableIterator<[id: Id, labels: Record<string, string>, namespace: string]> {
    return iterateEntries(this.#postings, this.#postings.version);
  }

  /**
   * A selector for asking again and again: its meaning is worked out once. A Selector that is asked twice is remembered
   * anyway, as long as the program holds it; this saves looking it up.
   * @param selector what the labels of an object must satisfy; namespaces are asked for by the scope of each question
   * @throws TypeError where `selector` is no Selector
   */
  prepare(selector: Selector): PreparedQuery<Id> {
    const query = this.#queries.of(selector);
    const postings = this.#postings;
    return Object.freeze({
      selector,
      count: (scope?: Scope<Id>) => countOf(postings, query, this.#range(scope)),
      select: (scope?: Scope<Id>) => idsOf(postings, query, this.#range(scope)),
      iterate: (scope?: Scope<Id>) => iterateIds(postings, query, this.#range(scope), postings.version),
      ordinals: (scope?: Scope<Id>) => ordinalsOf(postings, query, this.#range(scope)),
      explain: (scope?: Scope<Id>) => explainQuery(postings, query, this.#range(scope).namespace),
    });
  }

  /**
   * How a selector is answered: which postings are read, what was estimated and what was found, and which other plans
   * were looked at. Of the scope the namespace counts. `String()` of it is for people. Takes several times as long as
   * {@link count}.
   * @param selector what the labels of an object must satisfy; namespaces are asked for by the scope
   * @param scope only its namespace counts; all objects without one
   * @throws TypeError where `selector` is no Selector, or the scope is not what it must be
   */
  explain(selector: Selector, scope?: Scope<Id>): Explanation {
    return explainQuery(this.#postings, this.#queries.of(selector), this.#range(scope).namespace);
  }

  /**
   * The keys that objects have, those of most objects first, and then by name.
   *
   * @param selector only what the objects have that it selects; all objects without
   * @param scope only what the objects of its namespace have
   * @complexity O(keys), and sorting them; within a selector or a namespace, the labels of what is selected.
   * @throws TypeError where `selector` is no Selector, or the scope is not what it must be
   */
  keys(selector?: Selector, scope?: Pick<Scope<Id>, 'namespace'>): readonly KeyStatistics[] {
    const { namespace } = this.#range(scope);
    return keysOf(this.#postings, this.#within(selector, namespace), namespace);
  }

  /**
   * The values of a key, those of most objects first, and then by value; none where no object has the key.
   *
   * @param key as objects have it, with its prefix: `app.kubernetes.io/name`
   * @param selector only what the objects have that it selects; all objects without
   * @param scope only what the objects of its namespace have
   * @complexity O(values), and sorting them; within a selector or a namespace, the labels of what is selected.
   * @throws TypeError where `key` is no string, `selector` no Selector, or the scope is not what it must be
   */
  values(key: string, selector?: Selector, scope?: Pick<Scope<Id>, 'namespace'>): readonly ValueStatistics[] {
    if (typeof key !== 'string') throw new TypeError(`key must be a string, not ${kindOf(key)}`);
    const { namespace } = this.#range(scope);
    return valuesOf(this.#postings, key, this.#within(selector, namespace), namespace);
  }

  /** The query that facets are counted within; undefined for all objects. */
  #within(selector: Selector | undefined, namespace: string | undefined): Query | undefined {
    if (selector !== undefined) return this.#queries.of(selector);
    return namespace === undefined ? undefined : this.#queries.everything;
  }

  /** What the index holds, and what that takes in bytes. O(objects, keys and pairs). */
  statistics(): IndexStatistics {
    return statisticsOf(this.#postings);
  }

  /**
   * The index as bytes, with a version and a checksum. O(labels of distinct label sets, and ids).
   * @returns bytes of the caller's own, which {@link LabelIndex.restore} reads
   */
  snapshot(): Uint8Array {
    return writeSnapshot(this.#postings);
  }

  /**
   * An index from the bytes of a snapshot: the same objects in the same order, whose ordinals have no gaps. O(bytes, and
   * labels of all objects).
   *
   * @param bytes may be a view into a larger buffer; nothing of it is kept
   * @param options as for a new index
   * @throws TypeError where `bytes` is no Uint8Array, or an option is not what it must be
   * @throws Error where the bytes are no snapshot, damaged, cut off, or of a version that is not known
   */
  static restore<Id extends string | number = string>(
    bytes: Uint8Array,
    options?: LabelIndexOptions,
  ): LabelIndex<Id> {
    const index = new LabelIndex<Id>(options);
    readSnapshot(bytes, index.#postings);
    return index;
  }

  static {
    internals = (index) => index.#postings;
  }
}
