import type { Conjunction } from '../constraint/conjunction.ts';
import { type Anchor, bestAnchor } from './anchor.ts';
import { AnchorList } from './anchor-list.ts';
import { releaseClauses, writeClauses } from './clause.ts';
import { Entries, NO_ENTRY } from './entries.ts';
import { Filings } from './filings.ts';
import { type KnownShare, Lexicon } from './lexicon.ts';
import { Matching } from './matching.ts';
import { mentionedTerms } from './mentions.ts';
import { outlineOf } from './outline.ts';
import { Owners } from './owners.ts';
import { EVERYWHERE, Shelf } from './shelf.ts';
import { Subject } from './subject.ts';
import { Tending } from './tending.ts';
import { ValueTests } from './value-tests.ts';

/** How a reverse index is made. */
export interface ReverseIndexOptions {
  /** Whether entries are also filed under everything they speak of, so that who follows changes finds them by it. */
  readonly followsChanges?: boolean;
  /** What is known of how frequent labels are that were not seen here. */
  readonly knownShare?: KnownShare;
}

/**
 * Which selectors a label set satisfies. A selector is an owner of entries, one for each of its alternatives; those that
 * mean the same on the same shelf share one. Each entry is filed under one anchor, which is what fewest label sets have of
 * what it demands, so that a label set leads to few entries that it does not satisfy.
 */
export class ReverseIndex<Owner> {
  readonly lexicon: Lexicon;
  readonly tests: ValueTests = new ValueTests();
  readonly filings: Filings = new Filings();
  readonly owners: Owners<Owner> = new Owners<Owner>();
  readonly entries: Entries<Owner> = new Entries<Owner>(this.owners);
  readonly tending: Tending;
  readonly matching: Matching<Owner>;
  /** The shelf of what is in no namespace, and so sees every object. */
  readonly everywhere: Shelf<Owner> = new Shelf<Owner>(undefined, EVERYWHERE, this.filings);
  readonly #shelves = new Map<string, Shelf<Owner>>();
  /** By number. */
  readonly #byNumber: (Shelf<Owner> | undefined)[] = [this.everywhere];
  readonly #freeNumbers: number[] = [];
  /** By the number of an owner: the shelf of its entries. */
  readonly #shelfOf: (Shelf<Owner> | undefined)[] = [];
  readonly #followsChanges: boolean;
  /** What an object is seen from: everywhere, and the shelf of its namespace, where there is one. */
  readonly #reach: (Shelf<Owner> | undefined)[] = [this.everywhere, undefined];
  /** Moves when an owner comes or goes. */
  version = 0;

  constructor({ followsChanges = false, knownShare }: ReverseIndexOptions = {}) {
    this.#followsChanges = followsChanges;
    this.lexicon = new Lexicon(knownShare);
    this.tending = new Tending(this.entries, this.filings, this.lexicon, (entry, anchor) => {
      // What is led to by an anchor is there because others are, or this one itself: so it comes there before it goes.
      const before = this.entries.anchorFilings(entry);
      this.#fileAnchor(entry, anchor);
      this.#withdraw(entry, before);
    });
    this.matching = new Matching(this.entries, this.owners, this.tests, this.tending);
  }

  /** The shelves of namespaces. */
  get shelves(): ReadonlyMap<string, Shelf<Owner>> {
    return this.#shelves;
  }

  /** How many lists there are that entries are filed under: anchors, and groups of what excludes. */
  get anchors(): number {
    return [...this.lists()].length;
  }

