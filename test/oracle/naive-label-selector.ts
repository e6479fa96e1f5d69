import { jsonFields, jsonList, unknownFields } from './naive-json.ts';
import { byByte, type NaiveOperator, type NaiveRequirement } from './naive-requirement.ts';
import { naiveKeyErrors, naiveValueErrors } from './naive-validity.ts';

/** What an object means, and the field of every mistake in it (one entry for each rule broken). */
export interface NaiveObject {
  readonly alternatives: readonly (readonly NaiveRequirement[])[];
  readonly mistakes: readonly string[];
}

const OPERATORS: ReadonlyMap<string, NaiveOperator> = new Map([
  ['In', 'in'],
  ['NotIn', 'notin'],
  ['Exists', 'exists'],
  ['DoesNotExist', '!'],
]);

function times(count: number, field: string): string[] {
  return new Array<string>(count).fill(field);
}

/** A LabelSelector ("Objects"): matchLabels in key order, then the expressions as written. */
export function naiveLabelSelector(value: unknown): NaiveObject {
  if (value === null || value === undefined) return { alternatives: [], mistakes: [] }; // Nothing
  const fields = jsonFields(value);
  if (fields === undefined) return { alternatives: [], mistakes: [''] };
  const requirements: NaiveRequirement[] = [];
  const mistakes: string[] = [];
  mistakes.push(...unknownFields(fields, ['matchLabels', 'matchExpressions']));
  const labels = jsonFields(fields.get('matchLabels') ?? {});
  if (labels === undefined) mistakes.push('matchLabels');
  for (const [key, wanted] of [...(labels ?? [])].sort(([a], [b]) => byByte(a, b))) {
    mistakes.push(...times(naiveKeyErrors(key), 'matchLabels'));
    if (typeof wanted !== 'string') {
      mistakes.push('matchLabels');
      continue;
    }
    mistakes.push(...times(naiveValueErrors(wanted), 'matchLabels'));
    requirements.push({ key, operator: '=', values: [wanted] });
  }
  const expressions = jsonList(fields.get('matchExpressions'));
  if (expressions === undefined) mistakes.push('matchExpressions');
  for (const [index, expression] of (expressions ?? []).entries()) {
    const read = readExpression(expression, `matchExpressions[${index}]`);
    mistakes.push(...read.mistakes);
    if (read.requirement !== undefined) requirements.push(read.requirement);
  }
  return { alternatives: [requirements], mistakes };
}

function readExpression(
  expression: unknown,
  path: string,
): { readonly requirement?: NaiveRequirement; readonly mistakes: readonly string[] } {
  const fields = jsonFields(expression);
  if (fields === undefined) return { mistakes: [path] };
  const mistakes: string[] = [];
  for (const name of unknownFields(fields, ['key', 'operator', 'values'])) mistakes.push(`${path}.${name}`);
  // Kubernetes reads a missing or null key or operator as "", which no rule allows.
  const key = fields.get('key') ?? '';
  if (typeof key !== 'string') mistakes.push(`${path}.key`);
  else mistakes.push(...times(naiveKeyErrors(key), `${path}.key`));
  const written = fields.get('operator') ?? '';
  const operator = typeof written === 'string' ? OPERATORS.get(written) : undefined;
  if (operator === undefined) mistakes.push(`${path}.operator`);
  const values = jsonList(fields.get('values'));
  if (values === undefined) return { mistakes: [...mistakes, `${path}.values`] };
  const needsValues = operator === 'in' || operator === 'notin';
  if (needsValues && values.length === 0) mistakes.push(`${path}.values`);
  if ((operator === 'exists' || operator === '!') && values.length > 0) mistakes.push(`${path}.values`);
  const strings: string[] = [];
  for (const [index, value] of values.entries()) {
    if (typeof value === 'string') {
      strings.push(value);
      mistakes.push(...times(naiveValueErrors(value), `${path}.values[${index}]`));
    } else {
      mistakes.push(`${path}.values[${index}]`);
    }
  }
  if (operator === undefined || typeof key !== 'string') return { mistakes };
  return { requirement: { key, operator, values: strings }, mistakes };
}
