import { countOf, failingKeysBy } from './failing-keys.ts';
import { namespacesReached } from './namespaces-reached.ts';
import type { PlacedClaim } from './world.ts';

const NAMESPACE = 'default';

/** The labels of the Service kubernetes, by which monitors of the API server select it. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['component', 'apiserver'],
  ['provider', 'kubernetes'],
]);

/** Whether a claim on Services selects the one that the API server makes for itself, which stands in no manifest. */
export function selectsApiServer(placed: PlacedClaim): boolean {
  const namespaces = namespacesReached(placed);
  const isReached = namespaces === undefined || namespaces.includes(NAMESPACE);
  return isReached && countOf(failingKeysBy(placed.claim.selector)(LABELS)) === 0;
}
