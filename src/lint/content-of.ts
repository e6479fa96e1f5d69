import type { KubernetesObject } from '../documents/kubernetes-object.ts';

/** The content of an object as the registry reads it: what its list says for it included. */
export function contentOf({
  content,
  apiVersion,
  kind,
}: KubernetesObject): Readonly<Record<string, unknown>> {
  return typeof content.kind === 'string' ? content : { ...content, apiVersion, kind };
}
