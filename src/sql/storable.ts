import type { Conjunction } from '../constraint/conjunction.ts';
import {
  isContradiction,
  isTrivial,
  type KeyConstraint,
  NO_VALUE,
  type ValueConstraint,
} from '../constraint/key-constraint.ts';

/** Which texts a database can hold at all: no label of it has another one. */
export type Storable = (text: string) => boolean;

/** Whether a text is well-formed Unicode, without halves of surrogate pairs: UTF-8 can say no others. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

function storableValues(present: ValueConstraint, isStorable: Storable): ValueConstraint {
  if (present.kind === 'none' || present.values.every(isStorable)) return present;
  const values = present.values.filter(isStorable);
  return present.kind === 'one-of' && values.length === 0 ? NO_VALUE : { ...present, values };
}

function storableConstraint(constraint: KeyConstraint, isStorable: Storable): KeyConstraint {
  const present = isStorable(constraint.key) ? storableValues(constraint.present, isStorable) : NO_VALUE;
  return present === constraint.present ? constraint : { ...constraint, present };
}

/**
 * A conjunction as it is among label sets that a database can hold: without keys and values that it cannot, which would be
 * an error as parameters. Selectors made by hand may have them; parsed ones never do.
 *
 * @returns undefined where nothing is left that could match
 */
export function storableConjunction(conjunction: Conjunction, isStorable: Storable): Conjunction | undefined {
  const constraints = conjunction.map((constraint) => storableConstraint(constraint, isStorable));
  if (constraints.some(isContradiction)) return undefined;
  return constraints.filter((constraint) => !isTrivial(constraint));
}
