import { MAX_INT64, MIN_INT64 } from '../labels/int64.ts';
import { frozenRequirement, type Operator, type Requirement } from '../selector/requirement.ts';
import type { KeyConstraint } from './key-constraint.ts';

/**
 * A constraint in the language: the fewest requirements that mean it, in the order they are read best. That it may be
 * absent *or* one of some values, no requirements can say; no conjunction of requirements means that either.
 *
 * @returns frozen requirements on its key; none for a constraint that everything satisfies
 * @complexity O(number of values).
 */
export function requirementsOf({ key, absent, present }: KeyConstraint): readonly Requirement[] {
  const say = (operator: Operator, values: readonly string[] = []) =>
    frozenRequirement(key, operator, [...values]);
  if (present.kind === 'none') return [say('!')];
  const { values } = present;
  if (present.kind === 'one-of') return [say(values.length === 1 ? '=' : 'in', values)];
  const except = values.length === 0 ? [] : [say(values.length === 1 ? '!=' : 'notin', values)];
  if (absent) return except;
  const { range } = present;
  if (range === undefined) return [say('exists'), ...except];
  const above = range.min === MIN_INT64 ? [] : [say('gt', [String(range.min - 1n)])];
  const below = range.max === MAX_INT64 ? [] : [say('lt', [String(range.max + 1n)])];
  return [...above, ...below, ...except];
}
