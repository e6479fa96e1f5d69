import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { isJsonObject, memberOf } from '../manifests/places.ts';
import { type FindByName, objectsByName } from './objects-by-name.ts';
import type { World } from './world.ts';

/** Which of the objects read made which others, as their ownerReferences say. */
export class Owners {
  readonly #world: World;
  readonly #find: FindByName;

  /** O(objects). */
  constructor(world: World) {
    this.#world = world;
    this.#find = objectsByName(world);
  }

  /** The controller that made an object; undefined for none, and for one that was not read. */
  of(object: KubernetesObject): KubernetesObject | undefined {
    const metadata = memberOf(object.content, 'metadata');
    const references = isJsonObject(metadata) ? memberOf(metadata, 'ownerReferences') : undefined;
    if (!Array.isArray(references)) return undefined;
    const owner = references.find((one) => isJsonObject(one) && one.controller === true);
    if (!isJsonObject(owner)) return undefined;
    const { kind, name } = owner;
    if (typeof kind !== 'string' || typeof name !== 'string') return undefined;
    // What is in a namespace is owned by what is there too, or by what is in none.
    const found = this.#find(kind, this.#world.namespaceOf(object), name) ?? this.#find(kind, '', name);
    return found === object ? undefined : found;
  }

  /** The owner of an object's owner, and so on, as far as it was read: a Deployment for its Pod. */
  firstOf(object: KubernetesObject): KubernetesObject | undefined {
    const seen = new Set([object]);
    let first: KubernetesObject | undefined;
    for (let next = this.of(object); next !== undefined && !seen.has(next); next = this.of(next)) {
      seen.add(next);
      first = next;
    }
    return first;
  }
}
