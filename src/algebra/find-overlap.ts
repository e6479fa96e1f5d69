import type { Conjunction } from '../constraint/conjunction.ts';
import type { Selector } from '../selector/selector.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { intersection, partingKey } from './meeting.ts';
import { meetings } from './meetings.ts';
import { proven, type Witness, witnessOf } from './witness.ts';

/** How many labels a label set must have that satisfies two conjunctions, both by key. */
function labelsDemanded(a: Conjunction, b: Conjunction): number {
  const keys = new Set<string>();
  for (const { key, absent } of a) if (!absent) keys.add(key);
  for (const { key, absent } of b) if (!absent) keys.add(key);
  return keys.size;
}

/** Up to this many pairs are all looked at, to find the one that takes the fewest labels. */
const FEW_PAIRS = 1_000;

/** Of the pairs that meet, where they are few, the first of those that take the fewest labels. */
function smallestMeeting(
  a: readonly Conjunction[],
  b: readonly Conjunction[],
): readonly [Conjunction, Conjunction] | undefined {
  if (a.length * b.length === 1 || a.length * b.length > FEW_PAIRS) return firstMeeting(a, b);
  let best: readonly [Conjunction, Conjunction] | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const { conjunction, met } of meetings(a, b)) {
    for (const other of met) {
      const labels = labelsDemanded(conjunction, other);
      if (labels >= fewest) continue;
      fewest = labels;
      best = [conjunction, other];
    }
  }
  return best;
}

/** The first pair of one conjunction of each side that some label set satisfies, by the first side's order. */
function firstMeeting(
  a: readonly Conjunction[],
  b: readonly Conjunction[],
): readonly [Conjunction, Conjunction] | undefined {
  const [only, another] = a;
  if (only !== undefined && another === undefined) {
    const met = b.find((other) => partingKey(only, other) === undefined);
    return met && [only, met];
  }
  for (const { conjunction, met } of meetings(a, b)) if (met[0] !== undefined) return [conjunction, met[0]];
  return undefined;
}

/** Whether some valid label set is matched by both selectors. */
export function meet(a: Meaning, b: Meaning): boolean {
  return firstMeeting(a.conjunctions, b.conjunctions) !== undefined;
}

/** As {@link findOverlap}, of what the selectors mean. */
export function overlapOf(a: Meaning, b: Meaning): Witness | undefined {
  const pair = smallestMeeting(a.conjunctions, b.conjunctions);
  if (pair === undefined) return undefined;
  return proven(witnessOf(intersection(...pair), [a, b]), { matched: [a, b], unmatched: [] });
}

/**
 * A label set that two selectors both match: the proof that they overlap, as controllers of one namespace must not
 * (Kubernetes API conventions of ReplicationController, Deployment and their like). Exact over valid labels.
 *
 * @returns a plain object with no label that is not needed, and values that the selectors list where one fits; checked by
 * the compiled selectors; undefined where no valid label set is matched by both
 * @complexity O(n log n) in requirements and values; of several alternatives, about every pair of them at most.
 * @throws TypeError where an argument is no Selector
 */
export function findOverlap(a: Selector, b: Selector): Witness | undefined {
  return overlapOf(meaningOf(a, 'a'), meaningOf(b, 'b'));
}
