import type { Requirement } from '../selector/requirement.ts';
import type { Selector } from '../selector/selector.ts';
import { alternativesOf } from '../selector/selector-argument.ts';
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

/**
 * The meaning of requirements that must all hold.
 *
 * @returns frozen constraints by key, none of them trivial; or undefined when no label set can satisfy them
 * Complexity: O(n log n) in the number of requirements and values; for many on one key, once more the logarithm.
 */
export function conjunctionOf(requirements: readonly Requirement[]): Conjunction | undefined {
  const byKeys = new Map<string, KeyConstraint[]>();
  for (const requirement of requirements) {
    const constraint = constraintOf(requirement);
    const others = byKeys.get(requirement.key);
    if (others === undefined) byKeys.set(requirement.key, [constraint]);
    else others.push(constraint);
  }
  const all = [...byKeys.values()].map(together);
  if (all.some(isContradiction)) return undefined;
  return Object.freeze(all.filter((constraint) => !isTrivial(constraint)).sort(byKey));
}

/**
 * The meaning of a selector: of each alternative that some label set can satisfy, in order.
 * @throws TypeError where `selector` is no Selector
 */
export function conjunctionsOf(selector: Selector): readonly Conjunction[] {
  const conjunctions: Conjunction[] = [];
  for (const alternative of alternativesOf(selector, 'selector')) {
    const conjunction = conjunctionOf(alternative);
    if (conjunction !== undefined) conjunctions.push(conjunction);
  }
  return conjunctions;
}
