import { kindOf } from '../text/kind-of.ts';
import { ARITY } from './arity.ts';
import { type Alternative, frozenRequirement, type Requirement } from './requirement.ts';
import { isFrozenSelector } from './selector.ts';

/**
 * The alternatives of an argument that must be a Selector. O(1) for one that this library made; for one made by hand, which
 * is looked at first, O(number of requirements and values).
 * @throws TypeError naming the argument where it is none
 */
export function alternativesOf(
  selector: { readonly alternatives: readonly Alternative[] },
  argument: string,
): readonly Alternative[] {
  if (isFrozenSelector(selector)) return selector.alternatives;
  const given: unknown = selector;
  if (typeof given !== 'object' || given === null || !Array.isArray(selector.alternatives)) {
    throw new TypeError(`${argument} must be a Selector, not ${kindOf(given)}${mendFor(given)}`);
  }
  for (const alternative of selector.alternatives) {
    if (!Array.isArray(alternative) || !alternative.every(isRequirement)) {
      throw new TypeError(
        `${argument} must be a Selector, and holds what is no requirement; fromAlternatives checks hand-made ones`,
      );
    }
  }
  return selector.alternatives;
}

/** What makes a selector of what was given instead, where it can be told. */
function mendFor(given: unknown): string {
  if (typeof given === 'string') return '; parseSelector reads text';
  if (typeof given !== 'object' || given === null) return '';
  if ('ok' in given) return '; that of a result is its property "selector", where it is ok';
  if ('matchLabels' in given || 'matchExpressions' in given)
    return '; fromLabelSelector reads a LabelSelector';
  return '; fromLabelMap reads a map of labels, and fromLabelSelector a LabelSelector';
}

/** Whether something has the shape of a requirement; its key and values are checked where selectors are made. */
function isRequirement(given: unknown): given is Requirement {
  if (typeof given !== 'object' || given === null) return false;
  const { key, operator, values } = given as { readonly [Field in keyof Requirement]?: unknown };
  return (
    typeof key === 'string' &&
    typeof operator === 'string' &&
    Object.hasOwn(ARITY, operator) &&
    Array.isArray(values) &&
    values.every((value) => typeof value === 'string')
  );
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
