import type { KubernetesObject } from '../../manifests.ts';
import { kindTest, listOf, namespaceTest } from './kinds.ts';

/** The options that say which objects a command is about, as they were given. */
export interface Filters {
  readonly namespace: readonly string[];
  readonly kind: readonly string[];
}

/** A test for objects of the kinds and in the namespaces asked for. */
export function filterTest({ namespace, kind }: Filters): (object: KubernetesObject) => boolean {
  const isWantedKind = kindTest(listOf(kind));
  const isInNamespace = namespaceTest(listOf(namespace));
  return function isWanted(object) {
    return isWantedKind(object.kind, object.apiVersion) && isInNamespace(object.namespace, object.kind);
  };
}
