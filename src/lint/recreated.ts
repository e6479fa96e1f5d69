import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { isJsonObject, memberOf } from '../manifests/places.ts';

/** Annotations by which tools delete an object and create it anew where it cannot be changed, and how they say so. */
const RECREATING: ReadonlyMap<string, RegExp> = new Map([
  ['helm.sh/hook', /./],
  ['argocd.argoproj.io/hook', /./],
  ['argocd.argoproj.io/sync-options', /(?:^|,)\s*Force=true\s*(?:,|$)/],
  ['kustomize.toolkit.fluxcd.io/force', /^enabled$/i],
]);

/**
 * Whether an object says of itself that it is deleted and created anew, and not changed: hooks of Helm and Argo CD, and
 * what these and Flux may force.
 */
export function isRecreated({ content }: KubernetesObject): boolean {
  const metadata = memberOf(content, 'metadata');
  const annotations = isJsonObject(metadata) ? memberOf(metadata, 'annotations') : undefined;
  if (!isJsonObject(annotations)) return false;
  return [...RECREATING].some(([name, pattern]) => {
    const value = memberOf(annotations, name);
    return typeof value === 'string' && pattern.test(value);
  });
}
