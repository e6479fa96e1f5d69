import type { Operator } from './requirement.ts';

/** How many values an operator has. */
export type Arity = 'none' | 'one' | 'some';

/** How many values each operator has (apimachinery `labels.NewRequirement`); `gt` and `lt` want an int64. */
export const ARITY: { readonly [O in Operator]: Arity } = {
  '=': 'one',
  '==': 'one',
  '!=': 'one',
  in: 'some',
  notin: 'some',
  exists: 'none',
  '!': 'none',
  gt: 'one',
  lt: 'one',
};
