import type { KernelChoice } from '../bitmap/arena.ts';
import { OrdinalSets } from '../bitmap/ordinal-sets.ts';
import { PagedWords } from '../bitmap/paged-words.ts';
import { Scratch } from '../bitmap/scratch.ts';
import { Dictionary, type Key, NO_SET } from './dictionary.ts';
import { grown } from './grow.ts';
import { hashOf, Identities, NO_ORDINAL } from './identities.ts';
import type { LabelReader } from './label-reader.ts';
import { LabelSets } from './label-sets.ts';
import { sortAscending } from './sort.ts';

/** Marks of a key: an object has it no more, or has not had it before. */
const LOST = 1;
const GAINED = 2;

/**
 * What an index keeps: ids and their ordinals, the postings of every pair, of every key and of every namespace, the
 * set of all ordinals, and the label set of each object. Every change goes through {@link Postings.put} and
 * {@link Postings.remove}, and touches only what differs.
 */
export class Postings<Id extends string | number> {
  readonly sets: OrdinalSets;
  readonly scratch: Scratch;
  readonly ids: Identities<Id> = new Identities<Id>();
  readonly dictionary: Dictionary;
  readonly labelSets: LabelSets = new LabelSets();
  /** The postings of all objects. */
  readonly universe: number;
  /** Moves with every change. */
  version = 0;
  /** By ordinal. */
  readonly #labelSetOf = new PagedWords();
  /** The pairs of the label set that is being put, in order. */
  #pairs: Uint32Array = new Uint32Array(16);
  /** The same as they were read, and the key of each: what an object that is new is entered into. */
  readonly #readPairs: number[] = [];
  readonly #readKeys: Key[] = [];
  /** By the number of a key: the pair that the object in hand has of it; or how it is marked. All are 0 in between. */
  #noted: Uint32Array<ArrayBuffer> = new Uint32Array(8);
  /** The pairs that an object is to get, and those that it is to lose; and the keys of these, which are marked. */
  readonly #added: number[] = [];
  readonly #removed: number[] = [];
  readonly #markedKeys: number[] = [];

  constructor(kernel: KernelChoice) {
    this.sets = new OrdinalSets(kernel);
    this.scratch = new Scratch(this.sets.arena);
    this.dictionary = new Dictionary(this.sets);
    this.universe = this.sets.create();
  }

  get size(): number {
    return this.ids.size;
  }

  /** The label set of an object. */
  labelSetOf(ordinal: number): number {
    return this.#labelSetOf.at(ordinal);
  }

  /** Bytes of the table of objects. */
  get objectBytes(): number {
    return this.#labelSetOf.bytes;
  }

  /** The pair of an object that is of a key, by the key's number, or {@link NO_SET}. O(labels of the object). */
  pairOf(ordinal: number, key: number): number {
    const { labelSets, dictionary } = this;
    const labelSet = this.labelSetOf(ordinal);
    const words = labelSets.page(labelSet);
    const start = labelSets.start(labelSet);
    const end = start + labelSets.length(labelSet);
    for (let at = start; at < end; at++) {
      const set = words[at] ?? 0;
      if (dictionary.keyNumberOf(set) === key) return set;
    }
    return NO_SET;
  }

  /** Tells the pairs of an object, that of its namespace among them. */
  forEachPair(ordinal: number, tell: (pair: number) => void): void {
    const labelSet = this.labelSetOf(ordinal);
    const words = this.labelSets.page(labelSet);
    const start = this.labelSets.start(labelSet);
    const end = start + this.labelSets.length(labelSet);
    for (let at = start; at < end; at++) tell(words[at] ?? 0);
  }

  /**
   * Puts an object with the labels that were read, in the place of the one with its id if there is one.
   * O(labels), and what the postings that change take.
   *
   * @param beforeReplace told the ordinal of the object that is there, while it is as it was
   * @returns the ordinal of the object
   */
  put(id: Id, labels: LabelReader, namespace: string, beforeReplace?: (ordinal: number) => void): number {
    const hash = hashOf(id);
    const present = this.ids.ordinalOf(id, hash);
    if (present !== NO_ORDINAL) beforeReplace?.(present);
    const labelSet = this.#takeLabelSet(labels, namespace, present);
    if (present === NO_ORDINAL) return this.#insert(id, labelSet, hash);
    this.#replace(present, labelSet);
    return present;
  }

  /** Puts an object whose id is not there, with a label set that is held for it. */
  insert(id: Id, labelSet: number): void {
    this.#readPairs.length = 0;
    this.#readKeys.length = 0;
    const { dictionary, labelSets } = this;
    const words = labelSets.page(labelSet);
    const start = labelSets.start(labelSet);
    const end = start + labelSets.length(labelSet);
    for (let at = start; at < end; at++) {
      const pair = words[at] ?? 0;
      this.#readPairs.push(pair);
      this.#readKeys.push(dictionary.keyOf(pair));
    }
    this.#insert(id, labelSet, hashOf(id));
  }

