import { allOf } from '../selector/combine.ts';
import { tryFromRequirements } from '../selector/objects/from-requirements.ts';
import type { Selector } from '../selector/selector.ts';
import { type JsonObject, memberOf } from './places.ts';

const OPERATORS = { matchLabelKeys: 'in', mismatchLabelKeys: 'notin' } as const;

/**
 * A selector of pods with what the keys beside it bring in: the pods must have the same value as the pod itself, or
 * another one. Keys that the pod does not have are passed over, as the API server does; those that controllers add are
 * among them, so that the selector may select more than it will in the cluster.
 *
 * @param holder what the selector stands in
 * @param labels those of the pod that makes the claim
 */
export function withLabelKeys(
  selector: Selector,
  holder: JsonObject,
  labels: Readonly<Record<string, string>>,
): Selector {
  const requirements = Object.entries(OPERATORS).flatMap(([field, operator]) => {
    const keys = memberOf(holder, field);
    return (Array.isArray(keys) ? keys : []).flatMap((key) =>
      typeof key === 'string' && Object.hasOwn(labels, key) ? [{ key, operator, values: [labels[key]] }] : [],
    );
  });
  const added = tryFromRequirements(requirements);
  return requirements.length > 0 && added.ok ? allOf(selector, added.selector) : selector;
}
