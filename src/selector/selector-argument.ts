import { kindOf } from '../text/kind-of.ts';
import { type Alternative, frozenRequirement, type Requirement } from './requirement.ts';

/**
 * The alternatives of an argument that must be a Selector.
 * @throws TypeError naming the argument where it is none
 */
export function alternativesOf(
  selector: { readonly alternatives: readonly Alternative[] },
  argument: string,
): readonly Alternative[] {
  const given: unknown = selector;
  if (typeof given === 'object' && given !== null && Array.isArray(selector.alternatives)) {
    return selector.alternatives;
  }
  const mend = typeof given === 'string' ? '; parseSelector reads text' : '';
  throw new TypeError(`${argument} must be a Selector, not ${kindOf(given)}${mend}`);
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
