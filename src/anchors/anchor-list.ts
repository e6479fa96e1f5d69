import { FilingList } from './filings.ts';
import { grownNumbers } from './grown-numbers.ts';
import type { Term } from './lexicon.ts';
import type { Outline } from './outline.ts';

/** What a cell has at which place, and how long it is. */
export const ENTRY = 0;
export const HEAD = 1;
export const OPERAND = 2;
export const NEXT = 3;
export const REST = 4;
export const CELL = 5;

/** Lists of entries that demand another pair besides the one they are filed under: by the pairs of one key. */
export interface Branch<Owner> {
  /** The number of the key. */
  readonly key: number;
  /** By the atom of a pair. */
  readonly lists: Map<number, AnchorList<Owner>>;
}

/** Where a list stands. */
interface Placing<Owner> {
  readonly namespace: string | undefined;
  readonly isGroup?: boolean;
  readonly parent?: AnchorList<Owner> | undefined;
}

/** Most lists lead nowhere. */
const NO_BRANCHES: readonly never[] = Object.freeze([]);

/**
 * Entries that are looked at together: because a label set has their anchor, or because it lacks what they exclude. What is
 * looked at first of each stands in a row here, in the order in which it is looked at, so that the memory keeps up: nearly
 * all that do not match are told by it.
 */
export class AnchorList<Owner = unknown> extends FilingList {
  // What is read for every label set that comes by stands first, so that the memory brings it at once.
  /** By place, {@link CELL} numbers each. */
  cells: Int32Array<ArrayBuffer> = new Int32Array(CELL);
  /** By place: the owner, where there is only one and it has only this entry; undefined otherwise. */
  readonly owners: (Owner | undefined)[] = [undefined];
  /** By place: the owners, where there are several each of which has only this entry; undefined otherwise. */
  readonly several: (readonly Owner[] | undefined)[] = [undefined];
  /** Where a label set is led from here. */
  branches: readonly Branch<Owner>[] = NO_BRANCHES;
  /** How many entries were looked at here, and how many of them matched, since the list is there. */
  candidates = 0;
  matches = 0;
  /** How many were looked at in vain since the list was last gone through; and how many may be before it is again. */
  wasted = 0;
  patience = 0;
  /** Whether the list waits to be gone through. */
  isWaiting = false;
  /** Of a group: the number of the last label set that has its term, and so satisfies none of these. */
  excludes = 0;
  /** Of a group: its place among the groups of its shelf. */
  place = 0;
  /** Whether a label set reaches these entries by lacking the term, not by having it. */
  readonly isGroup: boolean;
  /** The namespace of the entries; undefined for those in none. */
  readonly namespace: string | undefined;
  /** Where a label set must have been led before: undefined for a list that its term leads to. */
  readonly parent: AnchorList<Owner> | undefined;

  constructor(
    term: Term | undefined,
    { namespace, isGroup = false, parent }: Placing<Owner>,
    first?: { readonly entry: number; readonly filing: number },
  ) {
    super(term, first);
    this.namespace = namespace;
    this.isGroup = isGroup;
    this.parent = parent;
    if (first === undefined) {
      this.owners.length = 0;
      this.several.length = 0;
    }
  }

  /** Whether nothing is filed here, nor further on. */
  get isEmpty(): boolean {
    return this.entries.length === 0 && this.branches.length === 0;
  }

  /** The list that another pair leads to from here. */
  child(term: Term): AnchorList<Owner> | undefined {
    return this.branches.find(({ key }) => key === term.key.number)?.lists.get(term.atom);
  }

  /** Puts in the list that another pair leads to from here. */
  putChild(term: Term, child: AnchorList<Owner>): void {
    const branch = this.branches.find(({ key }) => key === term.key.number);
    if (branch !== undefined) branch.lists.set(term.atom, child);
    else this.branches = [...this.branches, { key: term.key.number, lists: new Map([[term.atom, child]]) }];
  }

  /** Takes out the list that another pair leads to. */
  dropChild(term: Term): void {
    this.branches.find(({ key }) => key === term.key.number)?.lists.delete(term.atom);
    const left = this.branches.filter(({ lists }) => lists.size > 0);
    this.branches = left.length === 0 ? NO_BRANCHES : left;
  }

  /** This list, and all that it leads to. */
  *all(): Generator<AnchorList<Owner>> {
    yield this;
    for (const { lists } of this.branches) for (const list of lists.values()) yield* list.all();
  }

  override push(entry: number, filing: number): void {
    super.push(entry, filing);
    this.owners.push(undefined);
    this.several.push(undefined);
    const end = this.entries.length * CELL;
    if (end > this.cells.length) this.cells = grownNumbers(this.cells, end);
  }

  override take(place: number): number {
    const moved = super.take(place);
    const owner = this.owners.pop();
    const several = this.several.pop();
    const last = this.entries.length;
    if (place < last) {
      this.owners[place] = owner;
      this.several[place] = several;
      this.cells.copyWithin(place * CELL, last * CELL, last * CELL + CELL);
    }
    return moved;
  }

  /** Says what is to be looked at of the entry at a place. */
  outline(place: number, { head, operand, next, rest }: Outline): void {
    const at = place * CELL;
    this.cells[at + ENTRY] = this.entries[place] ?? 0;
    this.cells[at + HEAD] = head;
    this.cells[at + OPERAND] = operand;
    this.cells[at + NEXT] = next;
    this.cells[at + REST] = rest;
  }
}
