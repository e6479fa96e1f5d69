import { conjunctionsOf } from '../constraint/conjunctions-of.ts';
import { NAMESPACE_NAME_KEY } from '../manifests/subject.ts';
import type { PlacedClaim } from './world.ts';

/**
 * The only namespaces in which a claim looks, by name: its own, or those that are named, be it in a list or by the label
 * that has the name of a namespace. Undefined where labels decide, which namespaces may have that were not read.
 */
export function namespacesReached({
  claim: { reach },
  namespace,
}: PlacedClaim): readonly string[] | undefined {
  if (reach.kind === 'own') return [namespace];
  if (reach.kind === 'every') return undefined;
  const names = new Set(reach.names);
  for (const conjunction of conjunctionsOf(reach.selector)) {
    const named = conjunction.find(({ key }) => key === NAMESPACE_NAME_KEY);
    if (named === undefined || named.absent || named.present.kind !== 'one-of') return undefined;
    for (const name of named.present.values) names.add(name);
  }
  return [...names];
}
