import type { KubernetesObject } from '../documents/kubernetes-object.ts';

/** Labels that nobody but a controller puts on what it makes; they stay where a copy is stripped of its owners. */
const BY_CONTROLLERS: readonly string[] = ['pod-template-hash', 'controller-revision-hash', 'controller-uid'];

/** Kinds that controllers make, and that are labelled so. */
const MADE: ReadonlySet<string> = new Set(['Pod', 'ReplicaSet']);

/**
 * Whether a controller made an object, as it stands in a copy of a cluster: the ReplicaSet of a Deployment, the Pod of a
 * ReplicaSet. What selects its pods selects those of its owner, and they are no two.
 */
export function isOwned({ kind, labels, content: { metadata } }: KubernetesObject): boolean {
  if (MADE.has(kind) && BY_CONTROLLERS.some((key) => Object.hasOwn(labels, key))) return true;
  const owners =
    typeof metadata === 'object' && metadata !== null && 'ownerReferences' in metadata
      ? metadata.ownerReferences
      : undefined;
  return Array.isArray(owners) && owners.some((owner) => owner?.controller === true);
}