  /** All shelves. */
  allShelves(): readonly Shelf<Owner>[] {
    return [this.everywhere, ...this.#shelves.values()];
  }

  /** All lists of entries that are looked at together. O(terms and shelves). */
  *lists(): Generator<AnchorList<Owner>> {
    const shelves = this.allShelves();
    for (const shelf of shelves) yield* shelf.allGroups;
    for (const term of this.lexicon.terms()) {
      for (const number of [EVERYWHERE, ...(term.inNamespaces?.keys() ?? [])]) {
        const list = this.#byNumber[number]?.anchored(term);
        if (list !== undefined) yield* list.all();
      }
    }
  }

  /** An empty label set to fill. */
  subject(): Subject {
    return new Subject(this.lexicon);
  }

  /** The shelves that an object of a namespace is seen from; overwritten by the next call. */
  shelvesOf(namespace: string): readonly (Shelf<Owner> | undefined)[] {
    this.#reach[1] = this.#shelves.get(namespace);
    return this.#reach;
  }

  /**
   * Finds the owners whose selectors a label set in a namespace satisfies: as many as this returns stand at the beginning of
   * `matching.found`. Counts what was seen, and moves a few entries where that has become worthwhile.
   */
  match(subject: Subject, namespace: string): number {
    const { lexicon } = this;
    lexicon.begin();
    for (let i = 0; i < subject.termCount; i++) {
      const term = subject.terms[i];
      if (term !== undefined) lexicon.see(term);
    }
    const count = this.find(subject, namespace);
    this.tending.work();
    return count;
  }

  /** The same without counting labels and moving entries: for label sets that were seen before. */
  find(subject: Subject, namespace: string): number {
    if (this.matching.isSpent) this.matching.renumber(this.allShelves());
    return this.matching.run(subject, this.shelvesOf(namespace));
  }

  #shelf(namespace: string | undefined): Shelf<Owner> {
    if (namespace === undefined) return this.everywhere;
    let shelf = this.#shelves.get(namespace);
    if (shelf === undefined) {
      shelf = new Shelf<Owner>(namespace, this.#freeNumbers.pop() ?? this.#byNumber.length, this.filings);
      this.#byNumber[shelf.number] = shelf;
      this.#shelves.set(namespace, shelf);
    }
    return shelf;
  }

  /**
   * Adds an owner of what a selector means, in a namespace or in none. O(clauses and their pairs).
   *
   * @param owner what stands for it, and is found
   * @param conjunctions none for what nothing satisfies: the owner is kept, and filed nowhere
   * @returns its number
   */
  add(owner: Owner, conjunctions: readonly Conjunction[], namespace: string | undefined): number {
    const shelf = this.#shelf(namespace);
    shelf.owners++;
    const entries = [...new Set(conjunctions.map((conjunction) => this.#entryFor(conjunction, shelf)))];
    const number = this.owners.add(owner, entries);
    this.#shelfOf[number] = shelf;
    for (const entry of entries) {
      this.entries.addOwner(entry, number);
      this.#noteOwner(entry);
    }
    this.version++;
    return number;
  }

  /** Says in the lists that an entry is in whose it is. */
  #noteOwner(entry: number): void {
    const { entries, filings } = this;
    const owner = entries.onlyOwner(entry);
    const several = entries.isSharing(entry) ? undefined : entries.several(entry);
    for (const filing of entries.anchorFilings(entry)) {
      const list = filings.listOf(filing);
      if (!(list instanceof AnchorList)) continue;
      const place = filings.placeOf(filing);
      list.owners[place] = owner;
      list.several[place] = several;
    }
  }

  /** The entry of a meaning, made and filed where it is not there. */
  #entryFor(conjunction: Conjunction, shelf: Shelf<Owner>): number {
    const { entries, lexicon, tests } = this;
    const words = writeClauses(conjunction, lexicon, tests);
    const present = entries.find(shelf, words);
    if (present !== NO_ENTRY) {
      releaseClauses(words, 0, words.length, lexicon, tests);
      return present;
    }
    const entry = entries.add(shelf, words);
    shelf.entries++;
    this.#fileAnchor(entry, this.#bestAnchor(entry));
    if (this.#followsChanges) this.#fileMentions(entry, shelf);
    return entry;
  }

  /** Takes an owner out. O(clauses and their pairs). */
  remove(number: number): void {
    const { entries, owners } = this;
    for (let i = 0; i < owners.count(number); i++) {
      const entry = owners.entryAt(number, i);
      entries.removeOwner(entry, number, owners.placeAt(number, i));
      if (entries.ownerCount(entry) === 0) this.#drop(entry);
      else this.#noteOwner(entry);
    }
    owners.remove(number);
    this.#leaveShelf(number);
    // What was found last may be what is taken out, and must not be kept by it.
    this.matching.found.length = 0;
    this.version++;
  }

  #drop(entry: number): void {
    const { entries, lexicon, tests } = this;
    const shelf = entries.shelfOf(entry);
    this.#withdraw(entry, entries.anchorFilings(entry));
    this.#withdraw(entry, entries.otherFilings(entry));
    const words = entries.words.slice(entries.from(entry), entries.to(entry));
    entries.drop(entry);
    releaseClauses(words, 0, words.length, lexicon, tests);
    shelf.entries--;
  }

  #leaveShelf(number: number): void {
    const shelf = this.#shelfOf[number];
    this.#shelfOf[number] = undefined;
    if (shelf === undefined || --shelf.owners > 0 || shelf.namespace === undefined) return;
    this.#shelves.delete(shelf.namespace);
    this.#byNumber[shelf.number] = undefined;
    this.#freeNumbers.push(shelf.number);
  }

  #bestAnchor(entry: number): Anchor {
    const { entries, lexicon } = this;
    const shelf = entries.shelfOf(entry);
    return bestAnchor(entries.words, entries.from(entry), entries.to(entry), shelf, lexicon, entries.size);
  }

  #fileAnchor(entry: number, { isGroup, paths, exclusions, proven }: Anchor): void {
    const { entries } = this;
    const shelf = entries.shelfOf(entry);
    const filings = paths.map((path) =>
      isGroup ? shelf.fileInGroup(path[0], entry) : shelf.fileAnchor(path, entry),
    );
    const outline = outlineOf(entries.words, entries.from(entry), entries.to(entry), proven);
    for (const filing of filings) {
      const list = this.filings.listOf(filing);
      if (list instanceof AnchorList) list.outline(this.filings.placeOf(filing), outline);
    }
    for (const term of exclusions) filings.push(shelf.fileExclusion(term, entry));
    entries.fileAnchor(entry, filings, proven);
    this.#noteOwner(entry);
  }

  #withdraw(entry: number, filings: readonly number[]): void {
    const shelf = this.entries.shelfOf(entry);
    for (const filing of filings) shelf.withdraw(filing);
  }

  /** Whether an entry demands nothing, so that nothing anchors it. */
  isInGroup(entry: number): boolean {
    const [filing] = this.entries.anchorFilings(entry);
    const list = filing === undefined ? undefined : this.filings.listOf(filing);
    return list instanceof AnchorList && list.isGroup;
  }

  #fileMentions(entry: number, shelf: Shelf<Owner>): void {
    const { entries } = this;
    const terms = mentionedTerms(entries.words, entries.from(entry), entries.to(entry), this.lexicon);
    entries.fileOthers(
      entry,
      terms.map((term) => shelf.fileMention(term, entry)),
    );
  }

  /** Bytes of the tables, by estimate. */
  get bytes(): number {
    let lists = this.anchors * 430;
    for (const { excluded, mentions } of this.allShelves())
      lists += 300 + (excluded.size + mentions.size) * 200;
    // A filing is two numbers in a list, and a cell and an owner in one that is looked at.
    lists += this.filings.size * 48;
    return (
      this.lexicon.bytes +
      this.entries.bytes +
      this.filings.bytes +
      this.owners.bytes +
      this.matching.bytes +
      lists
    );
  }
}
