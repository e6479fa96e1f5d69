import type { KeyTerm, Lexicon, Term } from '../anchors/lexicon.ts';
import type { Subject } from '../anchors/subject.ts';
import type { Dictionary } from '../postings/dictionary.ts';
import type { Postings } from '../postings/postings.ts';

/** In the place of a key or a pair that was looked up: no selector speaks of it. */
const UNSPOKEN = false;

/** What was looked up, by number; undefined where nothing was. */
type Known<Spoken> = (Spoken | typeof UNSPOKEN | undefined)[];

function keep<Spoken>(known: Known<Spoken>, number: number, found: Spoken | typeof UNSPOKEN): void {
  // Handles of keys lie between those of pairs, and an array without holes is a faster one.
  while (known.length <= number) known.push(undefined);
  known[number] = found;
}

function forget(known: Known<unknown>, number: number): void {
  if (number >= 0 && number < known.length) known[number] = undefined;
}

/**
 * Fills in the labels of objects that are in an index, as far as selectors speak of them: the texts of each key and of each
 * pair are looked up once, and again when selectors begin or cease to speak of it.
 */
export class KnownPairs<Id extends string | number> {
  readonly #postings: Postings<Id>;
  readonly #dictionary: Dictionary;
  readonly #lexicon: Lexicon;
  /** By the number of a key in the dictionary. */
  readonly #keys: Known<KeyTerm> = [];
  /** By the handle of a pair, of keys that selectors speak of. */
  readonly #pairs: Known<Term> = [];
  #subject: Subject | undefined;
  #namespace = '';

  constructor(postings: Postings<Id>, lexicon: Lexicon) {
    this.#postings = postings;
    this.#dictionary = postings.dictionary;
    this.#lexicon = lexicon;
    this.#dictionary.whenDropped = (pair) => {
      forget(this.#pairs, pair);
      // It may be the last one of its key.
      forget(this.#keys, this.#dictionary.keyNumberOf(pair));
    };
    lexicon.whenChanged = ({ key: { name }, value }) => {
      const key = this.#dictionary.key(name);
      if (key === undefined) return;
      if (value === undefined) forget(this.#keys, key.number);
      else forget(this.#pairs, this.#dictionary.find(key, value));
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
    const number = this.#dictionary.keyNumberOf(pair);
    const key = this.#keys[number] ?? this.#keyOf(pair, number);
    if (key === UNSPOKEN) {
      if (number === this.#dictionary.namespaces.number) this.#namespace = this.#dictionary.valueOf(pair);
      return;
    }
    const term = this.#pairs[pair] ?? this.#termOf(pair, key);
    this.#subject?.takeKnown(key, term === UNSPOKEN ? undefined : term);
    // Only integers are asked for their texts.
    if (key.ranges > 0) this.#subject?.takeText(key, this.#dictionary.valueOf(pair));
  };

  #keyOf(pair: number, number: number): KeyTerm | typeof UNSPOKEN {
    const { name } = this.#dictionary.keyOf(pair);
    const isNamespace = number === this.#dictionary.namespaces.number;
    const key = isNamespace ? UNSPOKEN : (this.#lexicon.key(name) ?? UNSPOKEN);
    keep(this.#keys, number, key);
    return key;
  }

  #termOf(pair: number, key: KeyTerm): Term | typeof UNSPOKEN {
    const term = key.pairs.get(this.#dictionary.valueOf(pair)) ?? UNSPOKEN;
    keep(this.#pairs, pair, term);
    return term;
  }
}
