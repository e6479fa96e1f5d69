import { Changes } from '../anchors/changes.ts';
import { ReverseIndex } from '../anchors/reverse-index.ts';
import type { Subject } from '../anchors/subject.ts';
import { conjunctionsOf } from '../constraint/conjunctions-of.ts';
import type { Labels } from '../labels/labels.ts';
import { assertId, NO_ORDINAL } from '../postings/identities.ts';
import { LabelReader } from '../postings/label-reader.ts';
import type { Postings } from '../postings/postings.ts';
import { frozenSelector } from '../selector/frozen-selector.ts';
import type { Selector } from '../selector/selector.ts';
import { kindOf } from '../text/kind-of.ts';
import { Audience } from './audience.ts';
import { Batch } from './batch.ts';
import { Follower } from './follower.ts';
import { KnownPairs } from './known-pairs.ts';
import { shareIn } from './known-share.ts';
import { LabelIndex, postingsOf } from './label-index.ts';
import type { Entry } from './load.ts';
import type { MembershipChange, Watch, WatchChange } from './membership-change.ts';
import { type MembershipStatistics, statisticsOfMembership } from './membership-statistics.ts';
import { ordinalDifference } from './ordinal-difference.ts';
import { assertNamespace } from './scope.ts';

/** What a Membership keeps, for the invariant checker. */
interface Internals {
  readonly index: LabelIndex<string | number>;
  readonly reverse: ReverseIndex<unknown>;
}

let internals: <A extends string | number, B extends string | number>(of: Membership<A, B>) => Internals;

/** What a Membership keeps, for the invariant checker. */
export function internalsOf<A extends string | number, B extends string | number>(
  membership: Membership<A, B>,
): Internals {
  return internals(membership);
}

function assertListener(listener: unknown): void {
  if (typeof listener !== 'function') {
    throw new TypeError(`listener must be a function, not ${kindOf(listener)}`);
  }
}

const NO_ORDINALS = new Uint32Array(0);

/**
 * Objects and selectors together, both of which may change at any time: which selector selects which object, always
 * current, and every change of that told as joins and leaves.
 *
 * An object is in a namespace, `""` without one. A selector that is in a namespace sees only objects of that namespace,
 * otherwise every object. Ids are compared as keys of a Map are.
 *
 * What a call changes is told before it returns, in one batch, and nothing where nothing changed. The state is changed
 * first: a listener that asks sees what it is told of. A call from within a listener changes the state at once, and is told
 * after the batch in hand has been told to everyone. Where a listener throws, the others are told all the same; then the
 * outermost call throws what was thrown, an AggregateError where several did. The change stands.
 *
 * A call with a bad argument throws a TypeError that names it, changes nothing and tells nothing.
 */
export class Membership<
  ObjectId extends string | number = string,
  SelectorId extends string | number = string,
