import type { Selector } from '../selector/selector.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { meetings } from './meetings.ts';
import { outside } from './outside.ts';
import { proven, type Witness, witnessOf } from './witness.ts';
import { Work } from './work.ts';

/**
 * A label set that one selector matches and another does not: the proof that the first does not imply the second. Exact
 * over valid labels.
 *
 * @param a the selector that matches the label set
 * @param b the selector that does not
 * @returns a plain object with no label that is not needed, and values that the selectors list where one fits; checked by
 * the compiled selectors; undefined where `a` implies `b`
 * @complexity O(n log n) in requirements and values where `b` has one alternative; exponential in the alternatives of `b`
 * at worst, and then refused.
 * @throws TypeError where an argument is no Selector
 * @throws SelectorError `too-many-cases` where several alternatives of `b` would have to be split too often
 */
export function findDifference(a: Selector, b: Selector): Witness | undefined {
  return differenceOf(meaningOf(a, 'a'), meaningOf(b, 'b'));
}

/** As {@link findDifference}, of what the selectors mean. */
export function differenceOf(a: Meaning, b: Meaning): Witness | undefined {
  const work = new Work();
  for (const { conjunction, met } of meetings(a.conjunctions, b.conjunctions)) {
    const found = outside(conjunction, met, work);
    if (found === undefined) continue;
    return proven(witnessOf(found, [a, b]), { matched: [a], unmatched: [b] });
  }
  return undefined;
}
