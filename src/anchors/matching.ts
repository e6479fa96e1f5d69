import { type AnchorList, CELL, ENTRY, HEAD, NEXT, OPERAND, REST } from './anchor-list.ts';
import type { Entries } from './entries.ts';
import { grownNumbers } from './grown-numbers.ts';
import { ABSENT, type Term } from './lexicon.ts';
import { NOTHING_LEFT, NOTHING_MORE, type Proven, UNPROVEN } from './outline.ts';
import type { Owners } from './owners.ts';
import { satisfies, satisfiesClause } from './satisfies.ts';
import type { Shelf } from './shelf.ts';
import type { Subject } from './subject.ts';
import type { Tending } from './tending.ts';
import type { ValueTests } from './value-tests.ts';

/** Numbers of label sets fit into 31 bits, and begin anew then. */
const LAST_NUMBER = 0x7fff_ffff;

/**
 * Finds the owners whose selectors a label set satisfies: the entries filed under what it has, and those that exclude
 * nothing that it has. Allocates nothing for a candidate.
 */
export class Matching<Owner> {
  readonly #entries: Entries<Owner>;
  readonly #owners: Owners<Owner>;
  readonly #tests: ValueTests;
  readonly #tending: Tending;
  /** The owners found, each once, in no order that means anything; as many as {@link count}, what lies beyond is older. */
  readonly found: Owner[] = [];
  count = 0;
  /** The number of the label set in hand. */
  #number = 0;
  /** By entry: the last label set that has something it excludes. */
  #excluded: Int32Array<ArrayBuffer> = new Int32Array(64);
  /** By the number of an owner: the last label set it was found for, where it has several entries. */
  #told: Int32Array<ArrayBuffer> = new Int32Array(64);
  /** How many label sets were asked about, how many entries were looked at for them, and how many matched. */
  subjects = 0;
  candidates = 0;
  matches = 0;

  constructor(entries: Entries<Owner>, owners: Owners<Owner>, tests: ValueTests, tending: Tending) {
    this.#entries = entries;
    this.#owners = owners;
    this.#tests = tests;
    this.#tending = tending;
  }

  get bytes(): number {
    return this.found.length * 8 + this.#excluded.byteLength + this.#told.byteLength;
  }

  /** Finds the owners on some shelves. O(labels, and the entries that they reach). */
  run(subject: Subject, shelves: readonly (Shelf<Owner> | undefined)[]): number {
    this.count = 0;
    this.subjects++;
    this.#number++;
    for (let i = 0; i < shelves.length; i++) {
      const shelf = shelves[i];
      if (shelf === undefined || shelf.entries === 0) continue;
      if (shelf.anchors > 0) this.#runAnchored(subject, shelf);
      if (shelf.allGroups.length > 0) this.#runGroups(subject, shelf);
    }
    return this.count;
  }

  /** Whether the next label set would have no number. */
  get isSpent(): boolean {
    return this.#number === LAST_NUMBER;
  }

  /** Begins anew with numbers, which everything that has noted one must forget. */
  renumber(shelves: readonly Shelf<Owner>[]): void {
    this.#excluded.fill(0);
    this.#told.fill(0);
    for (const { allGroups } of shelves) for (const group of allGroups) group.excludes = 0;
    this.#number = 0;
  }

  #runAnchored(subject: Subject, shelf: Shelf<Owner>): void {
    const { terms, termCount } = subject;
    for (let i = 0; i < termCount; i++) {
      const term = terms[i];
      const list = term === undefined ? undefined : shelf.anchored(term);
      if (list !== undefined) this.#look(list, subject);
    }
  }

  #runGroups(subject: Subject, shelf: Shelf<Owner>): void {
    const { terms, termCount } = subject;
    for (let i = 0; i < termCount; i++) {
      const term = terms[i];
      if (term !== undefined && term.exclusions > 0) this.#exclude(shelf, term);
    }
    const { allGroups } = shelf;
    for (let i = 0; i < allGroups.length; i++) {
      const group = allGroups[i];
      if (group !== undefined && group.excludes !== this.#number) this.#look(group, subject);
    }
  }

  #exclude(shelf: Shelf<Owner>, term: Term): void {
    const group = shelf.groups.get(term);
    if (group !== undefined) group.excludes = this.#number;
    const list = shelf.excluded.get(term);
    if (list === undefined) return;
    if (this.#excluded.length < this.#entries.end) {
      this.#excluded = grownNumbers(this.#excluded, this.#entries.end);
    }
    for (let i = 0; i < list.entries.length; i++) this.#excluded[list.entries[i] ?? 0] = this.#number;
  }

  /** Looks at the entries of a list. */
  #look(list: AnchorList<Owner>, subject: Subject): void {
    const { cells, owners, several, isGroup } = list;
    const { words } = this.#entries;
    const { found } = this;
    const n = owners.length;
    let matches = 0;
    for (let i = 0, at = 0; i < n; i++, at += CELL) {
      if (isGroup && this.#excluded[cells[at + ENTRY] ?? 0] === this.#number) continue;
      const head = cells[at + HEAD] ?? NOTHING_LEFT;
      if (head !== NOTHING_LEFT) {
        if (!satisfiesClause(words, head, cells[at + OPERAND] ?? 0, subject, this.#tests)) continue;
        const next = cells[at + NEXT] ?? NOTHING_MORE;
        if (next !== NOTHING_MORE) {
          const rest = cells[at + REST] ?? UNPROVEN;
          if (!this.#satisfiesRest(cells[at + ENTRY] ?? 0, next, rest, subject)) continue;
        }
      }
      matches++;
      const owner = owners[i];
      const together = owner === undefined ? several[i] : undefined;
      if (owner !== undefined) found[this.count++] = owner;
      else if (together !== undefined) this.#tellAll(together);
      else this.#tellOnce(cells[at + ENTRY] ?? 0);
    }
    list.candidates += n;
    list.matches += matches;
    this.candidates += n;
    this.matches += matches;
    if (matches < n) this.#tending.waste(list, n - matches);
    const { branches } = list;
    for (let i = 0; i < branches.length; i++) {
      const branch = branches[i];
      const pair = branch === undefined ? ABSENT : subject.pairOf(branch.key);
      const child = pair > 0 ? branch?.lists.get(pair) : undefined;
      if (child !== undefined) this.#look(child, subject);
    }
  }

  /** Whether a label set satisfies the clauses of an entry from a place on that are not proven. */
  #satisfiesRest(entry: number, next: number, rest: Proven, subject: Subject): boolean {
    return satisfies(this.#entries.words, next, this.#entries.to(entry), rest, subject, this.#tests);
  }

  #tellAll(owners: readonly Owner[]): void {
    const { found } = this;
    let { count } = this;
    for (let i = 0; i < owners.length; i++) found[count++] = owners[i] as Owner;
    this.count = count;
  }

  /** Tells the owners of an entry, some of which may have been told for another of their entries. */
  #tellOnce(entry: number): void {
    const n = this.#entries.ownerCount(entry);
    if (this.#told.length < this.#owners.end) this.#told = grownNumbers(this.#told, this.#owners.end);
    for (let i = 0; i < n; i++) {
      const number = this.#entries.ownerAt(entry, i);
      const owner = this.#owners.at(number);
      if (owner === undefined || this.#told[number] === this.#number) continue;
      this.#told[number] = this.#number;
      this.found[this.count++] = owner;
    }
  }
}
