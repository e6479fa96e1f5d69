import type { Requirement } from '../selector/requirement.ts';
import { intersectConstraints } from './intersect.ts';
import { isContradiction, isTrivial, type KeyConstraint } from './key-constraint.ts';
import { constraintOf } from './meaning.ts';

/**
 * The meaning of a conjunction of requirements: one constraint for each key it says something about, by key.
 * Requirements on different keys are independent, so nothing is lost.
 */
export type Conjunction = readonly KeyConstraint[];

function byKey(a: KeyConstraint, b: KeyConstraint): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** Constraints on one key as one: by halves, so that thousands of exclusions are merged few times each. */
function together(constraints: readonly KeyConstraint[]): KeyConstraint {
  const half = constraints.length >> 1;
  const [only] = constraints;
  if (only !== undefined && half === 0) return only;
  return intersectConstraints(together(constraints.slice(0, half)), together(constraints.slice(half)));
}

/** Whether constraints stand by key, each key once, as those of most selectors do once they are sorted. */
function isByKey(constraints: readonly KeyConstraint[]): boolean {
  for (let i = 1; i < constraints.length; i++) {
    if ((constraints[i - 1] as KeyConstraint).key >= (constraints[i] as KeyConstraint).key) return false;
  }
  return true;
}

/** Constraints by key, those on one key as one. */
function oneForEachKey(constraints: readonly KeyConstraint[]): readonly KeyConstraint[] {
  const sorted = [...constraints].sort(byKey);
  if (isByKey(sorted)) return sorted;
  const result: KeyConstraint[] = [];
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (sorted[to]?.key === sorted[from]?.key) to++;
    result.push(together(sorted.slice(from, to)));
  }
  return result;
}

/**
 * The meaning of requirements that must all hold.
 *
 * @returns frozen constraints by key, none of them trivial; or undefined when no label set can satisfy them
 * @complexity O(n log n) in the number of requirements and values; for many on one key, once more the logarithm.
 */
export function conjunctionOf(requirements: readonly Requirement[]): Conjunction | undefined {
  const each = requirements.map(constraintOf);
  const all = isByKey(each) ? each : oneForEachKey(each);
  if (all.some(isContradiction)) return undefined;
  return Object.freeze(all.some(isTrivial) ? all.filter((constraint) => !isTrivial(constraint)) : all);
}
