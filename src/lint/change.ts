import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { groupOf } from '../manifests/target.ts';
import { addTo } from './lists-by-key.ts';
import type { World } from './world.ts';

/** Objects by what the API server tells them apart by; those whose names it makes up are new each time. */
function byIdentity(world: World): ReadonlyMap<string, readonly KubernetesObject[]> {
  const lists = new Map<string, KubernetesObject[]>();
  for (const object of world.objects) {
    if (object.name === '') continue;
    const parts = [groupOf(object.apiVersion), object.kind, world.namespaceOf(object), object.name];
    const identity = JSON.stringify(parts);
    addTo(lists, identity, object);
  }
  return lists;
}

/** Everything before a change and after it, and which objects are the same. Nothing of it changes. */
export class Change {
  readonly before: World;
  readonly after: World;
  readonly #earlier = new Map<KubernetesObject, KubernetesObject>();
  readonly #later = new Map<KubernetesObject, KubernetesObject>();

  constructor(before: World, after: World) {
    this.before = before;
    this.after = after;
    const earlierOnes = byIdentity(before);
    for (const [identity, later] of byIdentity(after)) {
      const earlier = earlierOnes.get(identity) ?? [];
      // What stands several times, as variants of one object do, is told apart by its order, or not at all.
      if (earlier.length !== later.length) continue;
      for (const [index, object] of later.entries()) {
        const counterpart = earlier[index] as KubernetesObject;
        this.#earlier.set(object, counterpart);
        this.#later.set(counterpart, object);
      }
    }
  }

  /** What an object was before; undefined for one that is new. */
  earlier(object: KubernetesObject): KubernetesObject | undefined {
    return this.#earlier.get(object);
  }

  /** What has become of an object; undefined for one that is gone. */
  later(object: KubernetesObject): KubernetesObject | undefined {
    return this.#later.get(object);
  }
}
