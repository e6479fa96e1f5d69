import type { KeyConstraint } from '../constraint/key-constraint.ts';
import { valueTest } from '../constraint/value-test.ts';
import { type Key, NO_SET } from '../postings/dictionary.ts';
import type { Postings } from '../postings/postings.ts';
import { constraintText } from './constraint-text.ts';

/** What a query needs of an index, whatever its ids are. */
export type AnyPostings = Pick<
  Postings<string | number>,
  'sets' | 'scratch' | 'dictionary' | 'labelSets' | 'universe' | 'size' | 'version' | 'pairOf'
> & { readonly ids: { readonly end: number } };

/**
 * The postings that a constraint on one key (or a namespace) comes to in an index: it selects what is in any set of
 * `all`, or in no matter which where that is undefined, and in no set of `none`.
 *
 * Postings of values of one key are disjoint, and those of a value lie within those of its key, so how many objects a
 * term selects is a sum.
 */
export interface Term {
  /** In the language, for people. */
  readonly text: string;
  /** How many objects it selects, exactly. */
  readonly count: number;
  readonly all: readonly number[] | undefined;
  readonly none: readonly number[];
  /** Whether it selects an object, by the object's labels. O(labels of the object). */
  test(ordinal: number): boolean;
  /** Brings everything up to date with the index. O(values of the constraint), as long as no value comes or goes. */
  refresh(): void;
}

const NO_SETS: readonly number[] = Object.freeze([]);

/**
 * A constraint on one key, up to date once it was refreshed. One that lets the key be absent takes any values but some, or
 * none: no requirement means anything else.
 */
export class KeyTerm implements Term {
  readonly #postings: AnyPostings;
  readonly #constraint: KeyConstraint;
  #key: Key | undefined;
  /** The version of the key, or of the dictionary while there is no such key, at which the sets were looked up. */
  #seen = -1;
  /** The postings of the values that the constraint names. */
  #named: readonly number[] = NO_SETS;
  /** Of a range, listed when somebody asks. */
  #inRange: readonly number[] | undefined;
  #accepts: ((value: string) => boolean) | undefined;
  count = 0;

  constructor(postings: AnyPostings, constraint: KeyConstraint) {
    this.#postings = postings;
    this.#constraint = constraint;
  }

  get text(): string {
    return constraintText(this.#constraint);
  }

  refresh(): void {
    const { dictionary } = this.#postings;
    const isCurrent = this.#seen === (this.#key === undefined ? dictionary.version : this.#key.version);
    if (!isCurrent) this.#lookUp();
    this.count = this.#countNow();
  }

  #lookUp(): void {
    const { dictionary } = this.#postings;
    const { key, present } = this.#constraint;
    const found = dictionary.key(key);
    this.#key = found;
    this.#seen = found === undefined ? dictionary.version : found.version;
    this.#inRange = undefined;
    const named: number[] = [];
    if (found !== undefined && present.kind !== 'none') {
      for (const value of present.values) {
        const set = dictionary.find(found, value);
        if (set !== NO_SET) named.push(set);
      }
    }
    this.#named = named;
  }

  /** How many objects have a value that the constraint names. */
  #namedCount(): number {
    const { sets } = this.#postings;
    let count = 0;
    for (const set of this.#named) count += sets.count(set);
    return count;
  }

  #countNow(): number {
    const { sets, size, dictionary } = this.#postings;
    const { absent, present } = this.#constraint;
    const key = this.#key;
    if (key === undefined) return absent ? size : 0;
    if (absent) {
      let without = 0;
      for (const set of this.none) without += sets.count(set);
      return size - without;
    }
    if (present.kind === 'none') return 0;
    if (present.kind === 'one-of') return this.#namedCount();
    // The values that are excluded lie within the range, or are any of the key.
    const from =
      present.range === undefined ? sets.count(key.presence) : dictionary.orderOf(key).count(present.range);
    return from - this.#namedCount();
  }

  get all(): readonly number[] | undefined {
    const { absent, present } = this.#constraint;
    if (absent) return undefined;
    if (this.#key === undefined || present.kind === 'none') return NO_SETS;
    if (present.kind === 'one-of') return this.#named;
    if (present.range === undefined) return [this.#key.presence];
    if (this.#inRange === undefined) {
      const excluded = new Set(this.#named);
      this.#inRange = this.#postings.dictionary
        .orderOf(this.#key)
        .sets(present.range)
        .filter((set) => !excluded.has(set));
    }
    return this.#inRange;
  }

  get none(): readonly number[] {
    const { absent, present } = this.#constraint;
    const key = this.#key;
    if (key === undefined || present.kind === 'one-of') return NO_SETS;
    if (present.kind === 'none') return absent ? [key.presence] : NO_SETS;
    // What is excluded from a range is left out of its postings.
    return present.range === undefined ? this.#named : NO_SETS;
  }

  #isAccepted(value: string): boolean {
    this.#accepts ??= valueTest(this.#constraint.present);
    return this.#accepts(value);
  }

  test(ordinal: number): boolean {
    const { absent } = this.#constraint;
    if (this.#key === undefined) return absent;
    const set = this.#postings.pairOf(ordinal, this.#key.number);
    return set === NO_SET ? absent : this.#isAccepted(this.#postings.dictionary.valueOf(set));
  }
}

/** The objects of one namespace. */
export class NamespaceTerm implements Term {
  readonly #postings: AnyPostings;
  readonly #namespace: string;
  #set = NO_SET;

  constructor(postings: AnyPostings, namespace: string) {
    this.#postings = postings;
    this.#namespace = namespace;
    this.refresh();
  }

  get text(): string {
    return `namespace ${JSON.stringify(this.#namespace)}`;
  }

  refresh(): void {
    const { dictionary } = this.#postings;
    this.#set = dictionary.find(dictionary.namespaces, this.#namespace);
  }

  get count(): number {
    return this.#set === NO_SET ? 0 : this.#postings.sets.count(this.#set);
  }

  get all(): readonly number[] {
    return this.#set === NO_SET ? NO_SETS : [this.#set];
  }

  get none(): readonly number[] {
    return NO_SETS;
  }

  test(ordinal: number): boolean {
    return this.#postings.sets.has(this.#set, ordinal);
  }
}
