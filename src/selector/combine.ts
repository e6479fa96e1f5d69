import { SelectorError } from '../text/selector-error.ts';
import type { Alternative } from './requirement.ts';
import { alternativesSelector, NOTHING, type Selector } from './selector.ts';
import { alternativesOf, frozenAlternative } from './selector-argument.ts';

/** `allOf` multiplies to at most this many alternatives: beyond, match the selectors one after another. */
export const MAX_PRODUCT_ALTERNATIVES = 10_000;
/** `allOf` multiplies to at most this many requirements in all its alternatives. */
const MAX_PRODUCT_REQUIREMENTS = 1_000_000;

function argumentsOf(selectors: readonly Selector[], name: string): (readonly Alternative[])[] {
  return selectors.map((selector, index) =>
    alternativesOf(selector, `argument ${index + 1} of ${name}`).map(frozenAlternative),
  );
}

/**
 * A selector of what any of the selectors selects: their alternatives, one after another, as they were written.
 * `anyOf()` is Nothing.
 *
 * @returns a frozen selector that shares the frozen parts of its arguments
 * @complexity O(number of alternatives and requirements).
 * @throws TypeError where an argument is no Selector
 */
export function anyOf(...selectors: Selector[]): Selector {
  return alternativesSelector(argumentsOf(selectors, 'anyOf').flat());
}

/**
 * A selector of what all of the selectors select: every choice of one alternative of each, in order, the requirements
 * of each choice one after another, as they were written. `allOf()` is Everything.
 *
 * @returns a frozen selector that shares the frozen parts of its arguments
 * @complexity O(number of requirements of the result).
 * @throws TypeError where an argument is no Selector
 * @throws SelectorError `too-many-requirements` where the product has more than 10,000
 * alternatives, or more than 1,000,000 requirements, unless its arguments have as many
 */
export function allOf(...selectors: Selector[]): Selector {
  const factors = argumentsOf(selectors, 'allOf');
  if (factors.some((alternatives) => alternatives.length === 0)) return NOTHING;
  const telling = factors.filter((alternatives) => alternatives.length > 1 || alternatives[0]?.length !== 0);
  const size = productSize(telling);
  return alternativesSelector(Array.from({ length: size }, (_, index) => choice(telling, index)));
}

/** The alternative of a product with an index: one of each factor, those of the last factor changing fastest. */
function choice(factors: readonly (readonly Alternative[])[], index: number): Alternative {
  const chosen: Alternative[] = [];
  let rest = index;
  for (const factor of factors.toReversed()) {
    const alternative = factor[rest % factor.length];
    if (alternative !== undefined && alternative.length > 0) chosen.push(alternative);
    rest = Math.floor(rest / factor.length);
  }
  const [only] = chosen;
  return chosen.length === 1 && only !== undefined ? only : Object.freeze(chosen.reverse().flat());
}

/** How many alternatives a product has, where that is within the bounds. */
function productSize(factors: readonly (readonly Alternative[])[]): number {
  const given = factors.map((factor) => factor.reduce((sum, { length }) => sum + length, 0));
  const alternatives = factors.reduce((product, { length }) => product * length, 1);
  const requirements = factors.reduce(
    (sum, { length }, at) => sum + (given[at] ?? 0) * (alternatives / length),
    0,
  );
  const most = factors.reduce((max, { length }) => Math.max(max, length), MAX_PRODUCT_ALTERNATIVES);
  const mostRequirements = Math.max(
    MAX_PRODUCT_REQUIREMENTS,
    given.reduce((sum, count) => sum + count, 0),
  );
  if (alternatives <= most && requirements <= mostRequirements) return alternatives;
  throw new SelectorError([
    {
      code: 'too-many-requirements',
      message:
        `allOf would make ${alternatives} alternatives with ${requirements} requirements in all, and makes at most ` +
        `${MAX_PRODUCT_ALTERNATIVES} with ${MAX_PRODUCT_REQUIREMENTS}: match the selectors one after another`,
      path: '',
    },
  ]);
}
