import { naiveInt64 } from './naive-int64.ts';
import { jsonFields, jsonList, unknownFields } from './naive-json.ts';
import { type NaiveLabels, naiveMatch } from './naive-match.ts';
import type { NaiveOperator, NaiveRequirement } from './naive-requirement.ts';
import { naiveKeyErrors, naiveValueErrors } from './naive-validity.ts';

/** A node: its labels and the fields a term may select by. An unnamed node has no fields at all. */
export interface NaiveNode {
  readonly labels: NaiveLabels;
  readonly fields: ReadonlyMap<string, string>;
}

/** One usable term: it holds when both lists hold. */
export interface NaiveTerm {
  readonly expressions: readonly NaiveRequirement[];
  readonly fields: readonly NaiveRequirement[];
}

export interface NaiveNodeSelector {
  readonly terms: readonly NaiveTerm[];
  /** The field of everything wrong, each field once. */
  readonly mistakes: readonly string[];
}

const OPERATORS: ReadonlyMap<string, NaiveOperator> = new Map([
  ['In', 'in'],
  ['NotIn', 'notin'],
  ['Exists', 'exists'],
  ['DoesNotExist', '!'],
  ['Gt', 'gt'],
  ['Lt', 'lt'],
]);

interface Read {
  readonly requirement?: NaiveRequirement;
  readonly mistakes: readonly string[];
}

/** A NodeSelector ("Objects"). */
export function naiveNodeSelector(value: unknown): NaiveNodeSelector {
  const fields = jsonFields(value ?? {});
  const list = jsonList(fields?.get('nodeSelectorTerms'));
  if (fields === undefined || list === undefined) return { terms: [], mistakes: ['nodeSelectorTerms'] };
  const terms: NaiveTerm[] = [];
  const mistakes = unknownFields(fields, ['nodeSelectorTerms']);
  for (const [index, term] of list.entries()) {
    const path = `nodeSelectorTerms[${index}]`;
    const parts = jsonFields(term);
    const expressions = jsonList(parts?.get('matchExpressions'));
    const named = jsonList(parts?.get('matchFields'));
    if (parts === undefined || expressions === undefined || named === undefined) {
      mistakes.push(path);
      continue;
    }
    mistakes.push(...unknownFields(parts, ['matchExpressions', 'matchFields']));
    if (expressions.length === 0 && named.length === 0) continue; // empty terms are skipped
    const reads = expressions.map((e, at) => readExpression(e, `${path}.matchExpressions[${at}]`));
    const fieldReads = named.map((e, at) => readField(e, `${path}.matchFields[${at}]`));
    for (const read of [...reads, ...fieldReads]) mistakes.push(...read.mistakes);
    terms.push({ expressions: requirementsOf(reads), fields: requirementsOf(fieldReads) });
  }
  return { terms, mistakes: [...new Set(mistakes)] };
}

function requirementsOf(reads: readonly Read[]): NaiveRequirement[] {
  return reads.flatMap(({ requirement }) => (requirement === undefined ? [] : [requirement]));
}

/** Terms are ORed; within a term both lists are ANDed; no usable term is Nothing. */
export function naiveNodeMatch(selector: NaiveNodeSelector, node: NaiveNode): boolean {
  return selector.terms.some(
    ({ expressions, fields }) =>
      naiveMatch(expressions, node.labels) &&
      // Kubernetes does not look at matchFields for a node without a name; a field it lacks reads as "".
      (node.fields.size === 0 ||
        fields.every((field) =>
          naiveMatch([field], new Map([[field.key, node.fields.get(field.key) ?? '']])),
        )),
  );
}

interface Shape {
  readonly key: string;
  readonly operator: NaiveOperator;
  readonly values: readonly string[];
}

/** The parts of an expression when each has its type, or the fields that have not. */
function readShape(expression: unknown, path: string): Shape | readonly string[] {
  const fields = jsonFields(expression);
  if (fields === undefined) return [path];
  const mistakes = unknownFields(fields, ['key', 'operator', 'values']).map((name) => `${path}.${name}`);
  const key = fields.get('key') ?? '';
  const written = fields.get('operator') ?? '';
  const operator = typeof written === 'string' ? OPERATORS.get(written) : undefined;
  const list = jsonList(fields.get('values'));
  // Kubernetes' decoding cannot tell a missing key from an empty one; we can, and a missing one is a mistake.
  if (typeof key !== 'string' || (fields.get('key') ?? undefined) === undefined) mistakes.push(`${path}.key`);
  if (operator === undefined) mistakes.push(`${path}.operator`); // Kubernetes stops at one it does not know
  if (list === undefined) mistakes.push(`${path}.values`);
  for (const [index, value] of (list ?? []).entries()) {
    if (typeof value !== 'string') mistakes.push(`${path}.values[${index}]`);
  }
  if (mistakes.length > 0 || typeof key !== 'string' || operator === undefined) return mistakes;
  return { key, operator, values: (list ?? []).map(String) };
}

function readExpression(expression: unknown, path: string): Read {
  const shape = readShape(expression, path);
  if (!('operator' in shape)) return { mistakes: shape };
  const { key, operator, values } = shape;
  const mistakes: string[] = [];
  if (naiveKeyErrors(key) > 0) mistakes.push(`${path}.key`);
  const many = operator === 'in' || operator === 'notin';
  const none = operator === 'exists' || operator === '!';
  const one = operator === 'gt' || operator === 'lt';
  if (many && values.length === 0) mistakes.push(`${path}.values`);
  if (none && values.length > 0) mistakes.push(`${path}.values`);
  if (one && values.length !== 1) mistakes.push(`${path}.values`);
  for (const [index, value] of values.entries()) {
    if ((one && naiveInt64(value) === undefined) || naiveValueErrors(value) > 0) {
      mistakes.push(`${path}.values[${index}]`);
    }
  }
  return { requirement: { key, operator, values }, mistakes };
}

/** matchFields: In and NotIn with exactly one value, of any shape: a name is not a label value. */
function readField(expression: unknown, path: string): Read {
  const shape = readShape(expression, path);
  if (!('operator' in shape)) return { mistakes: shape };
  const { key, operator, values } = shape;
  if (operator !== 'in' && operator !== 'notin') return { mistakes: [`${path}.operator`] };
  if (values.length !== 1) return { mistakes: [`${path}.values`] };
  return { requirement: { key, operator, values }, mistakes: [] };
}
