import { grownNumbers } from './grown-numbers.ts';
import { ABSENT, type KeyTerm, OTHER, type Term } from './lexicon.ts';
import { UNPROVEN } from './outline.ts';
import type { ReverseIndex } from './reverse-index.ts';
import { satisfies } from './satisfies.ts';
import type { Shelf } from './shelf.ts';
import type { Subject } from './subject.ts';

/** An owner that carries a mark, by which those that were found twice are told. */
export interface Marked {
  mark: number;
}

/** What mentions something is looked through where it is less than so many, or so many times as finding all anew takes. */
const FEW_MENTIONS = 64;
const WORTH_LOOKING_THROUGH = 4;

/** Numbers fit into 31 bits, and begin anew then. */
const LAST_NUMBER = 0x7fff_fffe;

/** Whether two values of a key, neither of which a selector names, may differ for those that ask for integers. */
function isOtherInteger({ number, ranges }: KeyTerm, before: Subject, after: Subject): boolean {
  return ranges > 0 && before.texts[number] !== after.texts[number];
}

/**
 * Finds which owners begin and which cease to match when an object gets other labels: by what speaks of the labels that
 * differ, or where more does than it takes, by finding all anew.
 */
export class Changes<Owner extends Marked> {
  readonly #index: ReverseIndex<Owner>;
  /** What was found last, each owner once: as many as are counted, what lies beyond is older. */
  readonly joined: Owner[] = [];
  joinedCount = 0;
  readonly left: Owner[] = [];
  leftCount = 0;
  readonly #before: Owner[] = [];
  /** The lists of what mentions something that differs, as many as are counted; and how many entries are in them. */
  readonly #mentioning: (readonly number[])[] = [];
  #lists = 0;
  #mentions = 0;
  #number = 0;
  /** By entry: the last change it was looked at for. */
  #seen: Int32Array<ArrayBuffer> = new Int32Array(64);

  constructor(index: ReverseIndex<Owner>) {
    this.#index = index;
  }

  /** Forgets what was found last, so that owners that are gone are not kept by it. */
  forget(): void {
    this.#begin();
    this.joined.length = 0;
    this.left.length = 0;
    this.#before.length = 0;
    this.#mentioning.length = 0;
  }

