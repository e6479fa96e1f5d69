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

/** What a constraint comes to; undefined where every label set that can be held satisfies it. */
function storableConstraint(constraint: KeyConstraint, isStorable: Storable): KeyConstraint | undefined {
  const { key, absent, present } = constraint;
  const isHeld = isStorable(key);
  if (absent && !isHeld) return undefined;
  const held = isHeld ? storableValues(present, isStorable) : NO_VALUE;
  const left = held === present ? constraint : { ...constraint, present: held };
  return isTrivial(left) ? undefined : left;
}

/**
 * A conjunction as it is among label sets that a database can hold: without keys and values that it cannot, which would be
 * an error as parameters. Selectors made by hand may have them; parsed ones never do.
 *
 * @returns undefined where nothing is left that could match
 */
export function storableConjunction(conjunction: Conjunction, isStorable: Storable): Conjunction | undefined {
  const constraints = conjunction.flatMap((constraint) => storableConstraint(constraint, isStorable) ?? []);
  return constraints.some(isContradiction) ? undefined : constraints;
}
