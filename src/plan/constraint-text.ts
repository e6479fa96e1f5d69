import type { KeyConstraint } from '../constraint/key-constraint.ts';
import { requirementsOf } from '../constraint/requirements-of.ts';
import { printRequirement } from '../selector/print.ts';

/** A constraint in the language, as the fewest requirements that mean it, for people to read. */
export function constraintText(constraint: KeyConstraint): string {
  return requirementsOf(constraint).map(printRequirement).join();
}
