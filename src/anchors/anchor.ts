import type { AnchorList } from './anchor-list.ts';
import { EQUAL, isPositive, keyNumberOf, kindOf, lengthAt, ONE_OF, PRESENT, pairsAt } from './clause.ts';
import type { Lexicon, Term } from './lexicon.ts';
import { ALL_PROVEN, type Proven, UNPROVEN, withProven } from './outline.ts';
import type { Shelf } from './shelf.ts';

/** Where an entry is to be filed. */
export interface Anchor {
  /** A group is reached by label sets that lack its term, an anchor by those that have one of its paths. */
  readonly isGroup: boolean;
  /**
   * What leads to the entry: a label set must have all terms of one of these. Of a group there is one path, of the one term
   * that excludes it, or of none where nothing is excluded that many exclude.
   */
  readonly paths: readonly (readonly Term[])[];
  /** What else excludes an entry of a group: it is marked where a label set has one of these. */
  readonly exclusions: readonly Term[];
  /** Which clauses need not be looked at any more. */
  readonly proven: Proven;
  /** How many label sets reach the entry here, of those that were seen: by estimate. */
  readonly cost: number;
}

/** One clause as what leads to an entry. */
interface Lead {
  /** The order of the clause among those of its entry. */
  readonly order: number;
  /** Label sets that satisfy the clause have one of these. */
  readonly terms: readonly Term[];
  /** Whether all label sets that have one of these satisfy it. */
  readonly isProof: boolean;
  /** How many label sets have one of these, and what it costs to file the entry under each. */
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

/** An anchor with so many entries is crowded: those that demand another pair too are filed by both. */
const CROWD = 32;

/** A further pair is worth it where at most this share of the label sets has it. */
const WORTHWHILE_SHARE = 0.45;

/** A list leads on by at most so many keys. */
const MOST_BRANCHES = 2;

/** A path has at most so many pairs, and an entry at most so many paths. */
const LONGEST_PATH = 4;
const MOST_PATHS = 16;

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

/** How a clause leads to its entry; undefined for one that label sets without the key satisfy. */
function leadOf(
  words: ArrayLike<number>,
  at: number,
  order: number,
  lexicon: Lexicon,
  entries: number,
): Lead | undefined {
  const head = words[at] ?? 0;
  const kind = kindOf(head);
  const key = lexicon.keyAt(keyNumberOf(head));
  if (!isPositive(kind) || key === undefined) return undefined;
  const cost = frequencyOf(lexicon, key.presence, entries);
  const byKey = { order, terms: [key.presence], isProof: kind === PRESENT, cost };
  if (kind !== EQUAL && kind !== ONE_OF) return byKey;
  const { from, to } = pairsAt(words, at);
  if (to - from > MOST_FILINGS) return byKey;
  const terms = termsOf(words, at, lexicon);
  let byPairs = ((terms.length - 1) / FILINGS_A_LOOK) * (lexicon.seen + PRIOR);
  for (const term of terms) byPairs += frequencyOf(lexicon, term, entries);
  // Of keys with few values these may be nearly all that it has.
  if (kind === ONE_OF && byPairs > cost) return byKey;
  return { order, terms, isProof: true, cost: byPairs };
}

/** Whether so much is filed under one of some paths that it is worth telling it apart further. */
function isCrowded(shelf: Shelf, paths: readonly (readonly Term[])[]): boolean {
  return paths.some((path) => {
    const list = shelf.listAt(path);
    return list !== undefined && (list.entries.length >= CROWD || list.branches.length > 0);
  });
}

/**
 * Whether lists of some paths may lead on by a key: each key by which a list does takes a look of every label set that comes
 * by, so there are few.
 */
function canBranch(shelf: Shelf, paths: readonly (readonly Term[])[], key: number): boolean {
  return paths.every((path) => {
    const branches = shelf.listAt(path)?.branches ?? [];
    return branches.length < MOST_BRANCHES || branches.some((branch) => branch.key === key);
  });
}

/** An anchor by the best of some leads, and by further ones as long as what it leads to is crowded. */
function anchorBy(leads: readonly Lead[], shelf: Shelf, lexicon: Lexicon): Anchor | undefined {
  const [first, ...others] = [...leads].sort((a, b) => a.cost - b.cost);
  if (first === undefined) return undefined;
  let paths: readonly (readonly Term[])[] = first.terms.map((term) => [term]);
  let { cost } = first;
  let proven = first.isProof ? withProven(UNPROVEN, first.order) : UNPROVEN;
  for (const { order, terms, isProof, cost: ofLead } of others) {
    const share = ofLead / (lexicon.seen + PRIOR);
    const isWorthwhile = isProof && share <= WORTHWHILE_SHARE && paths.length * terms.length <= MOST_PATHS;
    // A key that is there has no list of its own further on, only its pairs have.
    if (!isWorthwhile || terms.some(({ value }) => value === undefined)) continue;
    if ((paths[0]?.length ?? 0) >= LONGEST_PATH || !isCrowded(shelf, paths)) break;
    if (!canBranch(shelf, paths, terms[0]?.key.number ?? 0)) continue;
    paths = paths.flatMap((path) => terms.map((term) => [...path, term]));
    cost *= share;
    proven = withProven(proven, order);
  }
  return { isGroup: false, paths, exclusions: [], proven, cost };
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
    paths: [first === undefined ? [] : [first]],
    exclusions: isMarked ? exclusions : [],
    proven: isMarked ? ALL_PROVEN : UNPROVEN,
    cost: lexicon.seen + PRIOR - most,
  };
}

/**
 * Where the entry with some clauses is best filed on a shelf, by the frequencies as they are now: under what the fewest label
 * sets have of what it demands, or where it demands nothing, in the group of what most label sets have of what it excludes.
 * O(clauses and their pairs).
 *
 * @param entries how many there are, to tell how many of them speak of something
 */
export function bestAnchor(
  words: ArrayLike<number>,
  from: number,
  to: number,
  shelf: Shelf,
  lexicon: Lexicon,
  entries: number,
): Anchor {
  const leads: Lead[] = [];
  for (let at = from, order = 0; at < to; at += lengthAt(words, at), order++) {
    const lead = leadOf(words, at, order, lexicon, entries);
    if (lead !== undefined) leads.push(lead);
  }
  return anchorBy(leads, shelf, lexicon) ?? groupFor(words, from, to, lexicon, entries);
}

/** How many label sets a list is reached by, estimated as for {@link bestAnchor}. */
export function costOf(list: AnchorList<unknown>, lexicon: Lexicon, entries: number): number {
  const total = lexicon.seen + PRIOR;
  const share = list.term === undefined ? 0 : frequencyOf(lexicon, list.term, entries) / total;
  if (list.isGroup) return total * (1 - share);
  return share * (list.parent === undefined ? total : costOf(list.parent, lexicon, entries));
}
