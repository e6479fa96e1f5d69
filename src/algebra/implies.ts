import type { Conjunction } from '../constraint/conjunction.ts';
import type { Selector } from '../selector/selector.ts';
import { coversConjunction } from './covering.ts';
import { meaningOf } from './meaning.ts';
import { meetings } from './meetings.ts';
import { outside } from './outside.ts';
import { Work } from './work.ts';

/** Whether everything that satisfies a conjunction of one side satisfies one of the other. */
function allCovered(a: readonly Conjunction[], b: readonly Conjunction[], work: Work): boolean {
  const [only, another] = b;
  if (only !== undefined && another === undefined) {
    return a.every((conjunction) => coversConjunction(only, conjunction));
  }
  for (const { conjunction, met } of meetings(a, b)) {
    if (outside(conjunction, met, work) !== undefined) return false;
  }
  return true;
}

/**
 * Whether every valid label set that one selector matches, another matches too. What matches nothing implies everything.
 * {@link findDifference} shows why not.
 *
 * @param a the selector whose label sets the other one has to match
 * @param b the selector that has to match every label set of `a`
 * @complexity as {@link findDifference}.
 * @throws TypeError where an argument is no Selector
 * @throws SelectorError `too-many-cases` where several alternatives of `b` would have to be split too often
 */
export function implies(a: Selector, b: Selector): boolean {
  return allCovered(meaningOf(a, 'a').conjunctions, meaningOf(b, 'b').conjunctions, new Work());
}

/**
 * Whether two selectors match the same valid label sets.
 *
 * @complexity as {@link findDifference}, both ways.
 * @throws TypeError where an argument is no Selector
 * @throws SelectorError `too-many-cases` where several alternatives would have to be split too often
 */
export function equivalent(a: Selector, b: Selector): boolean {
  const left = meaningOf(a, 'a').conjunctions;
  const right = meaningOf(b, 'b').conjunctions;
  const work = new Work();
  return allCovered(left, right, work) && allCovered(right, left, work);
}
