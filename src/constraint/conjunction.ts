import type { Requirement } from '../selector/requirement.ts';
import type { Selector } from '../selector/selector.ts';
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

/**
 * The meaning of requirements that must all hold.
 *
 * @returns frozen constraints by key, none of them trivial; or undefined when no label set can satisfy them
 * Complexity: O(n log n) in the number of requirements and values.
 */
export function conjunctionOf(requirements: readonly Requirement[]): Conjunction | undefined {
  const constraints = new Map<string, KeyConstraint>();
  for (const requirement of requirements) {
    const constraint = constraintOf(requirement);
    const earlier = constraints.get(requirement.key);
    constraints.set(
      requirement.key,
      earlier === undefined ? constraint : intersectConstraints(earlier, constraint),
    );
  }
  const all = [...constraints.values()];
  if (all.some(isContradiction)) return undefined;
  return Object.freeze(all.filter((constraint) => !isTrivial(constraint)).sort(byKey));
}

/** The meaning of a selector: of each alternative that some label set can satisfy, in order. */
export function conjunctionsOf(selector: Selector): readonly Conjunction[] {
  const conjunctions: Conjunction[] = [];
  for (const alternative of selector.alternatives) {
    const conjunction = conjunctionOf(alternative);
    if (conjunction !== undefined) conjunctions.push(conjunction);
  }
  return conjunctions;
}
