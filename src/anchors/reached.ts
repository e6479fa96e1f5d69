import type { AnchorList } from './anchor-list.ts';
import { UNPROVEN } from './outline.ts';
import type { ReverseIndex } from './reverse-index.ts';
import { satisfies } from './satisfies.ts';
import type { Shelf } from './shelf.ts';
import type { Subject } from './subject.ts';

/** A list that a label set leads to. */
export interface Reached {
  readonly list: AnchorList;
  /** Whether the label set has something that excludes the whole group. */
  readonly isExcluded: boolean;
  /** The entries of the list that it satisfies. */
  readonly matching: readonly number[];
}

/**
 * The lists that a label set leads to, and what it finds there, each entry held against all of its clauses. Counts nothing
 * and moves nothing: for explanations. O(groups), and the entries reached.
 */
export function reached<Owner>(
  index: ReverseIndex<Owner>,
  subject: Subject,
  shelves: readonly (Shelf<Owner> | undefined)[],
): Reached[] {
  const { entries, tests } = index;
  const isMatch = (entry: number) =>
    satisfies(entries.words, entries.from(entry), entries.to(entry), UNPROVEN, subject, tests);
  const all: Reached[] = [];
  const follow = (list: AnchorList<Owner>): void => {
    if (list.entries.length > 0) {
      all.push({ list, isExcluded: false, matching: list.entries.filter(isMatch) });
    }
    for (const { key, lists } of list.branches) {
      const child = lists.get(subject.pairOf(key));
      if (child !== undefined) follow(child);
    }
  };
  for (const shelf of shelves) {
    if (shelf === undefined) continue;
    for (const term of subject.terms.slice(0, subject.termCount)) {
      const list = shelf.anchored(term);
      if (list !== undefined) follow(list);
    }
    for (const list of shelf.allGroups) {
      const isExcluded = list.term !== undefined && subject.has(list.term);
      all.push({ list, isExcluded, matching: isExcluded ? [] : list.entries.filter(isMatch) });
    }
  }
  return all;
}
