import type { KeyConstraint } from '../constraint/key-constraint.ts';
import { MAX_INT64, MIN_INT64 } from '../labels/int64.ts';
import { printRequirement } from '../selector/print.ts';
import type { Operator } from '../selector/requirement.ts';

function print(key: string, operator: Operator, values: readonly string[] = []): string {
  return printRequirement({ key, operator, values });
}

/** A constraint in the language, as the shortest requirements that mean it, for people to read. */
export function constraintText({ key, absent, present }: KeyConstraint): string {
  if (present.kind === 'none') return print(key, '!');
  const { values } = present;
  if (present.kind === 'one-of') return print(key, values.length === 1 ? '=' : 'in', values);
  const except = values.length === 0 ? [] : [print(key, values.length === 1 ? '!=' : 'notin', values)];
  if (absent) return except.join();
  const { range } = present;
  if (range === undefined) return [print(key, 'exists'), ...except].join();
  const above = range.min === MIN_INT64 ? [] : [print(key, 'gt', [String(range.min - 1n)])];
  const below = range.max === MAX_INT64 ? [] : [print(key, 'lt', [String(range.max + 1n)])];
  return [...above, ...below, ...except].join();
}
