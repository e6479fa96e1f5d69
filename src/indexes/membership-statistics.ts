import type { ReverseIndex } from '../anchors/reverse-index.ts';
import type { Postings } from '../postings/postings.ts';
import type { Follower } from './follower.ts';
import { type SelectorIndexStatistics, statisticsOfSelectors } from './reverse-statistics.ts';
import { type IndexStatistics, statisticsOf } from './statistics.ts';

/** What a Membership holds, and what that takes. */
export interface MembershipStatistics<SelectorId extends string | number = string> {
  /** Selectors that were set; watches are none. */
  readonly selectors: number;
  /** Watches that are open. */
  readonly watches: number;
  /** Calls of `subscribe` that were not ended. */
  readonly subscribers: number;
  /** The objects and their labels. */
  readonly labels: IndexStatistics;
  /** The selectors, those of watches included, and how they are filed; watches have no id, and are not named. */
  readonly reverse: SelectorIndexStatistics<SelectorId>;
}

/** Looks at a Membership. O(objects and selectors). */
export function statisticsOfMembership<ObjectId extends string | number, SelectorId extends string | number>(
  postings: Postings<ObjectId>,
  reverse: ReverseIndex<Follower<ObjectId, SelectorId>>,
  counts: Pick<MembershipStatistics, 'selectors' | 'watches' | 'subscribers'>,
): MembershipStatistics<SelectorId> {
  return {
    ...counts,
    labels: statisticsOf(postings),
    reverse: statisticsOfSelectors(reverse, ({ id }) => id),
  };
}
