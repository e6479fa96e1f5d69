import { namespaceOf } from '../../manifests.ts';
import type { LintConfig } from '../lint/config.ts';

/** The namespace that an object of a kind is in, or is applied in where it names none. */
export type HomeOf = (namespace: string, kind: string) => string;

/** Where objects are by a configuration: where it says that they are applied, and those of some kinds in none. */
export function homesBy({ namespace, kinds }: Pick<LintConfig, 'namespace' | 'kinds'>): HomeOf {
  const clusterWide = new Set(kinds.filter(({ namespaced }) => namespaced === false).map(({ kind }) => kind));
  return function homeOf(named, kind) {
    return namespaceOf(named, kind, clusterWide.has(kind) ? '' : namespace);
  };
}