  /** An ordinal for a new object, in the postings of the pairs that were read last. */
  #insert(id: Id, labelSet: number, hash: number): number {
    this.version++;
    const ordinal = this.assign(id, hash);
    let entered = 0;
    const n = this.labelSets.length(labelSet);
    try {
      this.setLabelSet(ordinal, labelSet);
      this.sets.add(this.universe, ordinal);
      for (; entered < n; entered++) {
        const key = this.#readKeys[entered] ?? this.dictionary.namespaces;
        this.#enter(this.#readPairs[entered] ?? 0, key, ordinal, true);
      }
      return ordinal;
    } catch (error) {
      // There is no memory: what was done is undone, which needs none.
      for (let at = 0; at < n; at++) this.#leaveAndDrop(this.#readPairs[at] ?? 0, ordinal, true);
      this.sets.remove(this.universe, ordinal);
      this.labelSets.release(labelSet);
      this.ids.release(ordinal);
      throw error;
    }
  }

  /**
   * The label set of labels that were read, held for one more object.
   * @param present the ordinal of the object they are for, or {@link NO_ORDINAL}: most of its labels stay as they are
   */
  #takeLabelSet(labels: LabelReader, namespace: string, present: number): number {
    const { dictionary } = this;
    const n = labels.end - labels.start + 1;
    if (n > this.#pairs.length) this.#pairs = new Uint32Array(n * 2);
    const pairs = this.#pairs;
    const readPairs = this.#readPairs;
    const readKeys = this.#readKeys;
    if (present !== NO_ORDINAL) this.#note(present, false);
    try {
      for (let i = 0; i < n; i++) {
        const isNamespace = i === n - 1;
        const at = labels.start + i;
        const key = isNamespace ? dictionary.namespaces : dictionary.takeKey(labels.keys[at] ?? '');
        const value = isNamespace ? namespace : (labels.values[at] ?? '');
        const was = present === NO_ORDINAL ? 0 : (this.#noted[key.number] ?? 0);
        const pair = was !== 0 && dictionary.valueOf(was) === value ? was : dictionary.take(key, value);
        readKeys[i] = key;
        readPairs[i] = pair;
        pairs[i] = pair;
      }
    } finally {
      if (present !== NO_ORDINAL) this.#note(present, true);
    }
    sortAscending(pairs, 0, n);
    return this.labelSets.take(pairs, 0, n);
  }

  /** Notes the pairs of an object by the numbers of their keys, or takes the notes back. */
  #note(ordinal: number, isTakenBack: boolean): void {
    const { labelSets, dictionary } = this;
    const labelSet = this.labelSetOf(ordinal);
    const words = labelSets.page(labelSet);
    const start = labelSets.start(labelSet);
    const end = start + labelSets.length(labelSet);
    for (let at = start; at < end; at++) {
      const pair = words[at] ?? 0;
      const key = dictionary.keyNumberOf(pair);
      if (key >= this.#noted.length) this.#noted = grown(this.#noted, key + 1);
      // 0 stands for no pair: it is the handle of all objects.
      this.#noted[key] = isTakenBack ? 0 : pair;
    }
  }

  /** An object gets a pair, and where `isNewKey` the key with it. */
  #enter(set: number, key: Key, ordinal: number, isNewKey: boolean): void {
    if (this.sets.add(set, ordinal)) key.order?.changed(set, 1);
    if (isNewKey && key.presence !== NO_SET) this.sets.add(key.presence, ordinal);
  }

  /**
   * An object loses a pair if it has it, and where `isKeyLost` the key with it. The pair is there even if no object has it
   * any more.
   */
  leave(set: number, ordinal: number, isKeyLost: boolean): void {
    const key = this.dictionary.keyOf(set);
    if (this.sets.remove(set, ordinal)) key.order?.changed(set, -1);
    if (isKeyLost && key.presence !== NO_SET) this.sets.remove(key.presence, ordinal);
  }

  /** The same, and a pair that no object has any more is dropped. */
  #leaveAndDrop(set: number, ordinal: number, isKeyLost: boolean): void {
    this.leave(set, ordinal, isKeyLost);
    if (this.sets.count(set) === 0) this.dictionary.drop(set);
  }

  /** Gives an object up its label set, which others may hold. */
  #releaseLabelSet(labelSet: number): void {
    this.labelSets.release(labelSet);
    if (this.labelSets.isWasteful) this.#compactLabelSets();
  }

  #compactLabelSets(): void {
    let names: Uint32Array;
    try {
      names = this.labelSets.compact();
    } catch (error) {
      // Without memory for that, they stay as they are, and right.
      if (error instanceof RangeError) return;
      throw error;
    }
    for (const ordinal of this.ids.ordinals()) {
      this.#labelSetOf.put(ordinal, names[this.#labelSetOf.at(ordinal)] ?? 0);
    }
  }

  /** An ordinal for an id that has none, and room for its label set. */
  assign(id: Id, hash: number): number {
    this.#labelSetOf.reserve(this.ids.next + 1);
    return this.ids.assign(id, hash);
  }

  /** Which label set an object holds. */
  setLabelSet(ordinal: number, labelSet: number): void {
    this.#labelSetOf.put(ordinal, labelSet);
  }

  /** Makes ready for many objects to come, until {@link trim} is called. */
  expectMany(): void {
    this.ids.expectMany();
    this.dictionary.expectMany();
    this.labelSets.expectMany();
  }

  /** Gives back memory that was taken in advance, for when nothing more is expected soon. O(objects). */
  trim(): void {
    this.sets.trim();
    this.ids.trim();
    this.dictionary.trim();
    this.labelSets.trim();
    this.#labelSetOf.trim(this.ids.end);
  }

  #replace(ordinal: number, labelSet: number): void {
    const before = this.labelSetOf(ordinal);
    // The same labels again are no change.
    if (before !== labelSet) {
      this.version++;
      this.#compare(before, labelSet);
      this.#markKeys();
      try {
        this.#exchange(ordinal);
      } catch (error) {
        this.labelSets.release(labelSet);
        throw error;
      } finally {
        this.#unmarkKeys();
      }
      this.#labelSetOf.put(ordinal, labelSet);
    }
    this.#releaseLabelSet(before);
  }

  /** An object gets the pairs that are new and loses those that are gone; or neither, where there is no memory. */
  #exchange(ordinal: number): void {
    const { dictionary } = this;
    const added = this.#added;
    const removed = this.#removed;
    const marks = this.#noted;
    try {
      for (let i = 0; i < added.length; i++) {
        const set = added[i] ?? 0;
        const key = dictionary.keyOf(set);
        this.#enter(set, key, ordinal, ((marks[key.number] ?? 0) & LOST) === 0);
      }
    } catch (error) {
      // What was done is undone, which needs no memory.
      for (const set of added) {
        this.#leaveAndDrop(set, ordinal, ((marks[dictionary.keyNumberOf(set)] ?? 0) & LOST) === 0);
      }
      throw error;
    }
    for (let i = 0; i < removed.length; i++) {
      const set = removed[i] ?? 0;
      this.#leaveAndDrop(set, ordinal, ((marks[dictionary.keyNumberOf(set)] ?? 0) & GAINED) === 0);
    }
  }

  /** Marks the keys of the pairs that differ: one that is both lost and gained stays, with another value. */
  #markKeys(): void {
    const { dictionary } = this;
    this.#markedKeys.length = 0;
    for (const set of this.#removed) this.#mark(dictionary.keyNumberOf(set), LOST);
    for (const set of this.#added) this.#mark(dictionary.keyNumberOf(set), GAINED);
  }

  #mark(key: number, mark: number): void {
    if (key >= this.#noted.length) this.#noted = grown(this.#noted, key + 1);
    this.#noted[key] = (this.#noted[key] ?? 0) | mark;
    this.#markedKeys.push(key);
  }

  #unmarkKeys(): void {
    for (const key of this.#markedKeys) this.#noted[key] = 0;
  }

  /** Finds which pairs two label sets do not share. Both are ascending. */
  #compare(before: number, after: number): void {
    const oldWords = this.labelSets.page(before);
    const nowWords = this.labelSets.page(after);
    let old = this.labelSets.start(before);
    let now = this.labelSets.start(after);
    const oldEnd = old + this.labelSets.length(before);
    const nowEnd = now + this.labelSets.length(after);
    this.#removed.length = 0;
    this.#added.length = 0;
    while (old < oldEnd && now < nowEnd) {
      const was = oldWords[old] ?? 0;
      const is = nowWords[now] ?? 0;
      if (was < is) this.#removed.push(was);
      else if (is < was) this.#added.push(is);
      if (was <= is) old++;
      if (is <= was) now++;
    }
    while (old < oldEnd) this.#removed.push(oldWords[old++] ?? 0);
    while (now < nowEnd) this.#added.push(nowWords[now++] ?? 0);
  }

  /**
   * Takes an object out.
   * @param ordinal its ordinal, for those who know it
   * @returns whether it was there
   */
  remove(id: Id, ordinal: number = this.ids.ordinalOf(id)): boolean {
    if (ordinal === NO_ORDINAL) return false;
    this.version++;
    const labelSet = this.labelSetOf(ordinal);
    const start = this.labelSets.start(labelSet);
    const end = start + this.labelSets.length(labelSet);
    const words = this.labelSets.page(labelSet);
    for (let at = start; at < end; at++) this.#leaveAndDrop(words[at] ?? 0, ordinal, true);
    this.sets.remove(this.universe, ordinal);
    this.ids.release(ordinal);
    this.#releaseLabelSet(labelSet);
    return true;
  }
}
