import { accepted, type ParseResult, selectorOrThrow } from '../parse-result.ts';
import { conjunctionSelector, NOTHING, type Selector } from '../selector.ts';
import { EXPRESSION_FIELDS, type ExpressionKind, LABEL_RULES, readExpressions } from './expression.ts';
import { Findings } from './findings.ts';
import { list } from './json-shape.ts';
import { type ListKind, type ObjectKind, readKnownFields } from './known-fields.ts';
import { type PairsKind, readLabelPairs } from './label-pairs.ts';
import { LABEL_SELECTOR_OPERATORS } from './operator-names.ts';
import { writtenConjunction } from './written-conjunction.ts';

/** One expression of a LabelSelector or a NodeSelector. */
export interface LabelSelectorRequirement {
  /** The key of a label; in the matchFields of a NodeSelector `metadata.name`. */
  key: string;
  /** `In`, `NotIn`, `Exists` or `DoesNotExist`; in the matchExpressions of a NodeSelector `Gt` and `Lt` too. */
  operator: string;
  /**
   * At least one for `In` and `NotIn`, an int64 as text for `Gt` and `Lt`, none for `Exists` and `DoesNotExist`; left
   * out, null and `[]` are none.
   */
  values?: readonly string[] | null;
}

/** A Kubernetes LabelSelector (`metav1.LabelSelector`): labels and expressions that must all hold. */
export interface LabelSelector {
  /** Labels that must be there, with these values; left out, null and `{}` are none. */
  matchLabels?: Record<string, string> | null;
  /** Requirements that must hold as well; left out, null and `[]` are none. */
  matchExpressions?: readonly LabelSelectorRequirement[] | null;
}

const LABEL_SELECTOR: ObjectKind = {
  title: 'a LabelSelector',
  fields: ['matchLabels', 'matchExpressions'],
  mendType(value) {
    if (typeof value === 'string') return 'for the text of a selector there is parseSelector';
    return list(value).ok ? 'put the expressions under matchExpressions: { matchExpressions: [ … ] }' : '';
  },
  mendUnknown(field, all) {
    if (field === 'nodeSelectorTerms') return 'for a NodeSelector there is fromNodeSelector';
    if (field === 'alternatives')
      return 'a Selector needs no reading; from JSON it is read by fromAlternatives';
    if (all.has('key') && all.has('operator')) return 'put the expression into matchExpressions: [{ … }]';
    return typeof all.get(field) === 'string'
      ? 'put labels under matchLabels, or read a plain label map with fromLabelMap'
      : '';
  },
};

const MATCH_LABELS: PairsKind = {
  title: 'matchLabels',
  mendType: (value) => (list(value).ok ? 'a list of expressions goes under matchExpressions' : ''),
};

/** The list of expressions of a LabelSelector and of a term. */
export const MATCH_EXPRESSIONS: ListKind = {
  title: 'matchExpressions is',
  mendType: (value) => (typeof value === 'object' ? 'put the expression into a list: [{ … }]' : ''),
};

const EXPRESSION: ExpressionKind = {
  ...LABEL_RULES,
  title: 'an expression of a LabelSelector',
  fields: EXPRESSION_FIELDS,
  list: MATCH_EXPRESSIONS,
  operators: LABEL_SELECTOR_OPERATORS,
  arrange: (values) => values,
};

/**
 * Reads a LabelSelector (apimachinery `metav1.LabelSelectorAsSelector`, with the validation of the API server and its
 * strict decoding). null and undefined are Nothing, `{}` is Everything. matchLabels become `=`, in byte order of
 * their keys, then come the expressions as written, their values in the order written, with duplicates. A field that
 * is null is a field that is left out; a null in a list or as a label's value is a mistake.
 *
 * Objects are read by their own enumerable properties, so instances of client libraries' classes do; matchLabels may
 * be a Map too. Every other built-in object, and a class that keeps its fields elsewhere, is refused, not taken for
 * empty.
 *
 * @param value any value, a JSON value as a rule; may be hostile: getters and proxies that throw are mistakes
 * @returns the selector, with warnings of values and requirements that stand twice, or every mistake with its path:
 * `matchExpressions[2].values[0]`, `matchLabels.app`, `matchLabels["app.kubernetes.io/name"]`, `""` for the whole;
 * never throws
 * @complexity O(n log n) in the number of labels, O(n) in the number of expressions and values.
 */
export function tryFromLabelSelector(value: unknown): ParseResult {
  if (value === null || value === undefined) return accepted(NOTHING);
  const findings = new Findings();
  const fields = readKnownFields(value, '', LABEL_SELECTOR, findings);
  const alternative = writtenConjunction(
    [
      ...readLabelPairs(fields?.get('matchLabels'), 'matchLabels', MATCH_LABELS, findings),
      ...readExpressions(fields?.get('matchExpressions') ?? [], 'matchExpressions', EXPRESSION, findings),
    ],
    findings,
  );
  return findings.result(() => conjunctionSelector(alternative));
}

/**
 * Reads a LabelSelector, as {@link tryFromLabelSelector} does, for objects that ought to be right.
 *
 * @param value as manifests have it; null and undefined are Nothing, `{}` is Everything
 * @throws SelectorError with every mistake in `diagnostics`
 */
export function fromLabelSelector(value: LabelSelector | null | undefined): Selector {
  return selectorOrThrow(tryFromLabelSelector(value));
}
