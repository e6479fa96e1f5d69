import type { Conjunction } from '../constraint/conjunction.ts';
import type { Selector } from '../selector/selector.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { intersection, partingKey } from './meeting.ts';
import { MeetingTable } from './meeting-table.ts';
import { proven, type Witness, witnessOf } from './witness.ts';

/** Up to this many pairs are held against each other one by one; a table of them takes longer to make. */
const FEW_PAIRS = 1_000;

/** The first pair of one conjunction of each side that some label set satisfies, by the first side's order. */
function firstMeeting(
  a: readonly Conjunction[],
  b: readonly Conjunction[],
): readonly [Conjunction, Conjunction] | undefined {
  if (a.length * b.length > FEW_PAIRS) return firstMeetingOfMany(a, b);
  for (const one of a) {
    for (const other of b) if (partingKey(one, other) === undefined) return [one, other];
  }
  return undefined;
}

function firstMeetingOfMany(
  a: readonly Conjunction[],
  b: readonly Conjunction[],
): readonly [Conjunction, Conjunction] | undefined {
  const all = [...a, ...b];
  const table = new MeetingTable(all);
  for (const [at, one] of a.entries()) {
    const other = table.meetingAfter(at).find((member) => member >= a.length);
    if (other !== undefined) return [one, all[other] as Conjunction];
  }
  return undefined;
}

/** Whether some valid label set is matched by both selectors. */
export function meet(a: Meaning, b: Meaning): boolean {
  return firstMeeting(a.conjunctions, b.conjunctions) !== undefined;
}

/**
 * A label set that two selectors both match: the proof that they overlap, as controllers of one namespace must not
 * (Kubernetes API conventions of ReplicationController, Deployment and their like). Exact over valid labels.
 *
 * @returns a plain object with no label that is not needed, and values that the selectors list where one fits; checked by
 * the compiled selectors; undefined where no valid label set is matched by both
 * @throws TypeError where an argument is no Selector
 * Complexity: O(n log n) in requirements and values; of several alternatives, about every pair of them at most.
 */
export function findOverlap(a: Selector, b: Selector): Witness | undefined {
  const matched = [meaningOf(a, 'a'), meaningOf(b, 'b')] as const;
  const pair = firstMeeting(matched[0].conjunctions, matched[1].conjunctions);
  if (pair === undefined) return undefined;
  return proven(witnessOf(intersection(...pair), matched), { matched, unmatched: [] });
}
