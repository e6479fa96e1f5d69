import { printAlternatives } from './print.ts';
import type { Alternative } from './requirement.ts';

/**
 * What selects label sets: any one alternative, each a conjunction of requirements. A label selector has exactly
 * one alternative, a NodeSelector one per term; Everything is one empty alternative, Nothing is no alternative.
 * Frozen through and through.
 */
export interface Selector {
  /** In the order written. Each is the list of its requirements; an empty list is satisfied by every label set. */
  readonly alternatives: readonly Alternative[];
  /** The selector as text, as `formatSelector` prints it. */
  toString(): string;
}

class FrozenSelector implements Selector {
  readonly alternatives: readonly Alternative[];
  /** Whether someone has asked what the selector means; it says nothing of the selector itself. */
  #isAsked = false;

  constructor(alternatives: readonly Alternative[]) {
    this.alternatives = alternatives;
    Object.freeze(this);
  }

  toString(): string {
    return printAlternatives(this.alternatives);
  }

  /** Notes that someone asks what a selector means, and tells whether anyone has before. */
  static isAskedAgain(selector: FrozenSelector): boolean {
    const isAgain = selector.#isAsked;
    selector.#isAsked = true;
    return isAgain;
  }
}

/**
 * Whether it is worth remembering what was found out about a selector: it can never change, and this was asked of it
 * before, so the first call says no and every later one yes. Most selectors are used once, and remembering those costs
 * more than finding out. O(1).
 */
export function isWorthRemembering(selector: Selector): boolean {
  return selector instanceof FrozenSelector && FrozenSelector.isAskedAgain(selector);
}

/** Whether a selector is one that can never change. O(1). */
export function isFrozenSelector(selector: object): boolean {
  return selector instanceof FrozenSelector;
}

/** Selects every label set. */
export const EVERYTHING: Selector = new FrozenSelector(Object.freeze([Object.freeze([])]));

/** Selects no label set. */
export const NOTHING: Selector = new FrozenSelector(Object.freeze([]));

/** The selector of one conjunction, given frozen. */
export function conjunctionSelector(alternative: Alternative): Selector {
  return alternative.length === 0 ? EVERYTHING : new FrozenSelector(Object.freeze([alternative]));
}

/** The selector of several alternatives, given frozen; an alternative without requirements selects everything. */
export function alternativesSelector(alternatives: readonly Alternative[]): Selector {
  const [only, ...others] = alternatives;
  if (only === undefined) return NOTHING;
  return others.length === 0
    ? conjunctionSelector(only)
    : new FrozenSelector(Object.freeze([...alternatives]));
}
