import type { Operator, Requirement } from '../syntax/ast.ts';

export type { Operator, Requirement } from '../syntax/ast.ts';

/** A conjunction of requirements, in the order written. */
export type Alternative = readonly Requirement[];

/** A frozen requirement, of values that are given up to it. Checks nothing. */
export function frozenRequirement(key: string, operator: Operator, values: readonly string[]): Requirement {
  return Object.freeze({ key, operator, values: Object.freeze(values) });
}
