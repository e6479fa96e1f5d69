import { alternativesSelector, isFrozenSelector, type Selector } from './selector.ts';
import { alternativesOf, frozenAlternative } from './selector-argument.ts';

/**
 * A selector that stays as it is now: a copy of one that was made by hand, and may be changed. O(requirements).
 * @throws TypeError where `selector` is no Selector
 */
export function frozenSelector(selector: Selector): Selector {
  if (isFrozenSelector(selector)) return selector;
  return alternativesSelector(alternativesOf(selector, 'selector').map(frozenAlternative));
}
