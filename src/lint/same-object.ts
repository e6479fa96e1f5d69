import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { groupOf } from '../manifests/target.ts';
import type { World } from './world.ts';

/** The groups of what was in `extensions` before, which is the same objects: of policies and Ingresses, and of workloads. */
const FORMER: ReadonlyMap<string, string> = new Map([
  ['NetworkPolicy', 'networking.k8s.io'],
  ['Ingress', 'networking.k8s.io'],
]);

/** The group that a kind is of: a Service of Knative is another one than that of Kubernetes. */
function kindGroup({ apiVersion, kind }: KubernetesObject): string {
  const group = groupOf(apiVersion);
  return group === 'extensions' ? (FORMER.get(kind) ?? 'apps') : group;
}

/**
 * Whether two objects are one in a cluster, which has one of each kind, namespace and name: the same file given twice, or
 * the variants of it that a base and an overlay are. What has no name yet is new each time.
 */
export function isSameObject(world: World, one: KubernetesObject, other: KubernetesObject): boolean {
  if (one === other) return true;
  return (
    one.name !== '' &&
    one.name === other.name &&
    one.kind === other.kind &&
    kindGroup(one) === kindGroup(other) &&
    world.namespaceOf(one) === world.namespaceOf(other)
  );
}

/** Numbers objects, so that those that are one in a cluster have the number of the first of them. O(objects). */
export function identitiesOf(
  world: World,
  objects: Iterable<KubernetesObject>,
): ReadonlyMap<KubernetesObject, number> {
  const byName = new Map<string, number>();
  const numbers = new Map<KubernetesObject, number>();
  for (const object of objects) {
    if (numbers.has(object)) continue;
    const own = numbers.size;
    const name = JSON.stringify([kindGroup(object), object.kind, world.namespaceOf(object), object.name]);
    const number = object.name === '' ? own : (byName.get(name) ?? own);
    byName.set(name, number);
    numbers.set(object, number);
  }
  return numbers;
}
