import { Columns } from './columns.ts';
import { NO_SET } from './dictionary.ts';
import { hashOfText, hashOfWords } from './hash.ts';
import { hashOf, NO_ORDINAL } from './identities.ts';
import type { LabelReader } from './label-reader.ts';
import { Lot, MOST_OBJECTS } from './lot.ts';
import type { Postings } from './postings.ts';
import { sortAscending } from './sort.ts';

/** What is told of the objects that are put, in their order. */
export interface Journal {
  /** An object is there that was not. */
  added(ordinal: number): void;
  /** An object is about to get other labels, and is as it was. */
  replacing(ordinal: number): void;
}

/** Of a label: that its pair is not known yet, or is being looked up. Of a row: that its label set is not known yet. */
const UNKNOWN = 0xffff_ffff;
const LOOKED_UP = 0xffff_fffe;

/*
 * Reads are unchecked (`!`) here: this is what loading an index spends its time in.
 */

/**
 * Takes in objects many at a time. They wait until they are a lot, which is entered key by key: a key's table and the
 * postings of its values are then in the processor's cache for all of them, where object by object nearly every look would
 * wait for the memory. An object whose id is there is put on its own, in its turn.
 */
export class Intake<Id extends string | number> {
  readonly #postings: Postings<Id>;
  readonly #journal: Journal;
  readonly #lot = new Lot<Id>();
  readonly #columns = new Columns();
  /** By object of the lot. */
  readonly #idHashes = new Int32Array(MOST_OBJECTS);
  readonly #ordinals = new Uint32Array(MOST_OBJECTS);
  /** By row of the lot: its label set, and the hash of that. */
  readonly #labelSets = new Uint32Array(MOST_OBJECTS);
  readonly #rowHashes = new Int32Array(MOST_OBJECTS);
  /** By label of the lot: its pair, and the pairs of its row in order. */
  #pairs = new Uint32Array(0);
  #ascending = new Uint32Array(0);
  /** Labels whose pairs are looked up, and the hashes of their values. */
  #wanted = new Uint32Array(0);
  #hashes = new Int32Array(0);
  /** Which objects hold their label sets: those before this one. */
  #held = 0;

  constructor(postings: Postings<Id>, journal: Journal) {
    this.#postings = postings;
    this.#journal = journal;
  }

  /** What the labels of the next object are to be read with. */
  get labels(): LabelReader {
    return this.#lot.labels;
  }

