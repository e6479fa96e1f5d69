import { NODE_NAME_KEY } from '../../labels/node-name.ts';
import { itemPath } from '../../text/object-path.ts';
import { quote } from '../../text/quote.ts';
import { ARITY } from '../arity.ts';
import { type ParseResult, selectorOrThrow } from '../parse-result.ts';
import type { Alternative, Requirement } from '../requirement.ts';
import { alternativesSelector, type Selector } from '../selector.ts';
import { EXPRESSION_FIELDS, type ExpressionKind, LABEL_RULES, readExpressions } from './expression.ts';
import { Findings } from './findings.ts';
import { type LabelSelectorRequirement, MATCH_EXPRESSIONS } from './from-label-selector.ts';
import { list, listItems } from './json-shape.ts';
import { type ListKind, type ObjectKind, readKnownFields, readList, withMend } from './known-fields.ts';
import { FIELD_OPERATORS, NODE_SELECTOR_OPERATORS } from './operator-names.ts';
import { writtenConjunction } from './written-conjunction.ts';

/** One term of a NodeSelector: expressions and fields that must all hold. */
export interface NodeSelectorTerm {
  /** Requirements on the node's labels; left out, null and `[]` are none. */
  matchExpressions?: readonly LabelSelectorRequirement[] | null;
  /** Fields of the node itself; Kubernetes knows `metadata.name` alone, with `In` or `NotIn` and one value. */
  matchFields?: readonly LabelSelectorRequirement[] | null;
}

/** A Kubernetes NodeSelector (`v1.NodeSelector`), as node affinity and PersistentVolumes have it. */
export interface NodeSelector {
  /** Terms of which one must hold; left out, null and `[]` are none, and select no node. */
  nodeSelectorTerms?: readonly NodeSelectorTerm[] | null;
}

const NODE_SELECTOR: ObjectKind = {
  title: 'a NodeSelector',
  fields: ['nodeSelectorTerms'],
  mendType(value) {
    if (typeof value === 'string') return 'for the text of a selector there is parseSelector';
    return list(value).ok ? 'put the terms under nodeSelectorTerms: { nodeSelectorTerms: [ … ] }' : '';
  },
  mendUnknown(field, all) {
    if (field === 'matchExpressions' || field === 'matchFields') {
      return 'put the term into nodeSelectorTerms: [{ … }]';
    }
    if (field === 'matchLabels') return 'for a LabelSelector there is fromLabelSelector';
    if (field.startsWith('requiredDuring')) return `give what stands under ${quote(field)}`;
    return typeof all.get(field) === 'string'
      ? "a Pod's nodeSelector is a plain label map: read it with fromLabelMap"
      : '';
  },
};

const TERMS: ListKind = {
  title: 'nodeSelectorTerms is',
  mendType: (value) => (typeof value === 'object' ? 'put the term into a list: [{ … }]' : ''),
};

const TERM: ObjectKind = {
  title: 'a term of a NodeSelector',
  fields: ['matchExpressions', 'matchFields'],
  mendType: (value) => (value === null ? 'a term that selects nothing is {}' : ''),
  mendUnknown: (field, all) =>
    all.has('key') && all.has('operator')
      ? 'put the expression into matchExpressions: [{ … }]'
      : field === 'matchLabels'
        ? 'write each label as an expression with the operator In'
        : '',
};

const EXPRESSION: ExpressionKind = {
  ...LABEL_RULES,
  title: 'an expression of a NodeSelector',
  fields: EXPRESSION_FIELDS,
  list: MATCH_EXPRESSIONS,
  operators: NODE_SELECTOR_OPERATORS,
  arrange: (values) => values,
};

const FIELD_EXPRESSION: ExpressionKind = {
  title: 'an expression of matchFields',
  fields: EXPRESSION_FIELDS,
  list: { ...MATCH_EXPRESSIONS, title: 'matchFields is' },
  operators: FIELD_OPERATORS,
  arity: { ...ARITY, in: 'one', notin: 'one' },
  checkKey(key, path, findings) {
    if (key === NODE_NAME_KEY) return;
    const message = `the API server takes the field ${NODE_NAME_KEY} alone; ${quote(key)} reads as the empty value, of every node`;
    findings.warn('unsupported-key', path, withMend(message, 'labels go under matchExpressions'));
  },
  // A node's name is not a label value: it may be longer, for one.
  checkValue: () => undefined,
  arrange: (values) => values,
};

/**
 * Reads a NodeSelector (component-helpers `nodeaffinity.NewNodeSelector`): each term is an alternative, first its
 * matchExpressions, then its matchFields as requirements on the key `metadata.name`. To match a node, give its labels
 * and, under that key, its name. A term without expressions and fields selects no node and is skipped; where no term
 * is left, and for null and undefined, the selector is Nothing.
 *
 * The scheduler takes other fields than `metadata.name`, and reads them as empty; the API server refuses them. They
 * are taken with the warning `unsupported-key`: one that must be empty holds of every node and is left out, one that
 * must not be holds of none, and its term is left out.
 *
 * A requirement on `metadata.name` keeps the name as written, which need not be a label value, so that the text of
 * such a selector may not parse. What objects and null may be is as {@link tryFromLabelSelector} has it.
 *
 * @param value any value, a JSON value as a rule; may be hostile
 * @returns the selector with warnings, or every mistake with its path:
 * `nodeSelectorTerms[0].matchExpressions[2].values[0]`, `""` for the whole; never throws
 * @complexity O(size of the object).
 */
export function tryFromNodeSelector(value: unknown): ParseResult {
  const findings = new Findings();
  const fields = readKnownFields(value ?? {}, '', NODE_SELECTOR, findings);
  const path = 'nodeSelectorTerms';
  const alternatives: Alternative[] = [];
  for (const [index, item] of listItems(readList(fields?.get(path) ?? [], path, TERMS, findings))) {
    if (findings.full) break;
    const alternative = readTerm(item, itemPath(path, index), findings);
    if (alternative !== undefined) alternatives.push(alternative);
  }
  return findings.result(() => alternativesSelector(alternatives));
}

/** The alternative that a term is, or undefined for one that no node satisfies. */
function readTerm(value: unknown, path: string, findings: Findings): Alternative | undefined {
  const fields = readKnownFields(value, path, TERM, findings);
  if (fields === undefined) return undefined;
  const expressions = readExpressions(
    fields.get('matchExpressions') ?? [],
    `${path}.matchExpressions`,
    EXPRESSION,
    findings,
  );
  const named = readExpressions(
    fields.get('matchFields') ?? [],
    `${path}.matchFields`,
    FIELD_EXPRESSION,
    findings,
  );
  if (expressions.length === 0 && named.length === 0) return undefined;
  const byName = named.filter(({ requirement }) => requirement.key === NODE_NAME_KEY);
  const always = named.every(
    ({ requirement }) => requirement.key === NODE_NAME_KEY || holdsOfEmpty(requirement),
  );
  return always ? writtenConjunction([...expressions, ...byName], findings) : undefined;
}

/** Whether a field that reads as the empty value satisfies its requirement, an `in` or a `notin` of one value. */
function holdsOfEmpty({ operator, values }: Requirement): boolean {
  return values.includes('') === (operator === 'in');
}

/**
 * Reads a NodeSelector, as {@link tryFromNodeSelector} does, for objects that ought to be right.
 *
 * @param value as manifests have it; null, undefined, `{}` and one without terms are Nothing
 * @throws SelectorError with every mistake in `diagnostics`
 */
export function fromNodeSelector(value: NodeSelector | null | undefined): Selector {
  return selectorOrThrow(tryFromNodeSelector(value));
}
