import { valueSet } from '../../syntax/value-set.ts';
import { itemPath } from '../../text/object-path.ts';
import { type ParseResult, selectorOrThrow } from '../parse-result.ts';
import type { Alternative, Operator } from '../requirement.ts';
import { alternativesSelector, conjunctionSelector, type Selector } from '../selector.ts';
import { EXPRESSION_FIELDS, type ExpressionKind, LABEL_RULES, readExpressions } from './expression.ts';
import { Findings } from './findings.ts';
import { listItems } from './json-shape.ts';
import { type ListKind, readList } from './known-fields.ts';
import { REQUIREMENT_OPERATORS } from './operator-names.ts';
import { writtenConjunction } from './written-conjunction.ts';

/** A requirement as programs write it: `values` may be left out where the operator takes none. */
export interface RequirementParts {
  /** With its prefix: `app.kubernetes.io/name`. */
  readonly key: string;
  /** By its name in the language: `in`, not `In` as in objects of Kubernetes. */
  readonly operator: Operator;
  /**
   * At least one for `in` and `notin`, one for `=`, `==` and `!=`, an int64 as text for `gt` and `lt`, none for `exists` and
   * `!`; left out, null and `[]` are none.
   */
  readonly values?: readonly string[] | null;
}

const REQUIREMENT: ExpressionKind = {
  ...LABEL_RULES,
  title: 'a requirement',
  fields: EXPRESSION_FIELDS,
  list: {
    title: 'requirements are',
    mendType: () => 'no requirement at all, which selects everything, is []',
  },
  operators: REQUIREMENT_OPERATORS,
  arrange: (values, operator) => (operator === 'in' || operator === 'notin' ? valueSet(values) : values),
};

const ALTERNATIVES: ListKind = {
  title: 'alternatives are',
  mendType: () => 'no alternative at all, which selects nothing, is []',
};

/**
 * Makes a selector that is the conjunction of requirements, each checked as if it were parsed (apimachinery
 * `labels.NewRequirement`): operators of the language, values of `in` and `notin` as a set in byte order. `[]` is
 * Everything.
 *
 * @param value any value: a list of `{key, operator, values}`
 * @returns the selector with warnings, or every mistake with its path: `[2].values[0]`, `""` for the list; never throws
 * @complexity O(size of the list), and sorting of set values.
 */
export function tryFromRequirements(value: unknown): ParseResult {
  const findings = new Findings();
  const alternative = writtenConjunction(readExpressions(value, '', REQUIREMENT, findings), findings);
  return findings.result(() => conjunctionSelector(alternative));
}

/**
 * Makes a selector from requirements, as {@link tryFromRequirements} does, for parts that ought to be right.
 *
 * @param requirements those that must all hold; `[]` is Everything
 * @throws SelectorError with every mistake in `diagnostics`
 */
export function fromRequirements(requirements: readonly RequirementParts[]): Selector {
  return selectorOrThrow(tryFromRequirements(requirements));
}

/**
 * Makes a selector from the `alternatives` of one, the way back from its JSON:
 * `tryFromAlternatives(JSON.parse(text).alternatives)`. Each requirement is checked as by
 * {@link tryFromRequirements}; `[]` is Nothing and `[[]]` is Everything. The names of nodes that are no label values,
 * which {@link tryFromNodeSelector} lets pass, are refused here: keep such selectors as NodeSelectors.
 *
 * @param value any value: a list of lists of `{key, operator, values}`
 * @returns the selector with warnings, or every mistake with its path: `[0][2].values[0]`, `""` for the list; never
 * throws
 * @complexity O(size of the lists), and sorting of set values.
 */
export function tryFromAlternatives(value: unknown): ParseResult {
  const findings = new Findings();
  const alternatives: Alternative[] = [];
  for (const [index, item] of listItems(readList(value, '', ALTERNATIVES, findings))) {
    if (findings.full) break;
    const placed = readExpressions(item, itemPath('', index), REQUIREMENT, findings);
    alternatives.push(writtenConjunction(placed, findings));
  }
  return findings.result(() => alternativesSelector(alternatives));
}

/**
 * Makes a selector from alternatives, as {@link tryFromAlternatives} does, for parts that ought to be right.
 *
 * @param alternatives for each alternative the requirements that must all hold, as `alternatives` of a Selector has them; `[]`
 * is Nothing
 * @throws SelectorError with every mistake in `diagnostics`
 */
export function fromAlternatives(alternatives: readonly (readonly RequirementParts[])[]): Selector {
  return selectorOrThrow(tryFromAlternatives(alternatives));
}
