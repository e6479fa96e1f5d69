import { selectsLabels } from '../manifests/selection.ts';
import type { Workload } from './workload.ts';
import { workloadsByObject } from './workloads-by-object.ts';
import type { PlacedClaim, World } from './world.ts';

/**
 * The workload whose pods make a claim: the one whose template the claim stands in; undefined where it stands in none.
 * O(workloads), and O(1) a claim.
 */
export function workloadsOfClaims(world: World): (placed: PlacedClaim) => Workload | undefined {
  const byObject = workloadsByObject(world.workloads);
  return function workloadOfClaim({ object, claim }) {
    return byObject
      .get(object)
      ?.find(({ template }) => template.path.every((step, at) => step === claim.path[at]));
  };
}

/** Whether a claim of a pod selects the pods of its own template; `open` where only a cluster knows. */
export function selectsOwnPods({ claim }: PlacedClaim, { pods }: Workload): 'yes' | 'no' | 'open' {
  return selectsLabels(claim.selector, pods);
}
