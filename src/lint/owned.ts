import type { KubernetesObject } from '../documents/kubernetes-object.ts';

/**
 * Whether a controller made an object, as it stands in a copy of a cluster: the ReplicaSet of a Deployment, the Pod of a
 * ReplicaSet. What selects its pods selects those of its owner, and they are no two.
 */
export function isOwned({ content: { metadata } }: KubernetesObject): boolean {
  const owners =
    typeof metadata === 'object' && metadata !== null && 'ownerReferences' in metadata
      ? metadata.ownerReferences
      : undefined;
  return Array.isArray(owners) && owners.some((owner) => owner?.controller === true);
}
