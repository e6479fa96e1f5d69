import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { objectTitle } from './object-title.ts';

/** What the pods of an object are called in messages: `the pods of Deployment web`; a Pod is what it is. */
export function podsTitle(object: KubernetesObject): string {
  return object.kind === 'Pod' ? objectTitle(object) : `the pods of ${objectTitle(object)}`;
}
