import { EQUAL, isPositive, keyNumberOf, kindOf, lengthAt, ONE_OF, PRESENT, pairsAt } from './clause.ts';
import type { Lexicon, Term } from './lexicon.ts';
import { ALL_PROVEN, UNPROVEN } from './outline.ts';

/** Where an entry is to be filed. */
export interface Anchor {
  /** A group is reached by label sets that lack its term, an anchor by those that have one of its terms. */
  readonly isGroup: boolean;
  /** The terms of an anchor; of a group the one, or none where nothing is excluded that many exclude. */
  readonly terms: readonly Term[];
  /** What else excludes an entry of a group: it is marked where a label set has one of these. */
  readonly exclusions: readonly Term[];
  /** The place of the clause that need not be looked at any more, or one of the words for none and all. */
  readonly proven: number;
  /** How many label sets reach the entry here, of those that were seen: by estimate. */
  readonly cost: number;
}

/** A set of more values than this is filed under its key, and a longer exclusion is held against each candidate. */
export const MOST_FILINGS = 64;

/** Filing costs memory and time: as much as looking in vain at one label set in so many. */
const FILINGS_A_LOOK = 4096;

/** What is spoken of often is expected to be frequent, as strongly as if so many label sets had been seen. */
const PRIOR = 16;

/** A group is made of what so many clauses speak of: looking at many small groups takes longer than at what is in them. */
const FEWEST_IN_GROUP = 16;

/** How many label sets have a term, of those that were seen: as seen, and as selectors let expect. */
function frequencyOf(lexicon: Lexicon, term: Term, entries: number): number {
  return lexicon.frequencyOf(term) + PRIOR * Math.min(1, term.uses / Math.max(1, entries));
}

function termsOf(words: ArrayLike<number>, at: number, lexicon: Lexicon): Term[] {
  const { from, to } = pairsAt(words, at);
  const terms: Term[] = [];
  for (let place = from; place < to; place++) {
    const term = lexicon.termOf(words[place] ?? 0);
    if (term !== undefined) terms.push(term);
  }
  return terms;
}

/** How a clause would be an anchor; undefined for one that label sets without the key satisfy. */
function anchorAt(
  words: ArrayLike<number>,
  at: number,
  lexicon: Lexicon,
  entries: number,
): Anchor | undefined {
  const head = words[at] ?? 0;
  const kind = kindOf(head);
  const key = lexicon.keyAt(keyNumberOf(head));
  if (!isPositive(kind) || key === undefined) return undefined;
  const byKey = {
    isGroup: false,
    terms: [key.presence],
    exclusions: [],
    proven: kind === PRESENT ? at : UNPROVEN,
    cost: frequencyOf(lexicon, key.presence, entries),
  };
  if (kind !== EQUAL && kind !== ONE_OF) return byKey;
  const { from, to } = pairsAt(words, at);
  if (to - from > MOST_FILINGS) return byKey;
  const terms = termsOf(words, at, lexicon);
  let cost = ((terms.length - 1) / FILINGS_A_LOOK) * (lexicon.seen + PRIOR);
  for (const term of terms) cost += frequencyOf(lexicon, term, entries);
  // Of keys with few values these may be nearly all that it has.
  if (kind === ONE_OF && cost > byKey.cost) return byKey;
  return { isGroup: false, terms, exclusions: [], proven: at, cost };
}

/**
 * The group for clauses that exclude only: that of the most frequent exclusion, so that most are told at once; that of all
 * others where nobody else speaks of what they exclude.
 */
function groupFor(
  words: ArrayLike<number>,
  from: number,
  to: number,
  lexicon: Lexicon,
  entries: number,
): Anchor {
  const terms: Term[] = [];
  for (let at = from; at < to; at += lengthAt(words, at)) {
    const pairs = termsOf(words, at, lexicon);
    const key = lexicon.keyAt(keyNumberOf(words[at] ?? 0));
    if (pairs.length > 0) terms.push(...pairs);
    else if (key !== undefined) terms.push(key.presence);
  }
  let first: Term | undefined;
  let most = 0;
  for (const term of terms) {
    if (term.uses < FEWEST_IN_GROUP) continue;
    const frequency = frequencyOf(lexicon, term, entries);
    if (first !== undefined && frequency <= most) continue;
    most = frequency;
    first = term;
  }
  const exclusions = terms.filter((term) => term !== first);
  const isMarked = exclusions.length <= MOST_FILINGS;
  return {
    isGroup: true,
    terms: first === undefined ? [] : [first],
    exclusions: isMarked ? exclusions : [],
    proven: isMarked ? ALL_PROVEN : UNPROVEN,
    cost: lexicon.seen + PRIOR - most,
  };
}

/**
 * Where the entry with some clauses is best filed, by the frequencies as they are now: under what the fewest label sets
 * have of what it demands, or where it demands nothing, in the group of what most label sets have of what it excludes.
 * O(clauses and their pairs).
 *
 * @param entries how many there are, to tell how many of them speak of something
 */
export function bestAnchor(
  words: ArrayLike<number>,
  from: number,
  to: number,
  lexicon: Lexicon,
  entries: number,
): Anchor {
  let best: Anchor | undefined;
  for (let at = from; at < to; at += lengthAt(words, at)) {
    const anchor = anchorAt(words, at, lexicon, entries);
    if (anchor !== undefined && (best === undefined || anchor.cost < best.cost)) best = anchor;
  }
  if (best === undefined) return groupFor(words, from, to, lexicon, entries);
  const isOnly = best.proven === from && lengthAt(words, from) === to - from;
  return isOnly ? { ...best, proven: ALL_PROVEN } : best;
}

/** How many label sets an entry is reached by where it is filed, by the same estimate. */
export function costOf(isGroup: boolean, terms: readonly Term[], lexicon: Lexicon, entries: number): number {
  let sum = 0;
  for (const term of terms) sum += frequencyOf(lexicon, term, entries);
  return isGroup ? lexicon.seen + PRIOR - sum : sum;
}
