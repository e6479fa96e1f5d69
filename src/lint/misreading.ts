import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import type { Finding } from '../manifests/finding.ts';

/** What was wrong with the selectors and labels of an object. */
export interface Misreading {
  readonly object: KubernetesObject;
  readonly finding: Finding;
}
