import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { isJsonObject, memberOf, placesOf } from '../manifests/places.ts';
import { groupOf } from '../manifests/target.ts';
import { objectTitle } from './object-title.ts';
import { valueAt } from './value-at.ts';
import type { World } from './world.ts';

/** Why what is missing of an object may be elsewhere, as a sentence; undefined where nothing speaks for it. */
export type PatchDoubt = (object: KubernetesObject) => string | undefined;

function hasImage(container: unknown): boolean {
  return isJsonObject(container) && typeof memberOf(container, 'image') === 'string';
}

/** Whether pods can be made of something as it is: it has containers, and each an image. */
function canRun(template: unknown): boolean {
  const containers = valueAt(template, ['spec', 'containers']);
  return Array.isArray(containers) && containers.length > 0 && containers.every(hasImage);
}

function hasLabels(template: unknown): boolean {
  const labels = valueAt(template, ['metadata', 'labels']);
  return isJsonObject(labels) && Object.keys(labels).length > 0;
}

/** Whether an object of a kind with a pod template has none that the API server would take. */
function isFragment({ apiVersion, kind, content }: KubernetesObject, { registry }: World): boolean {
  const known = registry(apiVersion, kind);
  const path = known?.template;
  if (path === undefined) return false;
  // What is missing of a template of a kind that is described may be put in by its operator.
  if (known?.pods !== undefined) return placesOf({ path: [], value: content }, path, []).length === 0;
  // A Pod is its own template, and needs no labels.
  if (path === '') return !canRun(content);
  const template = valueAt(content, path.split('.'));
  return !canRun(template) || !hasLabels(template);
}

/**
 * Tells whole objects from patches of some, which stand beside them in the folders of overlays: those of an object that was
 * read too, and workloads that nothing could run.
 *
 * @complexity O(objects) once, then O(size of a template).
 */
export function patchDoubts(world: World): PatchDoubt {
  const nameOf = (object: KubernetesObject) =>
    JSON.stringify([groupOf(object.apiVersion), object.kind, world.namespaceOf(object), object.name]);
  const counts = new Map<string, number>();
  for (const object of world.objects) counts.set(nameOf(object), (counts.get(nameOf(object)) ?? 0) + 1);
  return (object) => {
    if (Object.hasOwn(object.content, '$patch')) return `this is a patch of ${objectTitle(object)}`;
    if (object.name !== '' && (counts.get(nameOf(object)) ?? 0) > 1) {
      return `${objectTitle(object)} was read more than once, and this may be a patch of it`;
    }
    return isFragment(object, world)
      ? `${objectTitle(object)} has no labels or no images for its pods, as if it were a patch of something elsewhere`
      : undefined;
  };
}
