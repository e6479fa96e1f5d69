import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { namespacesReached } from './namespaces-reached.ts';
import type { Workload } from './workload.ts';
import type { PlacedClaim, World } from './world.ts';

/** A Service, and a workload whose pods it selects. */
export interface ServedPods {
  readonly service: KubernetesObject;
  readonly workload: Workload;
}

/** As many workloads are looked at. */
const LOOKED_AT = 20;

/**
 * The first Service for pods that have the labels which a claim asks for, in the namespaces in which that looks. O(Services),
 * and what has the labels.
 */
export function serviceOfPods(world: World, placed: PlacedClaim): ServedPods | undefined {
  const namespaces = namespacesReached(placed);
  const workloads = world
    .podsLabelled(placed.claim.selector)
    .filter(({ namespace }) => namespaces?.includes(namespace) ?? true)
    .slice(0, LOOKED_AT);
  if (workloads.length === 0) return undefined;
  for (const service of world.claimsOf('routes-traffic')) {
    if (workloads.every(({ namespace }) => namespace !== service.namespace)) continue;
    const { certain } = world.podsOf(service);
    const workload = workloads.find((one) => certain.includes(one));
    if (workload !== undefined) return { service: service.object, workload };
  }
  return undefined;
}
