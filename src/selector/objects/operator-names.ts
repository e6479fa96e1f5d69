import { ARITY } from '../arity.ts';
import type { Operator } from '../requirement.ts';

/** The operators of a kind of expression, by the name they have there. */
export type OperatorNames = ReadonlyMap<string, Operator>;

/** `metav1.LabelSelectorOperator`. */
export const LABEL_SELECTOR_OPERATORS: OperatorNames = new Map<string, Operator>([
  ['In', 'in'],
  ['NotIn', 'notin'],
  ['Exists', 'exists'],
  ['DoesNotExist', '!'],
]);

/** `v1.NodeSelectorOperator`, for matchExpressions. Written out, so that bundlers can leave out what nobody uses. */
export const NODE_SELECTOR_OPERATORS: OperatorNames = new Map<string, Operator>([
  ['In', 'in'],
  ['NotIn', 'notin'],
  ['Exists', 'exists'],
  ['DoesNotExist', '!'],
  ['Gt', 'gt'],
  ['Lt', 'lt'],
]);

/** `v1.NodeSelectorOperator`, for matchFields. */
export const FIELD_OPERATORS: OperatorNames = new Map<string, Operator>([
  ['In', 'in'],
  ['NotIn', 'notin'],
]);

/** How an expression of an object says each operator; equality has no name there, and is said as a set of one. */
export const EXPRESSION_OPERATORS: { readonly [O in Operator]: string } = {
  '=': 'In',
  '==': 'In',
  '!=': 'NotIn',
  in: 'In',
  notin: 'NotIn',
  exists: 'Exists',
  '!': 'DoesNotExist',
  gt: 'Gt',
  lt: 'Lt',
};

function byOwnName(): OperatorNames {
  return new Map(Object.keys(ARITY).map((operator) => [operator, operator as Operator]));
}

/** The operators of the language, by their own names, as requirements carry them. */
export const REQUIREMENT_OPERATORS: OperatorNames = /* @__PURE__ */ byOwnName();
