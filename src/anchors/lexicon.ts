/** In the place of the pair of a key: the label set does not have the key. */
export const ABSENT = 0;

/** In the place of the pair of a key: the label set has a value that no selector speaks of. */
export const OTHER = -1;

/** After so many label sets, what was seen before counts half. */
const GENERATION = 1 << 16;

/** Entries that are filed under a term; shelves know more of them. */
export interface FiledEntries {
  readonly entries: readonly number[];
}

/**
 * Something that selectors speak of, and that a label set has or has not: a pair of a key and a value, or the presence of a
 * key. What a label set with it leads to stands here, so that one look at the memory finds all of it.
 */
export class Term {
  /** Names the term where a number is shorter, from 1 on; the numbers of terms that are gone are given out again. */
  readonly atom: number;
  readonly key: KeyTerm;
  /** The value of a pair; undefined for a presence. */
  readonly value: string | undefined;
  /** How many clauses speak of it; of a presence, those that speak of the key. */
  uses = 0;
  /** How often it was seen, and in which generation that was counted. */
  seen = 0;
  generation = 0;
  /** The entries that only a label set with this can satisfy: those of no namespace, and by shelf those of one. */
  everywhere: FiledEntries | undefined = undefined;
  inNamespaces: Map<number, FiledEntries> | undefined = undefined;
  /** How many lists there are, on all shelves, of entries that no label set with this satisfies. */
  exclusions = 0;

  constructor(atom: number, key: KeyTerm, value: string | undefined) {
    this.atom = atom;
    this.key = key;
    this.value = value;
  }
}

/** Of keys that are only asked whether they are there: a Map takes memory even when it is empty. */
const NO_PAIRS: Map<string, Term> = new Map();

/** A key that selectors speak of. */
export class KeyTerm {
  readonly name: string;
  /** Names the key where a number is shorter; the numbers of keys that are gone are given out again. */
  readonly number: number;
  /** Having the key. */
  readonly presence: Term;
  /** Stands for what may turn with any other value of the key; no label set has it. */
  readonly change: Term;
  /** Its pairs, by value. */
  pairs: Map<string, Term> = NO_PAIRS;
  /** How many clauses ask for integers. */
  ranges = 0;

  constructor(name: string, number: number, presence: number, change: number) {
    this.name = name;
    this.number = number;
    this.presence = new Term(presence, this, undefined);
    this.change = new Term(change, this, undefined);
  }
}

/** What is known of how frequent labels are that no selector spoke of so far: a share of the objects, 0 to 1. */
export type KnownShare = (key: string, value: string | undefined) => number;

/**
 * The keys and the pairs of key and value that selectors speak of. They are there as long as a selector speaks of them. A
 * label set is looked up here once, by its texts; from then on numbers are compared.
 *
 * How often each was seen halves with every generation of label sets, so that it follows when frequencies move; halving is
 * put off until a term is looked at.
 */
export class Lexicon {
  readonly #known: KnownShare | undefined;
  readonly #keys = new Map<string, KeyTerm>();
  readonly #byNumber: (KeyTerm | undefined)[] = [];
  readonly #byAtom: (Term | undefined)[] = [undefined];
  readonly #freeAtoms: number[] = [];
  readonly #freeNumbers: number[] = [];
  #pairs = 0;
  /** Told each term that comes or goes, for whoever keeps what was looked up: it holds until then. */
  whenChanged: ((term: Term) => void) | undefined = undefined;
  #generation = 0;
  #seen = 0;

  constructor(known?: KnownShare) {
    this.#known = known;
  }

  /** How many keys there are. */
  get size(): number {
    return this.#keys.size;
  }

  /** How many pairs there are. */
  get pairs(): number {
    return this.#pairs;
  }

  /** One more than the highest number of a key. */
  get numbers(): number {
    return this.#byNumber.length;
  }

  /** How many label sets were seen, those of earlier generations by halves. */
  get seen(): number {
    return this.#seen;
  }

  /** By estimate. */
  get bytes(): number {
    let bytes = this.#byAtom.length * 8;
    for (const { name, pairs } of this.#keys.values()) {
      bytes += 400 + name.length + pairs.size * 140;
      for (const value of pairs.keys()) bytes += 16 + value.length;
    }
    return bytes;
  }

  key(name: string): KeyTerm | undefined {
    return this.#keys.get(name);
  }

  /** The key with a number. */
  keyAt(number: number): KeyTerm | undefined {
    return this.#byNumber[number];
  }

  keys(): Iterable<KeyTerm> {
    return this.#keys.values();
  }

  /** The term with an atom. */
  termOf(atom: number): Term | undefined {
    return this.#byAtom[atom];
  }

  /** All terms that a label set can have. */
  *terms(): Generator<Term> {
    for (const key of this.#keys.values()) {
      yield key.presence;
      yield* key.pairs.values();
    }
  }

  /** A label set begins. */
  begin(): void {
    if (++this.#seen < GENERATION) return;
    this.#seen >>>= 1;
    this.#generation++;
  }

  /** The label set has a term. */
  see(term: Term): void {
    if (term.generation !== this.#generation) this.#age(term);
    term.seen++;
  }

  #age(term: Term): void {
    const generations = this.#generation - term.generation;
    term.seen = generations > 31 ? 0 : term.seen >>> generations;
    term.generation = this.#generation;
  }

  /** How often a term was seen, of {@link seen}. */
  frequencyOf(term: Term): number {
    if (term.generation !== this.#generation) this.#age(term);
    return term.seen;
  }

  #atom(): number {
    return this.#freeAtoms.pop() ?? this.#byAtom.length;
  }

  #add(term: Term): void {
    this.whenChanged?.(term);
    this.#byAtom[term.atom] = term;
    term.generation = this.#generation;
    term.seen = Math.round((this.#known?.(term.key.name, term.value) ?? 0) * this.#seen);
  }

  /** A key for one more clause. */
  takeKey(name: string): KeyTerm {
    let key = this.#keys.get(name);
    if (key === undefined) {
      const number = this.#freeNumbers.pop() ?? this.#byNumber.length;
      const presence = this.#atom();
      this.#byAtom[presence] = undefined;
      key = new KeyTerm(name, number, presence, this.#atom());
      this.#byNumber[number] = key;
      this.#keys.set(name, key);
      this.#add(key.presence);
      this.#byAtom[key.change.atom] = key.change;
    }
    key.presence.uses++;
    return key;
  }

  /** A pair for one more clause. */
  takePair(key: KeyTerm, value: string): Term {
    let term = key.pairs.get(value);
    if (term === undefined) {
      term = new Term(this.#atom(), key, value);
      if (key.pairs === NO_PAIRS) key.pairs = new Map();
      key.pairs.set(value, term);
      this.#pairs++;
      this.#add(term);
    }
    term.uses++;
    return term;
  }

  /** A clause speaks of a pair no more. */
  releasePair(atom: number): void {
    const term = this.#byAtom[atom];
    if (term === undefined || --term.uses > 0) return;
    term.key.pairs.delete(term.value ?? '');
    this.#pairs--;
    this.#forget(term);
  }

  /** A clause speaks of a key no more; its pairs are released before. */
  releaseKey(key: KeyTerm): void {
    if (--key.presence.uses > 0) return;
    this.#keys.delete(key.name);
    this.#byNumber[key.number] = undefined;
    this.#freeNumbers.push(key.number);
    this.#forget(key.presence);
    this.#forget(key.change);
  }

  #forget(term: Term): void {
    this.whenChanged?.(term);
    this.#byAtom[term.atom] = undefined;
    this.#freeAtoms.push(term.atom);
  }
}
