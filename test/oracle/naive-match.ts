import { naiveInt64 } from './naive-int64.ts';
import type { NaiveRequirement } from './naive-requirement.ts';

/** A label set of either shape. */
export type NaiveLabels = Readonly<Record<string, string>> | ReadonlyMap<string, string>;

/** The value of one label, or undefined when absent: own properties only ("Matching"). */
export function naiveLabel(labels: NaiveLabels, key: string): string | undefined {
  if (labels instanceof Map) return labels.get(key);
  const descriptor = Object.getOwnPropertyDescriptor(labels, key);
  return descriptor === undefined ? undefined : String(descriptor.value);
}

/** Does one label set satisfy every requirement of one alternative? ("Matching") */
export function naiveMatch(requirements: readonly NaiveRequirement[], labels: NaiveLabels): boolean {
  return requirements.every((requirement) => satisfied(requirement, naiveLabel(labels, requirement.key)));
}

/** Any one alternative: none is Nothing, one empty alternative is Everything. */
export function naiveMatchAny(
  alternatives: readonly (readonly NaiveRequirement[])[],
  labels: NaiveLabels,
): boolean {
  return alternatives.some((requirements) => naiveMatch(requirements, labels));
}

function satisfied({ operator, values }: NaiveRequirement, actual: string | undefined): boolean {
  switch (operator) {
    case '=':
    case '==':
    case 'in':
      return actual !== undefined && values.includes(actual);
    case '!=':
    case 'notin':
      return actual === undefined || !values.includes(actual);
    case 'exists':
      return actual !== undefined;
    case '!':
      return actual === undefined;
    case 'gt':
    case 'lt': {
      const number = actual === undefined ? undefined : naiveInt64(actual);
      const bound = naiveInt64(values[0] ?? '');
      if (number === undefined || bound === undefined) return false;
      return operator === 'gt' ? number > bound : number < bound;
    }
  }
}
