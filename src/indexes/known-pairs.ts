import type { KeyTerm, Lexicon, Term } from '../anchors/lexicon.ts';
import type { Subject } from '../anchors/subject.ts';
import type { Dictionary, Key } from '../postings/dictionary.ts';
import type { Postings } from '../postings/postings.ts';

/** What a pair of an index of objects is to the selectors, as it was looked up. */
interface Known {
  /** The pair may be another one by now, as the numbers of those that are gone are given out again. */
  readonly key: Key;
  readonly value: string;
  /** The version of the lexicon then. */
  readonly version: number;
  /** The key, where selectors speak of it, and the pair, where they do. */
  readonly keyTerm: KeyTerm | undefined;
  readonly term: Term | undefined;
}

/**
 * Fills in the labels of objects that are in an index, as far as selectors speak of them: the texts of each pair are looked up
 * once, for as long as selectors do not speak of other things.
 */
export class KnownPairs<Id extends string | number> {
  readonly #postings: Postings<Id>;
  readonly #dictionary: Dictionary;
  readonly #lexicon: Lexicon;
  /** By the number of a pair. */
  readonly #known: (Known | undefined)[] = [];
  #subject: Subject | undefined;
  #namespace = '';

  constructor(postings: Postings<Id>, lexicon: Lexicon) {
    this.#postings = postings;
    this.#dictionary = postings.dictionary;
    this.#lexicon = lexicon;
  }

  /** Fills in the labels of an object. Returns its namespace. O(labels). */
  fill(subject: Subject, ordinal: number): string {
    this.#subject = subject;
    this.#namespace = '';
    this.#postings.forEachPair(ordinal, this.#take);
    return this.#namespace;
  }

  readonly #take = (pair: number): void => {
    const dictionary = this.#dictionary;
    const key = dictionary.keyOf(pair);
    const value = dictionary.valueOf(pair);
    if (key === dictionary.namespaces) {
      this.#namespace = value;
      return;
    }
    let known = this.#known[pair];
    if (
      known === undefined ||
      known.version !== this.#lexicon.version ||
      known.key !== key ||
      known.value !== value
    ) {
      known = this.#lookUp(key, value);
      // Numbers of keys lie between those of pairs, and an array without holes is a faster one.
      while (this.#known.length <= pair) this.#known.push(undefined);
      this.#known[pair] = known;
    }
    const { keyTerm, term } = known;
    if (keyTerm !== undefined) this.#subject?.takeKnown(keyTerm, term, value);
  };

  #lookUp(key: Key, value: string): Known {
    const keyTerm = this.#lexicon.key(key.name);
    return { key, value, version: this.#lexicon.version, keyTerm, term: keyTerm?.pairs.get(value) };
  }
}
