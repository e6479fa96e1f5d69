import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import type { Problem } from '../documents/problem.ts';
import type { Registry } from '../manifests/registry.ts';
import { groupOf } from '../manifests/target.ts';
import { makesNoPods } from './kinds-without-pods.ts';
import type { Misreading } from './misreading.ts';
import { objectTitle } from './object-title.ts';
import { placeholderLabelDoubt } from './placeholder.ts';
import { podCreators } from './pod-creators.ts';
import type { Workload } from './workload.ts';

/** Steps of the way to the labels of pods, beside those to their template. */
const TO_LABELS: readonly (string | number)[] = ['spec', 'template', 'jobTemplate', 'metadata'];

/** Kinds that have to give labels to their pods. */
const LABELLED: ReadonlySet<string> = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet']);

/** Everything that was read, as far as it tells what was not. */
interface Read {
  readonly objects: readonly KubernetesObject[];
  readonly problems: readonly Problem[];
  readonly misreadings: readonly Misreading[];
  readonly workloads: readonly Workload[];
  readonly registry: Registry;
}

/**
 * What may be in a cluster besides what was read: what stands in inputs that could not be read, which may be anything;
 * pods, labels of pods, and other objects, that operators make for kinds of their own; pods that are made by whoever may; and labels that
 * are none yet as they are written.
 * It turns "nothing is selected" into "nothing is known to be".
 */
export class Unseen {
  /** Why there may be objects of any kind that were not seen, as a sentence; undefined where there may not. */
  readonly objects: string | undefined;
  /** Why there may be pods or labels of pods that were not seen, by namespace; of what is in none, for all of them. */
  readonly #pods = new Map<string, string>();
  /** Why there may be objects other than pods that were not seen, in the same way. */
  readonly #made = new Map<string, string>();

  /** O(objects and labels). */
  constructor(
    { objects, problems, misreadings, workloads, registry }: Read,
    namespaceOf: (object: KubernetesObject) => string,
  ) {
    const [first] = problems;
    const others = problems.length === 1 ? '' : ` and ${problems.length - 1} more`;
    this.objects =
      first === undefined ? undefined : `what could not be read (${placeOf(first)}${others}) may change this`;
    for (const misreading of misreadings) {
      if (!isAboutLabels(misreading, registry)) continue;
      const { object } = misreading;
      this.#note(
        this.#pods,
        namespaceOf(object),
        `the labels that ${objectTitle(object)} gives to its pods have mistakes`,
      );
    }
    for (const { namespace, template } of workloads) {
      const doubt = placeholderLabelDoubt(Object.entries(template.labels));
      if (doubt !== undefined) this.#note(this.#pods, namespace, doubt);
    }
    for (const [namespace, role] of podCreators(objects, namespaceOf)) {
      this.#note(this.#pods, namespace, `${role} allows to create pods, which may have any labels`);
    }
    this.#notePatches(workloads);
    const withTemplate = new Set(workloads.map(({ object }) => object));
    for (const object of objects) {
      if (groupOf(object.apiVersion) === '' || makesNoPods(object, registry)) continue;
      const hasTemplate = withTemplate.has(object);
      const operator = `${objectTitle(object)} is of a kind that is not known here, and its operator`;
      const namespace = namespaceOf(object);
      const doing = hasTemplate ? 'put more labels on its pods' : 'make pods for it';
      this.#note(this.#pods, namespace, `${operator} may ${doing}`);
      if (!hasTemplate) this.#note(this.#made, namespace, `${operator} may make objects for it`);
    }
  }

  /**
   * Why a namespace may have pods, or labels of pods, that were not seen, as a sentence; undefined where it may not.
   * @param namespace undefined for any
   */
  pods(namespace: string | undefined): string | undefined {
    return this.objects ?? noted(this.#pods, namespace);
  }

  /**
   * Why a namespace may have objects other than pods that were not seen, such as the Services that operators make, as a
   * sentence; undefined where it may not.
   * @param namespace undefined for any
   */
  made(namespace: string | undefined): string | undefined {
    return this.objects ?? noted(this.#made, namespace);
  }

  /** Workloads that the API server would refuse without labels for their pods are patches of others, which may have some. */
  #notePatches(workloads: readonly Workload[]): void {
    const isUnlabelled = ({ template }: Workload) => Object.keys(template.labels).length === 0;
    const whole = new Set(workloads.filter((one) => !isUnlabelled(one)).map(({ object }) => nameOf(object)));
    for (const workload of workloads) {
      const { object, namespace } = workload;
      if (!LABELLED.has(object.kind) || !isUnlabelled(workload) || whole.has(nameOf(object))) continue;
      const doubt = `${objectTitle(object)} has no labels for its pods, as if it were a patch of something elsewhere`;
      this.#note(this.#pods, namespace, doubt);
    }
  }

  #note(doubts: Map<string, string>, namespace: string, doubt: string): void {
    if (!doubts.has(namespace)) doubts.set(namespace, doubt);
  }
}

/** What was noted of a namespace, or of all of them. */
function noted(doubts: ReadonlyMap<string, string>, namespace: string | undefined): string | undefined {
  return namespace === undefined ? doubts.values().next().value : (doubts.get(namespace) ?? doubts.get(''));
}

/** Patches need not name the namespace of what they patch. */
function nameOf({ kind, name }: KubernetesObject): string {
  return `${kind}/${name}`;
}

function placeOf({ source, position }: Problem): string {
  return position === undefined ? source : `${source}:${position.line}`;
}

/** Whether a finding is about the labels of pods, or about what they stand in. */
function isAboutLabels(
  { object: { apiVersion, kind }, finding: { severity, path } }: Misreading,
  registry: Registry,
): boolean {
  const template = registry(apiVersion, kind)?.template;
  if (template === undefined) return false;
  const steps = new Set([...TO_LABELS, ...template.replaceAll('[]', '').split('.')]);
  const labels = path.indexOf('labels');
  const way = labels === -1 ? path : path.slice(0, labels);
  return severity === 'error' && way.every((step) => typeof step === 'number' || steps.has(step));
}
