import { printAlternatives } from './print.ts';
import type { Selector } from './selector.ts';
import { alternativesOf } from './selector-argument.ts';

/**
 * A selector as canonical text, as Kubernetes prints it: requirements by key, values of sets sorted, operators as
 * written. Parsing the text of a one-alternative selector gives a selector with the same text. Several alternatives
 * are joined by ` || `, and Nothing is `<nothing>`; neither is in the language, so neither can be taken for
 * another selector.
 *
 * @complexity O(n log n) in the number of requirements and values.
 * @throws TypeError where `selector` is no Selector
 */
export function formatSelector(selector: Selector): string {
  return printAlternatives(alternativesOf(selector, 'selector'));
}
