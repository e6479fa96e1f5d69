import type { KeyTerm, Lexicon, Term } from '../anchors/lexicon.ts';
import type { Subject } from '../anchors/subject.ts';
import type { Dictionary } from '../postings/dictionary.ts';
import type { Postings } from '../postings/postings.ts';

/** What a pair of an index of objects is to the selectors, as it was looked up. */
interface Known {
  /** The version of the lexicon then. */
  readonly version: number;
  readonly value: string;
  /** Whether the value is that of a namespace. */
  readonly isNamespace: boolean;
  /** The key, where selectors speak of it, and the pair, where they do. */
  readonly key: KeyTerm | undefined;
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
  /** By the handle of a pair. */
  readonly #known: (Known | undefined)[] = [];
  #subject: Subject | undefined;
  #namespace = '';

  constructor(postings: Postings<Id>, lexicon: Lexicon) {
    this.#postings = postings;
    this.#dictionary = postings.dictionary;
    this.#lexicon = lexicon;
    this.#dictionary.whenDropped = (pair) => {
      if (pair < this.#known.length) this.#known[pair] = undefined;
    };
  }

  /** Fills in the labels of an object. Returns its namespace. O(labels). */
  fill(subject: Subject, ordinal: number): string {
    this.#subject = subject;
    this.#namespace = '';
    this.#postings.forEachPair(ordinal, this.#take);
    return this.#namespace;
  }

  readonly #take = (pair: number): void => {
    let known = this.#known[pair];
    if (known === undefined || known.version !== this.#lexicon.version) known = this.#lookUp(pair);
    if (known.key !== undefined) this.#subject?.takeKnown(known.key, known.term, known.value);
    else if (known.isNamespace) this.#namespace = known.value;
  };

  #lookUp(pair: number): Known {
    const { version } = this.#lexicon;
    const { name } = this.#dictionary.keyOf(pair);
    const value = this.#dictionary.valueOf(pair);
    const isNamespace = this.#dictionary.keyOf(pair) === this.#dictionary.namespaces;
    const key = isNamespace ? undefined : this.#lexicon.key(name);
    const known = { version, value, isNamespace, key, term: key?.pairs.get(value) };
    // Handles of keys lie between those of pairs, and an array without holes is a faster one.
    while (this.#known.length <= pair) this.#known.push(undefined);
    this.#known[pair] = known;
    return known;
  }
}
