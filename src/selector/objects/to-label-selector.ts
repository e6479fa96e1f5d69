import type { Diagnostic } from '../../text/diagnostic.ts';
import type { Selector } from '../selector.ts';
import type { LabelSelector, LabelSelectorRequirement } from './from-label-selector.ts';
import { cannotSay, onlyAlternative, throwInexpressible } from './inexpressible.ts';
import { EXPRESSION_OPERATORS } from './operator-names.ts';
import type { Placed } from './placed.ts';

function byKey(a: Placed, b: Placed): number {
  const [left, right] = [a.requirement.key, b.requirement.key];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Says a selector as a LabelSelector (apimachinery `metav1.ParseToLabelSelector`): `=` and `==` as matchLabels, the
 * rest as matchExpressions, by key, equal keys in the order written. `!=`, which Kubernetes refuses here, is `NotIn`.
 * Everything is `{}`.
 *
 * Where `=` asks two values of one key, the later one wins, as in Kubernetes: such a selector selects nothing, but
 * the object selects what has the later value. {@link toLabelMap} refuses it.
 *
 * @returns a new plain object of JSON values, without empty fields; it shares nothing with the selector
 * @complexity O(n log n) in the number of requirements.
 * @throws TypeError where the argument is no Selector
 * @throws SelectorError with all that a LabelSelector cannot say: `gt` and `lt`, several alternatives, Nothing (write
 * null, or leave the field out, where the field says what that means)
 */
export function toLabelSelector(selector: Selector): LabelSelector {
  const nothing = 'write null, or leave the field out, where that means nothing';
  const placed = onlyAlternative(selector, 'the argument of toLabelSelector', 'a LabelSelector', nothing);
  const unsaid: Diagnostic[] = [];
  const labels = new Map<string, string>();
  const expressions: LabelSelectorRequirement[] = [];
  for (const at of [...placed].sort(byKey)) {
    const { key, operator, values } = at.requirement;
    if (operator === 'gt' || operator === 'lt') {
      const why =
        'a LabelSelector does not compare numbers; list the values with "in", or select nodes by a NodeSelector';
      unsaid.push(cannotSay(at, 'unsupported-operator', why));
    } else if (operator === '=' || operator === '==') labels.set(key, values.join());
    else {
      const named = { key, operator: EXPRESSION_OPERATORS[operator] };
      expressions.push(operator === 'exists' || operator === '!' ? named : { ...named, values: [...values] });
    }
  }
  throwInexpressible(unsaid);
  return {
    // Object.fromEntries makes own properties, of `__proto__` too.
    ...(labels.size > 0 && { matchLabels: Object.fromEntries(labels) }),
    ...(expressions.length > 0 && { matchExpressions: expressions }),
  };
}
