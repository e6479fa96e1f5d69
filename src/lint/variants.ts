import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { addTo } from './lists-by-key.ts';
import { identitiesOf } from './same-object.ts';
import type { Workload } from './workload.ts';
import type { World } from './world.ts';

/** What was read more than once: a base, and patches or overlays of it. */
export interface Variants {
  /** Objects that others were read of as well. */
  readonly objects: ReadonlySet<KubernetesObject>;
  /** The labels that pods of a workload that was read more than once may have once all of it is merged, by namespace. */
  readonly labels: ReadonlyMap<string, readonly MergedLabels[]>;
}

/** A workload that was read more than once, and the labels of all of it; of a key, those that were read last. */
export interface MergedLabels {
  readonly workload: Workload;
  readonly labels: ReadonlyMap<string, string>;
}

const KNOWN = new WeakMap<World, Variants>();

function find(world: World): Variants {
  const numbers = identitiesOf(world, world.objects);
  const counts = new Map<number, number>();
  for (const number of numbers.values()) counts.set(number, (counts.get(number) ?? 0) + 1);
  const isRepeated = (object: KubernetesObject) => (counts.get(numbers.get(object) ?? -1) ?? 0) > 1;
  const objects = new Set(world.objects.filter(isRepeated));
  const groups = new Map<number, Workload[]>();
  for (const workload of objects.size === 0 ? [] : world.workloads) {
    const number = numbers.get(workload.object);
    if (number === undefined || !objects.has(workload.object)) continue;
    addTo(groups, number, workload);
  }
  const labels = new Map<string, MergedLabels[]>();
  for (const group of groups.values()) {
    const [workload, another] = group;
    if (workload === undefined || another === undefined) continue;
    const merged = { workload, labels: new Map(group.flatMap(({ pods }) => [...pods.labels])) };
    addTo(labels, workload.namespace, merged);
  }
  return { objects, labels };
}

/** What was read more than once in a world. O(objects), once. */
export function variantsIn(world: World): Variants {
  const known = KNOWN.get(world);
  if (known !== undefined) return known;
  const variants = find(world);
  KNOWN.set(world, variants);
  return variants;
}
