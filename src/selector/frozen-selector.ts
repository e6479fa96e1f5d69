import { alternativesSelector, type Selector } from './selector.ts';
import { alternativesOf, frozenAlternative } from './selector-argument.ts';

/**
 * A selector that stays as it is now, whoever made it by hand and may change it. O(requirements).
 * @throws TypeError where `selector` is no Selector
 */
export function frozenSelector(selector: Selector): Selector {
  return alternativesSelector(alternativesOf(selector, 'selector').map(frozenAlternative));
}
