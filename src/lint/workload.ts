import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { type PodTemplate, podTemplatesBy } from '../manifests/pod-templates.ts';
import type { Registry } from '../manifests/registry.ts';
import { type Subject, subjectOf } from '../manifests/subject.ts';
import { contentOf } from './content-of.ts';
import { operatedPods } from './operated-pods.ts';
import { isOwned } from './owned.ts';

/** Something that makes pods, or is one: an object, and one of its templates. */
export interface Workload {
  readonly object: KubernetesObject;
  /** Where its pods are. */
  readonly namespace: string;
  readonly template: PodTemplate;
  /** Its pods, as selectors see them. */
  readonly pods: Subject;
  /** Whether another controller made it, as {@link isOwned} has it. */
  readonly isOwned: boolean;
}

/** The workloads that an object is. O(size of the labels). */
export function workloadsOf(
  object: KubernetesObject,
  namespace: string,
  registry: Registry,
): readonly Workload[] {
  const templates = podTemplatesBy(registry, contentOf(object));
  return [...templates, ...operatedPods(object)].map((template) => ({
    object,
    namespace,
    template,
    pods: subjectOf({ apiVersion: 'v1', kind: 'Pod', namespace, name: '', ...template }),
    isOwned: isOwned(object),
  }));
}
