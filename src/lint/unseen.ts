import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import type { Problem } from '../documents/problem.ts';
import { podTemplatesOf } from '../manifests/pod-templates.ts';
import { groupOf } from '../manifests/target.ts';
import { contentOf } from './content-of.ts';
import { makesNoPods } from './kinds-without-pods.ts';
import { objectTitle } from './object-title.ts';

/**
 * What may be in a cluster besides what was read: what stands in inputs that could not be read, which may be anything, and
 * the pods that operators make for kinds of their own. It turns "nothing is selected" into "nothing is known to be".
 */
export class Unseen {
  /** Why there may be objects of any kind that were not seen, as a sentence; undefined where there may not. */
  readonly objects: string | undefined;
  readonly #podMakers = new Map<string, KubernetesObject>();

  constructor(
    objects: readonly KubernetesObject[],
    problems: readonly Problem[],
    namespaceOf: (object: KubernetesObject) => string,
  ) {
    const [first] = problems;
    const others = problems.length === 1 ? '' : ` and ${problems.length - 1} more`;
    this.objects =
      first === undefined ? undefined : `what could not be read (${placeOf(first)}${others}) may change this`;
    for (const object of objects) {
      if (groupOf(object.apiVersion) === '' || makesNoPods(object)) continue;
      if (podTemplatesOf(contentOf(object)).length > 0) continue;
      const namespace = namespaceOf(object);
      if (!this.#podMakers.has(namespace)) this.#podMakers.set(namespace, object);
    }
  }

  /**
   * Why a namespace may have pods that were not seen, as a sentence; undefined where it may not.
   * @param namespace undefined for any
   */
  pods(namespace: string | undefined): string | undefined {
    if (this.objects !== undefined) return this.objects;
    const maker =
      namespace === undefined ? this.#podMakers.values().next().value : this.#podMakers.get(namespace);
    return maker === undefined
      ? undefined
      : `${objectTitle(maker)} is of a kind that is not known here, and its operator may make pods for it`;
  }
}

function placeOf({ source, position }: Problem): string {
  return position === undefined ? source : `${source}:${position.line}`;
}
