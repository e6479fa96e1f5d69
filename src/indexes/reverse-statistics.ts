import type { AnchorList } from '../anchors/anchor-list.ts';
import type { ReverseIndex } from '../anchors/reverse-index.ts';
import { type AnchorLabel, anchorName } from './anchor-name.ts';

/** Something that selectors are filed under. */
export interface AnchorStatistics {
  /** The key; undefined for selectors that select everything. */
  readonly key: string | undefined;
  /** Where a value of the key is the anchor; the key alone otherwise. */
  readonly value?: string;
  /** What leads here before: the labels that the selectors demand besides, where many demand those. */
  readonly within?: readonly AnchorLabel[];
  /** The namespace of the selectors filed here; undefined for those in none. */
  readonly namespace?: string;
  /** Whether these are selectors that demand nothing, and are looked at where an object does not have the anchor. */
  readonly isExclusion: boolean;
  /** How many distinct meanings are filed here. */
  readonly entries: number;
  /** How many were looked at here so far, for all label sets together. */
  readonly candidates: number;
  /** How many of the `candidates` matched. */
  readonly matches: number;
}

/** What an index of selectors holds, and how well it is filed. */
export interface SelectorIndexStatistics<Id extends string | number = string> {
  /** Selectors that were set, those that nothing can satisfy included; in a Membership, those of open watches too. */
  readonly selectors: number;
  /** Distinct meanings, by alternative and namespace: selectors that mean the same share one. */
  readonly entries: number;
  /** Namespaces that selectors are in. */
  readonly namespaces: number;
  /** Keys that selectors speak of. */
  readonly keys: number;
  /** Pairs of a key and a value that selectors speak of. */
  readonly pairs: number;
  /** How many anchors there are. */
  readonly anchors: number;
  /** Selectors that nothing can satisfy: they are kept, and filed nowhere. */
  readonly unsatisfiable: readonly Id[];
  /** Selectors with an alternative that demands no label, so that nothing can anchor it. */
  readonly unanchored: readonly Id[];
  /** How many label sets were asked about so far. */
  readonly objects: number;
  /** How many entries were looked at so far, for all label sets together. */
  readonly candidates: number;
  /** How many of the `candidates` matched; the others were looked at in vain. */
  readonly matches: number;
  /** How many times an entry was filed anew because frequencies had moved. */
  readonly refiled: number;
  /** The anchors at which most was looked at in vain, those first; at most ten. */
  readonly worstAnchors: readonly AnchorStatistics[];
  /** Memory in bytes, by estimate; without ids and Selectors, which are the caller's. */
  readonly bytes: number;
}

const WORST = 10;

function anchorStatistics(list: AnchorList): AnchorStatistics {
  const { isGroup, entries, candidates, matches } = list;
  return {
    ...anchorName(list),
    isExclusion: isGroup,
    entries: entries.length,
    candidates,
    matches,
  };
}

function worstAnchors(index: ReverseIndex<unknown>): AnchorStatistics[] {
  return [...index.lists()]
    .filter(({ candidates, matches }) => candidates > matches)
    .sort((a, b) => b.candidates - b.matches - (a.candidates - a.matches))
    .slice(0, WORST)
    .map(anchorStatistics);
}

/** Looks at an index. O(selectors and anchors). */
export function statisticsOfSelectors<Owner, Id extends string | number>(
  index: ReverseIndex<Owner>,
  idOf: (owner: Owner) => Id | undefined,
): SelectorIndexStatistics<Id> {
  const { owners, entries, matching, lexicon } = index;
  const unsatisfiable: Id[] = [];
  const unanchored: Id[] = [];
  const isInGroup = (entry: number) => index.isInGroup(entry);
  for (let owner = 0; owner < owners.end; owner++) {
    const held = owners.at(owner);
    const id = held === undefined ? undefined : idOf(held);
    if (id === undefined) continue;
    const ofOwner = Array.from({ length: owners.count(owner) }, (_, i) => owners.entryAt(owner, i));
    if (ofOwner.length === 0) unsatisfiable.push(id);
    else if (ofOwner.some(isInGroup)) unanchored.push(id);
  }
  return {
    selectors: owners.size,
    entries: entries.size,
    namespaces: index.shelves.size,
    keys: lexicon.size,
    pairs: lexicon.pairs,
    anchors: index.anchors,
    unsatisfiable,
    unanchored,
    objects: matching.subjects,
    candidates: matching.candidates,
    matches: matching.matches,
    refiled: index.tending.refiled,
    worstAnchors: worstAnchors(index),
    bytes: index.bytes,
  };
}