  #begin(): void {
    this.joinedCount = 0;
    this.leftCount = 0;
  }

  /** An object comes with these labels. */
  coming(after: Subject, namespace: string): void {
    this.#begin();
    const count = this.#index.match(after, namespace);
    const { found } = this.#index.matching;
    for (let i = 0; i < count; i++) this.joined[i] = found[i] as Owner;
    this.joinedCount = count;
  }

  /** An object goes that had these labels. */
  going(before: Subject, namespace: string): void {
    this.#begin();
    const count = this.#index.find(before, namespace);
    const { found } = this.#index.matching;
    for (let i = 0; i < count; i++) this.left[i] = found[i] as Owner;
    this.leftCount = count;
  }

  /** An object gets other labels, or comes into another namespace. O(what speaks of the labels that differ), at most. */
  turning(before: Subject, namespaceBefore: string, after: Subject, namespace: string): void {
    this.#begin();
    if (namespace !== namespaceBefore) {
      this.#findAll(before, namespaceBefore, after, namespace);
      return;
    }
    this.#collect(before, after, this.#index.shelvesOf(namespace));
    if (this.#lists === 0) return;
    const { candidates, subjects } = this.#index.matching;
    const aFind = subjects === 0 ? Number.POSITIVE_INFINITY : candidates / subjects;
    if (this.#mentions > Math.max(FEW_MENTIONS, WORTH_LOOKING_THROUGH * aFind)) {
      this.#findAll(before, namespace, after, namespace);
    } else {
      this.#lookThrough(before, after);
    }
  }

  #findAll(before: Subject, namespaceBefore: string, after: Subject, namespace: string): void {
    const index = this.#index;
    const { found } = index.matching;
    const mark = this.#next();
    const earlier = index.find(before, namespaceBefore);
    for (let i = 0; i < earlier; i++) {
      const owner = found[i] as Owner;
      owner.mark = mark;
      this.#before[i] = owner;
    }
    const now = index.match(after, namespace);
    for (let i = 0; i < now; i++) {
      const owner = found[i] as Owner;
      if (owner.mark === mark) owner.mark = 0;
      else this.joined[this.joinedCount++] = owner;
    }
    for (let i = 0; i < earlier; i++) {
      const owner = this.#before[i] as Owner;
      if (owner.mark === mark) this.left[this.leftCount++] = owner;
    }
  }

  #next(): number {
    if (this.#number === LAST_NUMBER) {
      this.#seen.fill(0);
      for (let number = 0; number < this.#index.owners.end; number++) {
        const owner = this.#index.owners.at(number);
        if (owner !== undefined) owner.mark = 0;
      }
      this.#number = 0;
    }
    return ++this.#number;
  }

  /** Collects the lists of what speaks of what differs. */
  #collect(before: Subject, after: Subject, shelves: readonly (Shelf<Owner> | undefined)[]): void {
    this.#lists = 0;
    this.#mentions = 0;
    for (let i = 0; i < before.keyCount; i++) {
      const key = before.keys[i];
      if (key !== undefined) this.#compare(key, before, after, shelves);
    }
    for (let i = 0; i < after.keyCount; i++) {
      const key = after.keys[i];
      if (key !== undefined && before.pairOf(key.number) === ABSENT) {
        this.#compare(key, before, after, shelves);
      }
    }
  }

  #compare(
    key: KeyTerm,
    before: Subject,
    after: Subject,
    shelves: readonly (Shelf<Owner> | undefined)[],
  ): void {
    const was = before.pairOf(key.number);
    const is = after.pairOf(key.number);
    if (was === is && (was !== OTHER || !isOtherInteger(key, before, after))) return;
    if ((was === ABSENT) !== (is === ABSENT)) this.#mention(key.presence, shelves);
    this.#mention(key.change, shelves);
    const { lexicon } = this.#index;
    if (was !== is && was > 0) this.#mention(lexicon.termOf(was), shelves);
    if (was !== is && is > 0) this.#mention(lexicon.termOf(is), shelves);
  }

  #mention(term: Term | undefined, shelves: readonly (Shelf<Owner> | undefined)[]): void {
    if (term === undefined) return;
    for (let i = 0; i < shelves.length; i++) {
      const list = shelves[i]?.mentions.get(term);
      if (list === undefined) continue;
      this.#mentioning[this.#lists++] = list.entries;
      this.#mentions += list.entries.length;
    }
  }

  /** Holds what speaks of what differs against the labels before and after. */
  #lookThrough(before: Subject, after: Subject): void {
    const { entries } = this.#index;
    const number = this.#next();
    if (this.#seen.length < entries.end) this.#seen = grownNumbers(this.#seen, entries.end);
    for (let list = 0; list < this.#lists; list++) {
      const mentioning = this.#mentioning[list] ?? [];
      for (let i = 0; i < mentioning.length; i++) {
        const entry = mentioning[i] ?? 0;
        if (this.#seen[entry] === number) continue;
        this.#seen[entry] = number;
        const was = this.#satisfies(entry, before);
        if (was !== this.#satisfies(entry, after)) this.#turned(entry, was, before, after, number);
      }
    }
  }

  #satisfies(entry: number, subject: Subject): boolean {
    const { entries, tests } = this.#index;
    return satisfies(entries.words, entries.from(entry), entries.to(entry), UNPROVEN, subject, tests);
  }

  /** An entry has begun or ceased to match. Its owners with other entries may have matched by those, or go on to. */
  #turned(entry: number, was: boolean, before: Subject, after: Subject, mark: number): void {
    const { entries, owners } = this.#index;
    const count = entries.ownerCount(entry);
    for (let place = 0; place < count; place++) {
      const number = entries.ownerAt(entry, place);
      const owner = owners.at(number);
      if (owner === undefined || owner.mark === mark) continue;
      owner.mark = mark;
      const isAlone = owners.count(number) === 1;
      const matched = isAlone ? was : this.#anySatisfied(number, before);
      const matches = isAlone ? !was : this.#anySatisfied(number, after);
      if (matched && !matches) this.left[this.leftCount++] = owner;
      if (matches && !matched) this.joined[this.joinedCount++] = owner;
    }
  }

  #anySatisfied(number: number, subject: Subject): boolean {
    const { owners } = this.#index;
    for (let i = 0; i < owners.count(number); i++) {
      if (this.#satisfies(owners.entryAt(number, i), subject)) return true;
    }
    return false;
  }
}
