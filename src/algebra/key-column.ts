import type { KeyConstraint } from '../constraint/key-constraint.ts';
import { constraintKey } from './constraint-key.ts';
import { constraintsMeet } from './meeting.ts';

/** Conjunctions by number, ascending. */
export type Members = readonly number[];

/** All conjunctions that put the same constraint on a key. */
export interface Group {
  readonly constraint: KeyConstraint;
  readonly members: number[];
}

/** Whether a constraint meets most others: it is parted only from what lists nothing but values that it excludes. */
function isWide({ present }: KeyConstraint): boolean {
  return present.kind === 'any-but' && present.range === undefined;
}

function meets(a: Group, b: Group): boolean {
  return constraintsMeet(a.constraint, b.constraint);
}

/** Whether both list values: those that are near each other have one in common. */
function meetsByList(a: Group, b: Group): boolean {
  return a.constraint.present.kind === 'one-of' && b.constraint.present.kind === 'one-of';
}

/** What conjunctions demand of one key, and which of them demand the same. */
export class KeyColumn {
  readonly #groups = new Map<string, Group>();
  /** The groups whose constraint is a list of values, by value. */
  readonly #listing = new Map<string, Group[]>();
  /** The groups that meet most others, and each other. */
  readonly #wide: Group[] = [];
  /** The groups whose constraint is something else: a range, or nothing but absence. */
  readonly #narrow: Group[] = [];
  readonly #met = new Map<Group, readonly Group[]>();
  readonly #parted = new Map<Group, readonly Group[]>();
  /** Which key of the table it is. */
  readonly number: number;
  /** How many conjunctions speak of the key. */
  size = 0;

  constructor(number: number) {
    this.number = number;
  }

  /** Notes that a conjunction puts a constraint on the key, its number greater than those before. */
  add(constraint: KeyConstraint, member: number): Group {
    const text = constraintKey(constraint);
    const group = this.#groups.get(text) ?? this.#newGroup(text, constraint);
    group.members.push(member);
    this.size += 1;
    return group;
  }

  #newGroup(text: string, constraint: KeyConstraint): Group {
    const group: Group = { constraint, members: [] };
    this.#groups.set(text, group);
    const { present } = constraint;
    if (isWide(constraint)) this.#wide.push(group);
    else if (present.kind !== 'one-of') this.#narrow.push(group);
    else for (const value of present.values) this.#list(value, group);
    return group;
  }

  #list(value: string, group: Group): void {
    const others = this.#listing.get(value);
    if (others === undefined) this.#listing.set(value, [group]);
    else others.push(group);
  }

  get groups(): Iterable<Group> {
    return this.#groups.values();
  }

  /** The groups that a group meets, itself among them; undefined where it meets most, and those it does not are asked for. */
  metBy(group: Group): readonly Group[] | undefined {
    if (isWide(group.constraint)) return undefined;
    let met = this.#met.get(group);
    if (met === undefined) {
      met = this.#near(group).filter((other) => meetsByList(group, other) || meets(group, other));
      this.#met.set(group, met);
    }
    return met;
  }

  /** The groups that a group does not meet. */
  partedBy(group: Group): readonly Group[] {
    let parted = this.#parted.get(group);
    if (parted === undefined) {
      parted = this.#near(group).filter((other) => !meets(group, other));
      this.#parted.set(group, parted);
    }
    return parted;
  }

  /**
   * The groups among which are all that a group meets, or, for one that meets most, all that it does not. Of groups that
   * list values, these list one that it speaks of; a range speaks of all.
   */
  #near({ constraint }: Group): readonly Group[] {
    const { present } = constraint;
    if (present.kind === 'any-but' && present.range !== undefined) return [...this.#groups.values()];
    if (present.kind === 'none') return [...this.#wide, ...this.#narrow];
    const near = new Set(isWide(constraint) ? this.#narrow : [...this.#wide, ...this.#narrow]);
    for (const value of present.values) for (const group of this.#listing.get(value) ?? []) near.add(group);
    return [...near];
  }
}
