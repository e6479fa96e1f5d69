import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { addTo } from './lists-by-key.ts';
import type { Workload } from './workload.ts';

/** Workloads by the object that they are. O(workloads). */
export function workloadsByObject(
  workloads: readonly Workload[],
): ReadonlyMap<KubernetesObject, readonly Workload[]> {
  const byObject = new Map<KubernetesObject, Workload[]>();
  for (const workload of workloads) addTo(byObject, workload.object, workload);
  return byObject;
}
