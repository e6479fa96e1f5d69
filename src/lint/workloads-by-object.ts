import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import type { Workload } from './workload.ts';

/** Workloads by the object that they are. O(workloads). */
export function workloadsByObject(
  workloads: readonly Workload[],
): ReadonlyMap<KubernetesObject, readonly Workload[]> {
  const byObject = new Map<KubernetesObject, Workload[]>();
  for (const workload of workloads) {
    const own = byObject.get(workload.object);
    if (own === undefined) byObject.set(workload.object, [workload]);
    else own.push(workload);
  }
  return byObject;
}