> {
  readonly #index = new LabelIndex<ObjectId>();
  readonly #postings: Postings<ObjectId> = postingsOf(this.#index);
  readonly #reverse = new ReverseIndex<Follower<ObjectId, SelectorId>>({
    followsChanges: true,
    knownShare: (key, value) => shareIn(this.#postings, key, value),
  });
  readonly #changes = new Changes(this.#reverse);
  readonly #pairs = new KnownPairs(this.#postings, this.#reverse.lexicon);
  readonly #reader = new LabelReader();
  /** The labels of the object in hand, as they were and as they are to be. */
  readonly #before: Subject = this.#reverse.subject();
  readonly #after: Subject = this.#reverse.subject();
  #namespaceBefore: string | undefined;
  readonly #selectors = new Map<SelectorId, Follower<ObjectId, SelectorId>>();
  readonly #audience = new Audience<ObjectId, SelectorId>();
  #isLoading = false;

  /** How many objects there are. */
  get objects(): number {
    return this.#index.size;
  }

  /** How many selectors there are; watches are none. */
  get selectors(): number {
    return this.#selectors.size;
  }

  /**
   * Puts an object, in the place of the one with its id if there is one.
   *
   * @param id a string or a number
   * @param labels a plain object or a Map, copied
   * @param namespace the namespace; without one, the object is in the namespace `""`
   * @complexity O(labels), and the selectors that speak of labels that differ; for a new object, those that match it.
   * @throws TypeError where an argument is not what it must be
   * @throws Error where objects are being loaded
   */
  setObject(id: ObjectId, labels: Labels, namespace = ''): void {
    assertId(id, 'id');
    assertNamespace(namespace, 'namespace');
    // A getter among the labels may put another object while this one is being read.
    const reader = this.#reader.isReading ? new LabelReader() : this.#reader;
    reader.read(labels);
    this.#assertIdle();
    if (!this.#audience.isListening) {
      this.#postings.put(id, reader, namespace);
      return;
    }
    this.#namespaceBefore = undefined;
    const { version } = this.#postings;
    try {
      const ordinal = this.#postings.put(id, reader, namespace, this.#noteBefore);
      // The same labels again, as a relist brings them, are no change.
      if (this.#postings.version === version) return;
      this.#pairs.fill(this.#after, ordinal);
      if (this.#namespaceBefore === undefined) this.#changes.coming(this.#after, namespace);
      else this.#changes.turning(this.#before, this.#namespaceBefore, this.#after, namespace);
    } finally {
      this.#before.clear();
      this.#after.clear();
    }
    this.#tellChanges(id);
  }

  readonly #noteBefore = (ordinal: number): void => {
    this.#namespaceBefore = this.#pairs.fill(this.#before, ordinal);
  };

  #assertIdle(): void {
    if (this.#isLoading) {
      throw new Error('objects are being loaded, and nothing can be changed by what they are loaded from');
    }
  }

  /** Tells what has been found to change for one object. */
  #tellChanges(id: ObjectId): void {
    const { joined, joinedCount, left, leftCount } = this.#changes;
    if (joinedCount + leftCount === 0) return;
    const batch = new Batch<ObjectId, SelectorId>(this.#audience.subscribers);
    for (let i = 0; i < joinedCount; i++) batch.join(id, joined[i] as Follower<ObjectId, SelectorId>);
    for (let i = 0; i < leftCount; i++) batch.leave(id, left[i] as Follower<ObjectId, SelectorId>);
    this.#audience.tell(batch);
  }

  /**
   * Deletes an object; it leaves every selector that selected it. O(labels), and what those that selected it take to find.
   * @returns whether it was there
   * @throws TypeError where `id` is no id
   * @throws Error where objects are being loaded
   */
  deleteObject(id: ObjectId): boolean {
    const ordinal = this.#ordinalOf(id);
    this.#assertIdle();
    if (ordinal === NO_ORDINAL) return false;
    if (!this.#audience.isListening) return this.#postings.remove(id, ordinal);
    try {
      const namespace = this.#pairs.fill(this.#before, ordinal);
      this.#changes.going(this.#before, namespace);
    } finally {
      this.#before.clear();
    }
    this.#postings.remove(id, ordinal);
    this.#tellChanges(id);
    return true;
  }

  #ordinalOf(id: ObjectId): number {
    assertId(id, 'id');
    return this.#postings.ids.ordinalOf(id);
  }

  /**
   * Whether there is an object with this id.
   * @throws TypeError where `id` is no id
   */
  hasObject(id: ObjectId): boolean {
    return this.#index.has(id);
  }

  /**
   * The labels of an object, by key; undefined where it is not there. The caller's own copy.
   * @throws TypeError where `id` is no id
   */
  labelsOf(id: ObjectId): Record<string, string> | undefined {
    return this.#index.labelsOf(id);
  }

  /**
   * Puts many objects, all or none, and tells what changed in one batch: where an entry is wrong or the iterable throws,
   * everything is as it was and nothing is told. Of entries with the same id the last one wins. The iterable may change
   * nothing here.
   *
   * @param entries `[id, labels, namespace?]` each, with the parts as {@link setObject} takes them
   * @throws TypeError naming the number of the entry, from 0 on, and what is wrong with it; and whatever the iterable throws
   * @throws Error where objects are being loaded already
   */
  load(entries: Iterable<Entry<ObjectId>>): void {
    this.#assertIdle();
    const selectedBefore = new Map<ObjectId, readonly Follower<ObjectId, SelectorId>[]>();
    const isIterable = typeof entries === 'object' && entries !== null && Symbol.iterator in entries;
    this.#isLoading = true;
    try {
      this.#index.load(
        this.#audience.isListening && isIterable ? this.#noting(entries, selectedBefore) : entries,
      );
    } finally {
      this.#isLoading = false;
    }
    this.#audience.tell(this.#compare(selectedBefore));
  }

  /** The same entries; notes by whom objects are selected before they are put. */
  *#noting(
    entries: Iterable<Entry<ObjectId>>,
    selectedBefore: Map<ObjectId, readonly Follower<ObjectId, SelectorId>[]>,
  ): Generator<Entry<ObjectId>> {
    for (const entry of entries) {
      const id: unknown = Array.isArray(entry) ? entry[0] : undefined;
      const isId = typeof id === 'string' || typeof id === 'number';
      // Of several entries the first one finds the object as it was.
      if (isId && !selectedBefore.has(entry[0])) selectedBefore.set(entry[0], this.#followersOf(entry[0]));
      yield entry;
    }
  }

  #compare(
    selectedBefore: ReadonlyMap<ObjectId, readonly Follower<ObjectId, SelectorId>[]>,
  ): Batch<ObjectId, SelectorId> {
    const batch = new Batch<ObjectId, SelectorId>(this.#audience.subscribers);
    for (const [id, before] of selectedBefore) {
      const now = new Set(this.#followersOf(id));
      for (const follower of before) if (!now.delete(follower)) batch.leave(id, follower);
      for (const follower of now) batch.join(id, follower);
    }
    return batch;
  }

  /** Who selects an object; nobody where it is not there. */
  #followersOf(id: ObjectId): Follower<ObjectId, SelectorId>[] {
    const ordinal = this.#ordinalOf(id);
    if (ordinal === NO_ORDINAL) return [];
    try {
      const namespace = this.#pairs.fill(this.#before, ordinal);
      const count = this.#reverse.find(this.#before, namespace);
      return this.#reverse.matching.found.slice(0, count);
    } finally {
      this.#before.clear();
    }
  }

  /**
   * Puts a selector, in the place of the one with its id if there is one.
   *
   * @param id a string or a number
   * @param selector copied, unless it is frozen
   * @param namespace the namespace whose objects it sees, `""` for those in none; without one, it sees every object
   * @complexity O(requirements and values); where someone has subscribed, what it takes to find what it selects, and what
   * the one before selected.
   * @throws TypeError where an argument is not what it must be
   * @throws Error where objects are being loaded
   */
  setSelector(id: SelectorId, selector: Selector, namespace?: string): void {
    assertId(id, 'id');
    if (namespace !== undefined) assertNamespace(namespace, 'namespace');
    const frozen = frozenSelector(selector);
    this.#assertIdle();
    const before = this.#selectors.get(id);
    if (before !== undefined) this.#remove(before);
    // As a Map does, so that nobody is handed a -0.
    const kept = id === 0 ? (0 as SelectorId) : id;
    const follower = new Follower<ObjectId, SelectorId>(frozen, namespace, kept);
    follower.owner = this.#reverse.add(follower, conjunctionsOf(frozen), namespace);
    this.#selectors.set(id, follower);
    if (this.#audience.subscribers > 0) this.#tellSelector(before, follower);
  }

  /**
   * Deletes a selector; every object that it selected leaves it.
   * @returns whether it was there
   * @throws TypeError where `id` is no id
   * @throws Error where objects are being loaded
   */
  deleteSelector(id: SelectorId): boolean {
    assertId(id, 'id');
    this.#assertIdle();
    const follower = this.#selectors.get(id);
    if (follower === undefined) return false;
    this.#remove(follower);
    this.#selectors.delete(id);
    if (this.#audience.subscribers > 0) this.#tellSelector(follower, undefined);
    return true;
  }

  #remove(follower: Follower<ObjectId, SelectorId>): void {
    this.#reverse.remove(follower.owner);
    this.#changes.forget();
  }

  /** Tells what has changed because a selector came, went, or took the place of another. */
  #tellSelector(
    before: Follower<ObjectId, SelectorId> | undefined,
    after: Follower<ObjectId, SelectorId> | undefined,
  ): void {
    const was = before === undefined ? NO_ORDINALS : this.#ordinalsOf(before);
    const is = after === undefined ? NO_ORDINALS : this.#ordinalsOf(after);
    const batch = new Batch<ObjectId, SelectorId>(this.#audience.subscribers);
    if (after !== undefined) {
      for (const ordinal of ordinalDifference(is, was)) batch.join(this.#idAt(ordinal), after);
    }
    if (before !== undefined) {
      for (const ordinal of ordinalDifference(was, is)) batch.leave(this.#idAt(ordinal), before);
    }
    this.#audience.tell(batch);
  }

  #ordinalsOf({ selector, namespace }: Follower<ObjectId, SelectorId>): Uint32Array {
    return this.#index.ordinals(selector, namespace === undefined ? undefined : { namespace });
  }

  #idAt(ordinal: number): ObjectId {
    return this.#postings.ids.idAt(ordinal) as ObjectId;
  }

  /**
   * Whether there is a selector with this id.
   * @throws TypeError where `id` is no id
   */
  hasSelector(id: SelectorId): boolean {
    assertId(id, 'id');
    return this.#selectors.has(id);
  }

  /**
   * The ids of the objects that a selector selects, in the order of their ordinals; none where it is not there. Takes what
   * {@link LabelIndex.select} does.
   * @throws TypeError where `selectorId` is no id
   */
  objectsOf(selectorId: SelectorId): ObjectId[] {
    assertId(selectorId, 'selectorId');
    const follower = this.#selectors.get(selectorId);
    return follower === undefined ? [] : this.#objectsOf(follower);
  }

  #objectsOf({ selector, namespace }: Follower<ObjectId, SelectorId>): ObjectId[] {
    return this.#index.select(selector, namespace === undefined ? undefined : { namespace });
  }

  /**
   * The ids of the selectors that select an object, in no order that means anything; none where it is not there. Takes what
   * {@link SelectorIndex.matching} does.
   * @throws TypeError where `objectId` is no id
   */
  selectorsOf(objectId: ObjectId): SelectorId[] {
    assertId(objectId, 'objectId');
    const ids: SelectorId[] = [];
    for (const { id } of this.#followersOf(objectId)) if (id !== undefined) ids.push(id);
    return ids;
  }

  /**
   * Tells a listener every change of which selector selects which object, from now on.
   *
   * @param listener told once for each call that changes something
   * @returns ends it: nothing more is told, not even what waits to be; may be called again
   * @throws TypeError where `listener` is no function
   * @throws Error where objects are being loaded
   */
  subscribe(listener: (change: MembershipChange<ObjectId, SelectorId>) => void): () => void {
    assertListener(listener);
    this.#assertIdle();
    return this.#audience.subscribe(listener);
  }

  /**
   * Follows one selector: tells a listener which objects it selects now, even if that is none, and from then on which join
   * and which leave.
   *
   * @param selector copied, unless it is frozen
   * @param listener told first what is selected now, and then once for each call that changes it
   * @param namespace the namespace whose objects it sees, `""` for those in none; without one, it sees every object
   * @throws TypeError where an argument is not what it must be
   * @throws Error where objects are being loaded
   * @throws what the listener throws; the watch is closed then
   */
  watch(
    selector: Selector,
    listener: (change: WatchChange<ObjectId>) => void,
    namespace?: string,
  ): Watch<ObjectId> {
    const frozen = frozenSelector(selector);
    assertListener(listener);
    if (namespace !== undefined) assertNamespace(namespace, 'namespace');
    this.#assertIdle();
    const follower = new Follower<ObjectId, SelectorId>(frozen, namespace, undefined, listener);
    follower.owner = this.#reverse.add(follower, conjunctionsOf(frozen), namespace);
    this.#audience.watches++;
    const watch = this.#watchOf(follower);
    try {
      this.#audience.begin(follower, watch.ids());
    } catch (error) {
      // Nobody would be handed what closes it.
      watch.close();
      throw error;
    }
    return watch;
  }

  #watchOf(follower: Follower<ObjectId, SelectorId>): Watch<ObjectId> {
    const { selector, namespace } = follower;
    const isOpen = () => follower.listener !== undefined;
    const index = this.#index;
    const scope = namespace === undefined ? undefined : { namespace };
    return Object.freeze({
      selector,
      namespace,
      get count() {
        return isOpen() ? index.count(selector, scope) : 0;
      },
      ids: () => (isOpen() ? this.#objectsOf(follower) : []),
      close: () => {
        if (!isOpen()) return;
        follower.listener = undefined;
        this.#remove(follower);
        this.#audience.watches--;
      },
    });
  }

  /** What is held, and what that takes. O(objects and selectors). */
  statistics(): MembershipStatistics<SelectorId> {
    return statisticsOfMembership(this.#postings, this.#reverse, {
      selectors: this.#selectors.size,
      watches: this.#audience.watches,
      subscribers: this.#audience.subscribers,
    });
  }

  static {
    internals = (membership) => ({
      index: membership.#index as unknown as LabelIndex<string | number>,
      reverse: membership.#reverse as ReverseIndex<unknown>,
    });
  }
}
