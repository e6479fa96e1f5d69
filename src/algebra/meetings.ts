import type { Conjunction } from '../constraint/conjunction.ts';
import { partingKey } from './meeting.ts';
import { MeetingTable } from './meeting-table.ts';

/** Up to this many pairs are held against each other one by one; a table of them takes longer to make. */
const FEW_PAIRS = 1_000;

/** A conjunction of one side, and those of another side that it meets. */
export interface Meeting {
  readonly conjunction: Conjunction;
  readonly met: readonly Conjunction[];
}

/**
 * For each conjunction of one side, in order, those of another side that it meets, in order; found as they are asked for.
 * O(pairs) for few, and for many as {@link MeetingTable} has it.
 */
export function* meetings(a: readonly Conjunction[], b: readonly Conjunction[]): IterableIterator<Meeting> {
  if (a.length < 2 || b.length < 2 || a.length * b.length <= FEW_PAIRS) {
    for (const conjunction of a) {
      yield { conjunction, met: metBy(conjunction, b) };
    }
    return;
  }
  const table = new MeetingTable([...a, ...b]);
  for (const [at, conjunction] of a.entries()) {
    const met = table.meetingAfter(at).filter((member) => member >= a.length);
    yield { conjunction, met: met.map((member) => b[member - a.length] as Conjunction) };
  }
}

/** Those of some conjunctions that one meets, in order. O(conjunctions and their constraints). */
export function metBy(conjunction: Conjunction, others: readonly Conjunction[]): readonly Conjunction[] {
  return others.filter((other) => partingKey(conjunction, other) === undefined);
}
