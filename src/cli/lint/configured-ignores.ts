import { relative, resolve, sep } from 'node:path';
import { type KubernetesObject, namespaceOf } from '../../manifests.ts';
import { STDIN_NAME } from '../input/sources.ts';
import type { LintConfig } from './config.ts';
import type { Ignore } from './ignores.ts';
import type { ObjectBook } from './object-book.ts';

/** An input as patterns name it: its path below a folder, with `/` between names. */
export function pathBelow(folder: string, source: string): string {
  return source === STDIN_NAME ? source : relative(folder, resolve(source)).split(sep).join('/');
}

/**
 * What a configuration says is to be ignored.
 *
 * @param objects all that were read
 * @param sources the inputs that were read
 * @param namespace where objects are applied that name none
 * @complexity O(ignores × (objects + sources)).
 */
export function configuredIgnores(
  { ignore, source = '', folder }: LintConfig,
  objects: readonly KubernetesObject[],
  sources: readonly string[],
  namespace: string,
  book: ObjectBook,
): readonly Ignore[] {
  const placed = (object: KubernetesObject): KubernetesObject => ({
    ...object,
    namespace: namespaceOf(object.namespace, object.kind, namespace),
  });
  return ignore.map(({ rule, reason, object: isMeant, file, region, index }): Ignore => {
    const isFile = (name: string): boolean => file === undefined || file(pathBelow(folder, name));
    const isObject = (object: KubernetesObject | undefined): boolean =>
      isMeant === undefined || (object !== undefined && isMeant(placed(object)));
    return {
      rule,
      by: 'configuration',
      reason,
      scope: {
        kind: 'matching',
        covers: (finding) =>
          isFile(finding.source) && (isMeant === undefined || isObject(book.objectOf(finding))),
      },
      place: { source, region, object: '', path: `ignore[${index}]` },
      isInReach: sources.some(isFile) && (isMeant === undefined || objects.some(isObject)),
    };
  });
}