  /**
   * Takes an object, whose labels were read last. It is there after {@link flush} at the latest.
   * @throws RangeError where no memory can be had; what the journal was told of is there, and nothing else
   */
  push(id: Id, namespace: string): void {
    this.#lot.push(id, namespace);
    if (this.#lot.isFull) this.flush();
  }

  /** Enters the objects that wait. Throws as {@link push} does. */
  flush(): void {
    const lot = this.#lot;
    try {
      this.#makeRoom();
      for (let object = 0; object < lot.size; object++) this.#idHashes[object] = hashOf(lot.ids[object]!);
      this.#postings.ids.touch(this.#idHashes, lot.size);
      for (let object = 0; object < lot.size; ) {
        object = this.#enterNew(object);
        if (object < lot.size) this.#putPresent(object++);
      }
    } finally {
      lot.clear();
    }
  }

  #makeRoom(): void {
    const needed = this.#lot.length;
    if (needed <= this.#pairs.length) return;
    this.#pairs = new Uint32Array(needed * 2);
    this.#ascending = new Uint32Array(needed * 2);
    this.#wanted = new Uint32Array(needed * 2);
    this.#hashes = new Int32Array(needed * 2);
  }

  /** Puts an object whose id is there. */
  #putPresent(object: number): void {
    const lot = this.#lot;
    const { labels } = lot;
    const row = lot.rowOf[object]!;
    labels.start = lot.start(row);
    labels.end = lot.end(row) - 1;
    this.#postings.put(lot.ids[object]!, labels, labels.values[labels.end]!, (ordinal) =>
      this.#journal.replacing(ordinal),
    );
  }

  /**
   * Enters the objects from one on, up to one whose id is there.
   * @returns that one
   */
  #enterNew(from: number): number {
    const postings = this.#postings;
    const lot = this.#lot;
    let to = from;
    this.#held = from;
    try {
      for (; to < lot.size; to++) {
        const id = lot.ids[to]!;
        const hash = this.#idHashes[to]!;
        if (postings.ids.ordinalOf(id, hash) !== NO_ORDINAL) break;
        this.#forget(lot.rowOf[to]!);
        this.#ordinals[to] = postings.assign(id, hash);
      }
      if (to === from) return to;
      postings.version++;
      this.#columns.arrange(lot, from, to, postings.dictionary);
      this.#takePairs();
      this.#takeLabelSets(from, to);
      this.#enter(from, to);
    } catch (error) {
      this.#takeBack(from, to);
      throw error;
    }
    for (let object = from; object < to; object++) this.#journal.added(this.#ordinals[object]!);
    return to;
  }

  /** Nothing is known of a row. */
  #forget(row: number): void {
    const lot = this.#lot;
    this.#labelSets[row] = UNKNOWN;
    this.#pairs.fill(UNKNOWN, lot.start(row), lot.end(row));
  }

  #takePairs(): void {
    const columns = this.#columns;
    const { dictionary } = this.#postings;
    const { values } = this.#lot.labels;
    for (let column = 0; column < columns.keys.length; column++) {
      const key = columns.keys[column]!;
      const end = columns.end(column);
      let n = 0;
      for (let at = columns.start(column); at < end; at++) {
        const label = columns.labels[at]!;
        if (this.#pairs[label] !== UNKNOWN) continue;
        this.#pairs[label] = LOOKED_UP;
        this.#wanted[n] = label;
        this.#hashes[n] = hashOfText(values[label]!);
        n++;
      }
      key.table.touch(this.#hashes, n);
      for (let at = 0; at < n; at++) {
        const label = this.#wanted[at]!;
        this.#pairs[label] = dictionary.take(key, values[label]!, this.#hashes[at]!);
      }
    }
  }

  #takeLabelSets(from: number, to: number): void {
    const lot = this.#lot;
    const { labelSets } = this.#postings;
    let n = 0;
    for (let object = from; object < to; object++) {
      const row = lot.rowOf[object]!;
      if (this.#labelSets[row] !== UNKNOWN) continue;
      this.#labelSets[row] = LOOKED_UP;
      const start = lot.start(row);
      const end = lot.end(row);
      for (let label = start; label < end; label++) this.#ascending[label] = this.#pairs[label]!;
      sortAscending(this.#ascending, start, end);
      const hash = hashOfWords(this.#ascending, start, end - start);
      this.#rowHashes[row] = hash;
      this.#hashes[n++] = hash;
    }
    labelSets.touch(this.#hashes, n);
    for (let object = from; object < to; object++) {
      const row = lot.rowOf[object]!;
      if (this.#labelSets[row] === LOOKED_UP) {
        const start = lot.start(row);
        const length = lot.end(row) - start;
        this.#labelSets[row] = labelSets.take(this.#ascending, start, length, this.#rowHashes[row]!);
      } else {
        labelSets.hold(this.#labelSets[row]!);
      }
      this.#postings.setLabelSet(this.#ordinals[object]!, this.#labelSets[row]!);
      this.#held = object + 1;
    }
  }

  #enter(from: number, to: number): void {
    const { sets, universe } = this.#postings;
    const columns = this.#columns;
    for (let object = from; object < to; object++) sets.add(universe, this.#ordinals[object]!);
    for (let column = 0; column < columns.keys.length; column++) {
      const { presence, order } = columns.keys[column]!;
      const start = columns.start(column);
      const end = columns.end(column);
      if (presence !== NO_SET) {
        for (let at = start; at < end; at++) sets.add(presence, this.#ordinals[columns.objects[at]!]!);
      }
      for (let at = start; at < end; at++) {
        const pair = this.#pairs[columns.labels[at]!]!;
        sets.add(pair, this.#ordinals[columns.objects[at]!]!);
        order?.changed(pair, 1);
      }
    }
  }

  /** Undoes what was done for some objects, which needs no memory. */
  #takeBack(from: number, to: number): void {
    const { sets, universe, dictionary, labelSets, ids } = this.#postings;
    const lot = this.#lot;
    for (let object = to - 1; object >= from; object--) {
      const ordinal = this.#ordinals[object]!;
      const row = lot.rowOf[object]!;
      for (let label = lot.start(row); label < lot.end(row); label++) {
        const pair = this.#pairs[label]!;
        if (pair < LOOKED_UP) this.#postings.leave(pair, ordinal, true);
      }
      sets.remove(universe, ordinal);
      if (object < this.#held) labelSets.release(this.#labelSets[row]!);
      ids.release(ordinal);
    }
    for (let object = from; object < to; object++) {
      const row = lot.rowOf[object]!;
      for (let label = lot.start(row); label < lot.end(row); label++) {
        const pair = this.#pairs[label]!;
        if (pair < LOOKED_UP && sets.exists(pair) && sets.count(pair) === 0) dictionary.drop(pair);
      }
    }
    for (const key of this.#columns.keys) dictionary.dropUnused(key);
  }
}
