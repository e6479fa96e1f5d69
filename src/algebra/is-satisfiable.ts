import type { Selector } from '../selector/selector.ts';
import { meaningOf } from './meaning.ts';

/**
 * Whether some valid label set matches a selector. `x>4,x<6,x!=5` is satisfiable, by `05`; Nothing is not.
 *
 * @complexity O(n log n) in requirements and values.
 * @throws TypeError where `selector` is no Selector
 */
export function isSatisfiable(selector: Selector): boolean {
  return meaningOf(selector, 'selector').conjunctions.length > 0;
}
