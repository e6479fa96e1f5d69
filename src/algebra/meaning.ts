import type { Conjunction } from '../constraint/conjunction.ts';
import { conjunctionsOf } from '../constraint/conjunctions-of.ts';
import { isContradiction, isTrivial } from '../constraint/key-constraint.ts';
import { compileConjunctions, type Predicate } from '../match/compile.ts';
import { isWorthRemembering, type Selector } from '../selector/selector.ts';
import { validConstraint } from './valid-constraint.ts';

/** What a conjunction comes to over valid labels, as {@link validConstraint} has each key; undefined for nothing. */
export function validConjunction(conjunction: Conjunction): Conjunction | undefined {
  const valid = conjunction.map(validConstraint);
  if (valid.some(isContradiction)) return undefined;
  return valid.some(isTrivial) ? valid.filter((constraint) => !isTrivial(constraint)) : valid;
}

/** What a selector means. */
export class Meaning {
  readonly selector: Selector;
  /** Of each alternative that some valid label set satisfies, in order: what it comes to over valid labels. */
  readonly conjunctions: readonly Conjunction[];
  readonly #overAllLabels: readonly Conjunction[];
  #matches: Predicate | undefined;

  /** @throws TypeError where `selector` is no Selector, naming the argument */
  constructor(selector: Selector, argument: string) {
    this.selector = selector;
    this.#overAllLabels = conjunctionsOf(selector, argument);
    const conjunctions: Conjunction[] = [];
    for (const conjunction of this.#overAllLabels) {
      const valid = validConjunction(conjunction);
      if (valid !== undefined) conjunctions.push(valid);
    }
    this.conjunctions = conjunctions;
  }

  /** The selector compiled, which knows nothing of what is valid: it is asked whether what was reasoned out is right. */
  get matches(): Predicate {
    this.#matches ??= compileConjunctions(this.#overAllLabels);
    return this.#matches;
  }

  toString(): string {
    return String(this.selector);
  }
}

const known = new WeakMap<Selector, Meaning>();

/**
 * The meaning of a selector, kept from the second time it is asked where the selector cannot change.
 *
 * @param argument what the selector is called where it was given
 * @complexity O(n log n) in requirements and values.
 * @throws TypeError where `selector` is no Selector, naming the argument
 */
export function meaningOf(selector: Selector, argument: string): Meaning {
  const kept = known.get(selector);
  if (kept !== undefined) return kept;
  const meaning = new Meaning(selector, argument);
  if (isWorthRemembering(selector)) known.set(selector, meaning);
  return meaning;
}
