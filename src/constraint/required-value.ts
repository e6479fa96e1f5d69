import type { Selector } from '../selector/selector.ts';
import { conjunctionsOf } from './conjunctions-of.ts';

/**
 * The one value that a key must have in every label set a selector matches.
 *
 * Finds more than apimachinery's `RequiresExactMatch`, which reads the first requirement of the key: `a in (b,c),a!=c`
 * requires `b`. Of several alternatives all must require the same value.
 *
 * @param selector of which all requirements count, those on other keys too
 * @param key with its prefix: `app.kubernetes.io/name`
 * @returns the value, or undefined where there is none, where the key may have several values or be absent, and for
 * a selector that matches nothing
 * @complexity that of the whole meaning, O(n log n) in requirements and values, since a contradiction on another key
 * leaves nothing to require.
 * @throws TypeError where `selector` is no Selector
 */
export function requiredValue(selector: Selector, key: string): string | undefined {
  let required: string | undefined;
  for (const conjunction of conjunctionsOf(selector)) {
    const constraint = conjunction.find((candidate) => candidate.key === key);
    if (constraint === undefined || constraint.present.kind !== 'one-of') return undefined;
    const [value, another] = constraint.present.values;
    if (another !== undefined || (required !== undefined && value !== required)) return undefined;
    required = value;
  }
  return required;
}
