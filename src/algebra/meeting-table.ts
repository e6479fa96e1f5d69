import type { Conjunction } from '../constraint/conjunction.ts';
import { type Group, KeyColumn, type Members } from './key-column.ts';
import { constraintsMeet } from './meeting.ts';

/** Conjunctions by number, a bit each. */
type Bits = Uint32Array;

function clear(bits: Bits, members: Members): void {
  for (const member of members) bits[member >>> 5] = (bits[member >>> 5] as number) & ~(1 << (member & 31));
}

function set(bits: Bits, members: Members): void {
  for (const member of members) bits[member >>> 5] = (bits[member >>> 5] as number) | (1 << (member & 31));
}

function isSet(bits: Bits, member: number): boolean {
  return (((bits[member >>> 5] as number) >>> (member & 31)) & 1) === 1;
}

/** The numbers above one of which the bits are set, ascending. */
function above(member: number, bits: Bits): number[] {
  const found: number[] = [];
  const from = (member + 1) >>> 5;
  for (let at = from; at < bits.length; at++) {
    let word = bits[at] as number;
    if (at === from) word &= -1 << ((member + 1) & 31);
    for (; word !== 0; word &= word - 1) found.push((at << 5) | (31 - Math.clz32(word & -word)));
  }
  return found;
}

/** Where in ascending numbers those begin that are greater than one: by halves. */
function firstAbove(member: number, members: Members): number {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((members[middle] as number) > member) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where a conjunction stands: in a group of each key it speaks of. */
interface Place {
  readonly column: KeyColumn;
  readonly group: Group;
}

/** To look at one conjunction takes as long as to join about so many words of bits. */
const WORDS_A_LOOK = 8;

/** Conjunctions held against each other, without holding each against each. */
export class MeetingTable {
  readonly #conjunctions: readonly Conjunction[];
  readonly #columns = new Map<string, KeyColumn>();
  /** For each conjunction: its groups, by the number of the key. */
  readonly #places: readonly (readonly Place[])[];
  /** Of a key that many speak of: who does not. */
  readonly #silent = new Map<KeyColumn, Bits>();
  readonly #silentMembers = new Map<KeyColumn, Members>();
  readonly #words: number;

  /** @param conjunctions in the valid form; they are told by their places */
  constructor(conjunctions: readonly Conjunction[]) {
    this.#conjunctions = conjunctions;
    this.#words = (conjunctions.length + 31) >>> 5;
    this.#places = conjunctions.map((conjunction, member) =>
      conjunction
        .map((constraint) => {
          const column = this.#column(constraint.key);
          return { column, group: column.add(constraint, member) };
        })
        .sort((a, b) => a.column.number - b.column.number),
    );
  }

  #column(key: string): KeyColumn {
    const known = this.#columns.get(key);
    if (known !== undefined) return known;
    const column = new KeyColumn(this.#columns.size);
    this.#columns.set(key, column);
    return column;
  }

  /**
   * The conjunctions behind one that meet it, ascending: where one of its keys leaves few, these are looked at; otherwise
   * all at once, 32 to a word. O(those looked at), or for each of its keys O(all / 32).
   */
  meetingAfter(member: number): Members {
    const places = this.#places[member] ?? [];
    const few = this.#fewest(places);
    if (few === undefined) return above(member, this.#meeting(places));
    const found: number[] = [];
    for (const members of few) {
      for (let at = firstAbove(member, members); at < members.length; at++) {
        const other = members[at] as number;
        if (this.#meet(places, this.#places[other] as readonly Place[])) found.push(other);
      }
    }
    return few.length === 1 ? found : found.sort((a, b) => a - b);
  }

  /** Whether no key parts the conjunctions of some places. */
  #meet(places: readonly Place[], others: readonly Place[]): boolean {
    let at = 0;
    for (let i = 0; i < places.length; i++) {
      const place = places[i] as Place;
      while (at < others.length && (others[at] as Place).column.number < place.column.number) at++;
      const other = others[at];
      if (other === undefined) return true;
      if (other.column !== place.column || other.group === place.group) continue;
      if (!constraintsMeet(place.group.constraint, other.group.constraint)) return false;
    }
    return true;
  }

  /** All that one of some places does not part from it, in lists, where that is less to look at than everything as bits. */
  #fewest(places: readonly Place[]): readonly Members[] | undefined {
    let best: { column: KeyColumn; met: readonly Group[] } | undefined;
    let fewest = (this.#words * places.length) / WORDS_A_LOOK;
    for (const { column, group } of places) {
      let count = this.#conjunctions.length - column.size;
      if (count >= fewest) continue;
      const met = column.metBy(group);
      if (met === undefined) continue;
      for (const { members } of met) count += members.length;
      if (count >= fewest) continue;
      fewest = count;
      best = { column, met };
    }
    if (best === undefined) return undefined;
    const lists = best.met.map(({ members }): Members => members);
    const silent = this.#silentMembersOf(best.column);
    return silent.length === 0 ? lists : [...lists, silent];
  }

  /** All that no place parts from it. */
  #meeting(places: readonly Place[]): Bits {
    const bits = this.#everyone();
    for (const { column, group } of places) {
      const met = column.metBy(group);
      if (met === undefined) for (const { members } of column.partedBy(group)) clear(bits, members);
      else if (column.size < this.#words) keepFew(bits, column, met);
      else this.#keepMany(bits, column, met);
    }
    return bits;
  }

  /** Leaves of those that speak of a key, which are many, those in some groups. */
  #keepMany(bits: Bits, column: KeyColumn, groups: readonly Group[]): void {
    const kept = this.#silentOf(column).slice();
    for (const { members } of groups) set(kept, members);
    for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] as number) & (kept[at] as number);
  }

  #everyone(): Bits {
    const bits = new Uint32Array(this.#words).fill(0xffff_ffff);
    const last = this.#conjunctions.length & 31;
    if (last !== 0) bits[bits.length - 1] = 2 ** last - 1;
    return bits;
  }

  #silentOf(column: KeyColumn): Bits {
    let silent = this.#silent.get(column);
    if (silent === undefined) {
      silent = this.#everyone();
      for (const { members } of column.groups) clear(silent, members);
      this.#silent.set(column, silent);
    }
    return silent;
  }

  #silentMembersOf(column: KeyColumn): Members {
    let members = this.#silentMembers.get(column);
    if (members === undefined) {
      members = above(-1, this.#silentOf(column));
      this.#silentMembers.set(column, members);
    }
    return members;
  }
}

/** Leaves of those that speak of a key, which are few, those in some groups. */
function keepFew(bits: Bits, column: KeyColumn, groups: readonly Group[]): void {
  const kept = groups.flatMap(({ members }) => members.filter((member) => isSet(bits, member)));
  for (const { members } of column.groups) clear(bits, members);
  set(bits, kept);
}
