import { checkReverseIndex } from '../anchors/invariants.ts';
import { checkSets } from '../bitmap/invariants.ts';
import { checkPostings } from '../postings/invariants.ts';
import { type LabelIndex, postingsOf } from './label-index.ts';
import { internalsOf, type Membership } from './membership.ts';
import { reverseOf, type SelectorIndex } from './selector-index.ts';

/**
 * Holds that everything an index keeps fits together, from the blocks of its memory up. For tests: O(labels of all
 * objects), and more.
 *
 * @throws Error naming what does not fit
 */
export function checkIndex<Id extends string | number>(index: LabelIndex<Id>): void {
  const postings = postingsOf(index);
  checkSets(postings.sets, postings.scratch);
  checkPostings(postings);
}

/**
 * Holds that everything an index of selectors keeps fits together. For tests: O(filings of all selectors), and more.
 *
 * @throws Error naming what does not fit
 */
export function checkSelectorIndex<Id extends string | number>(index: SelectorIndex<Id>): void {
  checkReverseIndex(reverseOf(index), false);
}

/**
 * Holds that everything a Membership keeps fits together. For tests.
 *
 * @throws Error naming what does not fit
 */
export function checkMembership<ObjectId extends string | number, SelectorId extends string | number>(
  membership: Membership<ObjectId, SelectorId>,
): void {
  const { index, reverse } = internalsOf(membership);
  checkIndex(index);
  checkReverseIndex(reverse, true);
}
