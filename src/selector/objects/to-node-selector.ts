import { NODE_NAME_KEY } from '../../labels/node-name.ts';
import type { Diagnostic } from '../../text/diagnostic.ts';
import type { Requirement } from '../requirement.ts';
import type { Selector } from '../selector.ts';
import { alternativesOf } from '../selector-argument.ts';
import type { LabelSelectorRequirement } from './from-label-selector.ts';
import type { NodeSelector, NodeSelectorTerm } from './from-node-selector.ts';
import { cannotSay, INEXPRESSIBLE, placedRequirements, throwInexpressible } from './inexpressible.ts';
import { EXPRESSION_OPERATORS } from './operator-names.ts';
import type { Placed } from './placed.ts';

/**
 * Says a selector as a NodeSelector, the way back from {@link fromNodeSelector}: each alternative a term, `=` and
 * `!=` as `In` and `NotIn`, in the order written. Requirements on `metadata.name` are on the node's name and become
 * matchFields. Nothing is no term at all, which the API server does not let anyone store.
 *
 * @returns a new plain object of JSON values; it shares nothing with the selector
 * @complexity O(number of requirements and values).
 * @throws TypeError where the argument is no Selector
 * @throws SelectorError with all that a NodeSelector cannot say: an alternative without requirements (an empty term
 * selects no node), and what matchFields cannot say of `metadata.name`
 */
export function toNodeSelector(selector: Selector): NodeSelector {
  const unsaid: Diagnostic[] = [];
  const nodeSelectorTerms = alternativesOf(selector, 'the argument of toNodeSelector').map(
    (alternative, index) => {
      if (alternative.length === 0) {
        const message = 'a NodeSelector cannot say that every node is selected: leave it out';
        unsaid.push({ code: INEXPRESSIBLE, message, path: `alternatives[${index}]` });
      }
      return termOf(placedRequirements(alternative, index), unsaid);
    },
  );
  throwInexpressible(unsaid);
  return { nodeSelectorTerms };
}

function termOf(placed: readonly Placed[], unsaid: Diagnostic[]): NodeSelectorTerm {
  const matchExpressions: LabelSelectorRequirement[] = [];
  const matchFields: LabelSelectorRequirement[] = [];
  for (const at of placed) {
    if (at.requirement.key !== NODE_NAME_KEY) {
      matchExpressions.push(expressionOf(at.requirement, at.requirement.values));
      continue;
    }
    const fields = fieldsOf(at.requirement);
    if (fields !== undefined) matchFields.push(...fields);
    else {
      const why = 'matchFields say that a node has one name, or has not; write an alternative for each name';
      unsaid.push(cannotSay(at, 'unsupported-operator', why));
    }
  }
  return {
    ...(matchExpressions.length > 0 && { matchExpressions }),
    ...(matchFields.length > 0 && { matchFields }),
  };
}

/** The matchFields of a requirement on a node's name: one name each, and none of several is none of each. */
function fieldsOf(requirement: Requirement): LabelSelectorRequirement[] | undefined {
  const name = EXPRESSION_OPERATORS[requirement.operator];
  const names = [...new Set(requirement.values)];
  if (name !== 'NotIn' && (name !== 'In' || names.length !== 1)) return undefined;
  return names.map((value) => expressionOf(requirement, [value]));
}

function expressionOf({ key, operator }: Requirement, values: readonly string[]): LabelSelectorRequirement {
  const named = { key, operator: EXPRESSION_OPERATORS[operator] };
  return operator === 'exists' || operator === '!' ? named : { ...named, values: [...values] };
}
