import type { Operator } from '../syntax/ast.ts';

export type { Operator } from '../syntax/ast.ts';

/**
 * One condition on one key. `=`, `==` and `!=` have one value, `in` and `notin` at least one, `gt` and `lt` one
 * base-10 int64, `exists` and `!` none. Frozen.
 */
export interface Requirement {
  readonly key: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

/** A conjunction of requirements, in the order written. */
export type Alternative = readonly Requirement[];

/** A frozen requirement, of values that are given up to it. Checks nothing. */
export function frozenRequirement(key: string, operator: Operator, values: readonly string[]): Requirement {
  return Object.freeze({ key, operator, values: Object.freeze(values) });
}
