import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import type { World } from './world.ts';

/** The object of a kind, whatever its group, in a namespace and with a name; undefined for one that was not read. */
export type FindByName = (kind: string, namespace: string, name: string) => KubernetesObject | undefined;

function keyOf(kind: string, namespace: string, name: string): string {
  return JSON.stringify([kind, namespace, name]);
}

/** Finds objects by what others name them by; of several that are named alike, the last one read. O(objects) once. */
export function objectsByName(world: World): FindByName {
  const byName = new Map<string, KubernetesObject>();
  for (const object of world.objects) {
    byName.set(keyOf(object.kind, world.namespaceOf(object), object.name), object);
  }
  return function findByName(kind, namespace, name) {
    return byName.get(keyOf(kind, namespace, name));
  };
}
