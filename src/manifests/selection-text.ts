import { formatSelector } from '../selector/format-selector.ts';
import type { Claim } from './claim.ts';
import type { Reach } from './reach.ts';

/** What a reach adds to the text of a selector: ` in namespaces with team=web`; nothing where it goes without saying. */
function reachText(reach: Reach): string {
  if (reach.kind !== 'some') return '';
  const places = [...reach.names];
  const [alternative] = reach.selector.alternatives;
  if (alternative?.length === 0) places.push('every namespace');
  else if (alternative !== undefined) places.push(`namespaces with ${formatSelector(reach.selector)}`);
  return ` in ${places.join(' or ')}`;
}

/**
 * What a claim selects, for people: `app=web`, `all pods in every namespace`.
 *
 * @param claim of which the selector, the kinds and the reach are told
 */
export function selectionText({ selector, of, reach }: Claim): string {
  const resources = [...new Set(of.flatMap((target) => target.resources))];
  const all = `all ${resources.includes('*') ? 'objects' : resources.join(', ')}`;
  return (formatSelector(selector) || all) + reachText(reach);
}
