import { EXPRESSION_OPERATORS } from '../selector/objects/operator-names.ts';
import type { Requirement } from '../selector/requirement.ts';

/** More values than these are counted. */
const MOST_VALUES = 5;

function valueText(value: string): string {
  return value === '' ? '""' : value;
}

/** A requirement for messages, as manifests write it: `app=web`, `tier NotIn [cache]`, `track Exists`. */
export function requirementText({ key, operator, values }: Requirement): string {
  if (operator === '=') return `${key}=${values.map(valueText).join()}`;
  const name = `${key} ${EXPRESSION_OPERATORS[operator]}`;
  if (values.length === 0) return name;
  const more = values.length > MOST_VALUES ? `, … ${values.length - MOST_VALUES} more` : '';
  return `${name} [${values.slice(0, MOST_VALUES).map(valueText).join(', ')}${more}]`;
}
