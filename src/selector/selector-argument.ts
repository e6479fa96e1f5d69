import { describeValue, list } from './objects/json-shape.ts';
import { type Alternative, frozenRequirement, type Requirement } from './requirement.ts';
import type { Selector } from './selector.ts';

/**
 * The alternatives of an argument that must be a Selector.
 * @throws TypeError naming the argument where it is none
 */
export function alternativesOf(selector: Selector, argument: string): readonly Alternative[] {
  const given: unknown = selector;
  if (typeof given === 'object' && given !== null && list(selector.alternatives).ok)
    return selector.alternatives;
  throw new TypeError(`${argument} must be a Selector, not ${describeValue(given)}`);
}

/** An alternative frozen through and through: itself where it is, a copy otherwise. O(number of requirements). */
export function frozenAlternative(alternative: Alternative): Alternative {
  if (Object.isFrozen(alternative) && alternative.every(isFrozenRequirement)) return alternative;
  return Object.freeze(
    alternative.map((requirement) =>
      isFrozenRequirement(requirement)
        ? requirement
        : frozenRequirement(requirement.key, requirement.operator, [...requirement.values]),
    ),
  );
}

function isFrozenRequirement(requirement: Requirement): boolean {
  return Object.isFrozen(requirement) && Object.isFrozen(requirement.values);
}
