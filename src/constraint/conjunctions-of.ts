import type { Selector } from '../selector/selector.ts';
import { alternativesOf } from '../selector/selector-argument.ts';
import { type Conjunction, conjunctionOf } from './conjunction.ts';
import { includesConjunction } from './includes.ts';

/** Up to this many alternatives are held against each other, each with each; of more, all are kept. */
const FEW = 32;

/** Conjunctions without those that another includes; of those that mean the same, the first is kept. */
function withoutIncluded(conjunctions: readonly Conjunction[]): readonly Conjunction[] {
  return conjunctions.filter(
    (inner, at) =>
      !conjunctions.some(
        (outer, other) =>
          other !== at &&
          includesConjunction(outer, inner) &&
          (other < at || !includesConjunction(inner, outer)),
      ),
  );
}

/**
 * The meaning of a selector: of each alternative that some label set can satisfy, in order, without those that another of
 * them makes needless, as long as there are few.
 *
 * @param argument what the selector is called where it was given
 * @complexity O(n log n) in requirements and values.
 * @throws TypeError where `selector` is no Selector, naming the argument
 */
export function conjunctionsOf(selector: Selector, argument = 'selector'): readonly Conjunction[] {
  const conjunctions: Conjunction[] = [];
  for (const alternative of alternativesOf(selector, argument)) {
    const conjunction = conjunctionOf(alternative);
    if (conjunction !== undefined) conjunctions.push(conjunction);
  }
  return conjunctions.length > 1 && conjunctions.length <= FEW ? withoutIncluded(conjunctions) : conjunctions;
}
