import type { Diagnostic } from '../../text/diagnostic.ts';
import { quote } from '../../text/quote.ts';
import type { Requirement } from '../requirement.ts';
import type { Selector } from '../selector.ts';
import { cannotSay, INEXPRESSIBLE, onlyAlternative, throwInexpressible } from './inexpressible.ts';

/** The value that a requirement says a key has, undefined where it says anything else. */
function equalValue({ operator, values }: Requirement): string | undefined {
  if (operator !== '=' && operator !== '==' && operator !== 'in') return undefined;
  return values.length === 1 ? values[0] : undefined;
}

/**
 * Says a selector as a label map, as a Service has it: `=`, `==`, and `in` with a single value (apimachinery
 * `metav1.LabelSelectorAsMap`). Everything is `{}`.
 *
 * @returns a new plain object; its keys are own properties, `constructor` and `__proto__` like any other
 * @complexity O(number of requirements).
 * @throws TypeError where the argument is no Selector
 * @throws SelectorError with all that a map cannot say: every other requirement, two values of one key, several
 * alternatives, Nothing
 */
export function toLabelMap(selector: Selector): Record<string, string> {
  const nothing = 'leave the map out, where that means nothing';
  const placed = onlyAlternative(selector, 'the argument of toLabelMap', 'a label map', nothing);
  const unsaid: Diagnostic[] = [];
  const labels = new Map<string, string>();
  for (const at of placed) {
    const { key } = at.requirement;
    const value = equalValue(at.requirement);
    const before = labels.get(key);
    if (value === undefined) {
      const why = 'a label map says that keys have values and nothing else; a LabelSelector may say it';
      unsaid.push(cannotSay(at, 'unsupported-operator', why));
    } else if (before !== undefined && before !== value) {
      const why = `${quote(key)} is to be ${quote(before)} already, so the selector selects nothing, and a map cannot`;
      unsaid.push(cannotSay(at, INEXPRESSIBLE, why));
    } else labels.set(key, value);
  }
  throwInexpressible(unsaid);
  return Object.fromEntries(labels);
}
