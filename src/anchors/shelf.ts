import { AnchorList } from './anchor-list.ts';
import { FilingList, type Filings } from './filings.ts';
import type { Term } from './lexicon.ts';

/** The number of the shelf of what is in no namespace. */
export const EVERYWHERE = 0;

/** The entries of one namespace, or of none. */
export class Shelf<Owner = unknown> {
  /** Undefined for those of no namespace. */
  readonly namespace: string | undefined;
  readonly number: number;
  readonly #filings: Filings;
  /** How many selectors are in the namespace, those that nothing can satisfy included. */
  owners = 0;
  /** How many entries there are, and how many anchors they are filed under. */
  entries = 0;
  anchors = 0;
  /** The entries without an anchor, grouped by something that many exclude; the others by undefined. */
  readonly groups: Map<Term | undefined, AnchorList<Owner>> = new Map();
  /** The same groups, to go through them all. */
  readonly allGroups: AnchorList<Owner>[] = [];
  /** By term: entries of other groups that no label set with it satisfies either. */
  readonly excluded: Map<Term, FilingList> = new Map();
  /** By term: the entries that may begin or cease to match with it. Kept for those who follow changes. */
  readonly mentions: Map<Term, FilingList> = new Map();

  constructor(namespace: string | undefined, number: number, filings: Filings) {
    this.namespace = namespace;
    this.number = number;
    this.#filings = filings;
  }

  /** The entries that have a term for their anchor. */
  anchored(term: Term): AnchorList<Owner> | undefined {
    const list = this.number === EVERYWHERE ? term.everywhere : term.inNamespaces?.get(this.number);
    return list as AnchorList<Owner> | undefined;
  }

  /** The list that some terms lead to, one after another. */
  listAt([first, ...others]: readonly Term[]): AnchorList<Owner> | undefined {
    let list = first === undefined ? undefined : this.anchored(first);
    for (const term of others) list = list?.child(term);
    return list;
  }

  /** Files an entry where some terms lead, one after another. Returns the number of the filing. */
  fileAnchor(path: readonly Term[], entry: number): number {
    let parent: AnchorList<Owner> | undefined;
    const last = path.length - 1;
    for (let i = 0; i < last; i++) parent = this.#leading(path[i], parent);
    const term = path[last];
    if (term === undefined) throw new Error('an entry is filed under no term');
    const present = parent === undefined ? this.anchored(term) : parent.child(term);
    if (present !== undefined) return this.#push(present, entry);
    const filing = this.#filings.next();
    const list = new AnchorList<Owner>(term, { namespace: this.namespace, parent }, { entry, filing });
    this.#putList(term, list);
    return this.#put(list, filing);
  }

  /** The list that a term leads to; an empty one where there is none yet. */
  #leading(term: Term | undefined, parent: AnchorList<Owner> | undefined): AnchorList<Owner> | undefined {
    if (term === undefined) return parent;
    const present = parent === undefined ? this.anchored(term) : parent.child(term);
    if (present !== undefined) return present;
    const list = new AnchorList<Owner>(term, { namespace: this.namespace, parent });
    this.#putList(term, list);
    return list;
  }

  /** Puts a list where its term leads to it. */
  #putList(term: Term, list: AnchorList<Owner>): void {
    if (list.parent !== undefined) {
      list.parent.putChild(term, list);
      return;
    }
    this.anchors++;
    if (this.number === EVERYWHERE) {
      term.everywhere = list;
    } else {
      term.inNamespaces ??= new Map();
      term.inNamespaces.set(this.number, list);
    }
  }

  /** Files an entry in the group of what a term excludes. Returns the number of the filing. */
  fileInGroup(term: Term | undefined, entry: number): number {
    const present = this.groups.get(term);
    if (present !== undefined) return this.#push(present, entry);
    const filing = this.#filings.next();
    const group = new AnchorList<Owner>(
      term,
      { namespace: this.namespace, isGroup: true },
      { entry, filing },
    );
    group.place = this.allGroups.length;
    this.allGroups.push(group);
    this.groups.set(term, group);
    if (term !== undefined) term.exclusions++;
    return this.#put(group, filing);
  }

  /** Files an entry under what else excludes it. Returns the number of the filing. */
  fileExclusion(term: Term, entry: number): number {
    if (!this.excluded.has(term)) term.exclusions++;
    return this.#fileIn(this.excluded, term, entry);
  }

  /** Files an entry under something it speaks of. Returns the number of the filing. */
  fileMention(term: Term, entry: number): number {
    return this.#fileIn(this.mentions, term, entry);
  }

  #fileIn(lists: Map<Term, FilingList>, term: Term, entry: number): number {
    const present = lists.get(term);
    if (present !== undefined) return this.#push(present, entry);
    const filing = this.#filings.next();
    const list = new FilingList(term, { entry, filing });
    lists.set(term, list);
    return this.#put(list, filing);
  }

  #push(list: FilingList, entry: number): number {
    const filing = this.#filings.next();
    list.push(entry, filing);
    return this.#put(list, filing);
  }

  #put(list: FilingList, filing: number): number {
    this.#filings.put(filing, list, list.entries.length - 1);
    return filing;
  }

  /** Undoes a filing. */
  withdraw(filing: number): void {
    const list = this.#filings.withdraw(filing);
    if (list.entries.length === 0) this.#drop(list);
  }

  /** Takes out a list that has no entry left. */
  #drop(list: FilingList): void {
    const { term } = list;
    if (list instanceof AnchorList) {
      if (list.isGroup) this.#dropGroup(list);
      else this.#dropAnchor(list);
    } else if (term !== undefined) {
      if (this.mentions.get(term) === list) this.mentions.delete(term);
      else if (this.excluded.delete(term)) term.exclusions--;
    }
  }

  /** Takes out an anchor with nothing left, and what led to nothing else. */
  #dropAnchor(list: AnchorList<Owner>): void {
    const { term, parent } = list;
    if (!list.isEmpty || term === undefined) return;
    if (parent !== undefined) {
      parent.dropChild(term);
      this.#dropAnchor(parent);
      return;
    }
    this.anchors--;
    if (this.number === EVERYWHERE) term.everywhere = undefined;
    else term.inNamespaces?.delete(this.number);
    if (term.inNamespaces?.size === 0) term.inNamespaces = undefined;
  }

  #dropGroup(group: AnchorList<Owner>): void {
    this.groups.delete(group.term);
    if (group.term !== undefined) group.term.exclusions--;
    const last = this.allGroups.pop();
    if (last === undefined || last === group) return;
    this.allGroups[group.place] = last;
    last.place = group.place;
  }
}
