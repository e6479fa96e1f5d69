import { alternativesSelector, type Selector } from '../selector/selector.ts';
import { fewestAlternatives } from './fewest-alternatives.ts';
import { meaningOf } from './meaning.ts';
import { simplest } from './simplest.ts';
import { Work } from './work.ts';

/**
 * The simplest selector that matches the same valid label sets: `a in (b),a` becomes `a=b`, `x>1,x>3` becomes `x>3`, a
 * contradiction Nothing, and what everything satisfies Everything.
 *
 * Of one alternative, the fewest requirements; what is left of a range is listed where that takes no more values than its
 * bounds and exclusions do. Of several, no requirement and no alternative is left that the others make needless, and those
 * that differ in one key only are joined where requirements can say it; to find the fewest of all is not attempted.
 * Simplifying again changes nothing, and nothing becomes longer.
 *
 * @returns a frozen selector, requirements by key, values in byte order, `=` for one value
 * @complexity O(n log n) in requirements and values of one alternative; of several, as many times {@link implies} as there
 * are requirements.
 * @throws TypeError where `selector` is no Selector
 * @throws SelectorError `too-many-cases` where alternatives would have to be split too often
 */
export function simplify(selector: Selector): Selector {
  const { conjunctions } = meaningOf(selector, 'selector');
  const fewest = conjunctions.length > 1 ? fewestAlternatives(conjunctions, new Work()) : conjunctions;
  return alternativesSelector(fewest.map(simplest));
}
