import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import type { Workload } from './workload.ts';
import { workloadsByObject } from './workloads-by-object.ts';
import type { PlacedClaim, World } from './world.ts';

/** An object with a selector for the pods that it makes. */
export interface Controller {
  readonly object: KubernetesObject;
  /** Its selector. */
  readonly placed: PlacedClaim;
  /** The pods that it makes. */
  readonly workloads: readonly Workload[];
}

/**
 * The controllers that somebody wrote, in the order read. What another one made selects what that one does, and Jobs whose
 * selector the API server makes up have none to be mistaken about.
 */
export function controllersIn(world: World): readonly Controller[] {
  const workloads = workloadsByObject(world.workloads);
  return world.claimsOf('controls').flatMap((placed) => {
    const own = workloads.get(placed.object) ?? [];
    return own.some(({ isOwned }) => isOwned) ? [] : [{ object: placed.object, placed, workloads: own }];
  });
}
