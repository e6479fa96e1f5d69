import {
  type Comparison,
  compareSelectors,
  findConflicts,
  formatSelector,
  isSatisfiable,
  type Selector,
} from '../../index.ts';
import { EXIT, type ExitStatus } from '../exit.ts';
import { comparisonLines, witnessText } from '../output/comparison.ts';
import type { Console } from '../output/console.ts';
import { contradictionLines } from '../output/contradiction.ts';
import { readPair } from './selectors.ts';

/** What may be expected of two selectors. */
export type Expectation = 'equal' | 'implies' | 'overlap' | 'disjoint';

/** The options of `labelwise compare`. */
export interface CompareOptions {
  readonly output: 'text' | 'json';
  readonly expect?: Expectation;
}

/** Why each expectation does not hold, with the labels that show it; undefined where it does. */
const REFUTATIONS: { readonly [E in Expectation]: (found: Comparison) => string | undefined } = {
  equal: ({ onlyFirst, onlySecond }) =>
    onlyFirst !== undefined
      ? `A alone matches ${witnessText(onlyFirst)}`
      : onlySecond && `B alone matches ${witnessText(onlySecond)}`,
  implies: ({ onlyFirst }) => onlyFirst && `A matches ${witnessText(onlyFirst)}, and B does not`,
  overlap: ({ both }) => (both === undefined ? 'no labels are matched by both' : undefined),
  disjoint: ({ both }) => both && `both match ${witnessText(both)}`,
};

/** Says that a selector matches nothing, and why, before anything else is made of it. */
function tellContradiction(name: string, selector: Selector, console: Console): void {
  const conflicts = findConflicts(selector) ?? [];
  const lead = `${name} matches nothing:`;
  for (const line of contradictionLines(lead, console.style.yellow, '', conflicts, console))
    console.line(line);
}

/**
 * `labelwise compare`: how two selectors relate, with label sets that prove it.
 *
 * @returns no where something else was expected; yes otherwise
 * @throws UsageError where a selector is not valid
 */
export function compare(
  texts: readonly [a: string, b: string],
  options: CompareOptions,
  console: Console,
): ExitStatus {
  const [a, b] = readPair(texts, console);
  const found = compareSelectors(a, b);
  const refutation = options.expect && REFUTATIONS[options.expect](found);
  if (options.output === 'json') {
    console.line(JSON.stringify({ a: formatSelector(a), b: formatSelector(b), ...found }, null, 2));
  } else {
    const contradictory = [a, b].filter((selector) => !isSatisfiable(selector));
    for (const selector of contradictory) tellContradiction(selector === a ? 'A' : 'B', selector, console);
    // What matches nothing is apart from everything, and that was told.
    const shown = contradictory.length > 0 ? { ...found, conflicts: [] } : found;
    for (const line of comparisonLines(shown, console)) console.line(line);
  }
  if (refutation === undefined) return EXIT.yes;
  console.tell(`${console.errorStyle.red('error:')} expected ${options.expect}: ${refutation}`);
  return EXIT.no;
}
