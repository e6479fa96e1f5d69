import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { isJsonObject, memberOf } from '../manifests/places.ts';
import { groupOf } from '../manifests/target.ts';
import { objectTitle } from './object-title.ts';
import { listAt, valueAt } from './value-at.ts';

const GROUP = 'rbac.authorization.k8s.io';

/** Whether a role allows to create pods, and says so of pods: one for everything is for people, or for deploying. */
function createsPods({ content }: KubernetesObject): boolean {
  return listAt(content, ['rules']).some((rule) => {
    const verbs = listAt(rule, ['verbs']);
    return listAt(rule, ['resources']).includes('pods') && (verbs.includes('create') || verbs.includes('*'));
  });
}

/** The namespaces of the service accounts that a binding is for. */
function accountNamespaces({ content }: KubernetesObject): readonly string[] {
  return listAt(content, ['subjects']).flatMap((subject) => {
    const namespace = isJsonObject(subject) ? memberOf(subject, 'namespace') : undefined;
    return typeof namespace === 'string' ? [namespace] : [];
  });
}

/**
 * Roles by which something creates pods of its own in a namespace: notebooks, agents that build, workers. What labels these
 * have stands in no manifest.
 *
 * @returns namespaces and the role that allows it. O(objects)
 */
export function podCreators(
  objects: readonly KubernetesObject[],
  namespaceOf: (object: KubernetesObject) => string,
): readonly (readonly [string, string])[] {
  const ofGroup = objects.filter(({ apiVersion }) => groupOf(apiVersion) === GROUP);
  const roles = ofGroup.filter((object) => object.kind === 'Role' && createsPods(object));
  const wide = new Map(
    ofGroup
      .filter((object) => object.kind === 'ClusterRole' && createsPods(object))
      .map((object) => [object.name, objectTitle(object)]),
  );
  const bound = ofGroup.flatMap((object): (readonly [string, string])[] => {
    const title = wide.get(String(valueAt(object.content, ['roleRef', 'name'])));
    if (title === undefined || valueAt(object.content, ['roleRef', 'kind']) !== 'ClusterRole') return [];
    const namespaces = object.kind === 'RoleBinding' ? [namespaceOf(object)] : accountNamespaces(object);
    return namespaces.map((namespace) => [namespace, title]);
  });
  return [...roles.map((role) => [namespaceOf(role), objectTitle(role)] as const), ...bound];
}
