import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { isJsonObject, memberOf } from '../manifests/places.ts';
import { type NamedReference, namedReferences } from './named-references.ts';
import { listAt, valueAt } from './value-at.ts';
import type { Workload } from './workload.ts';
import type { World } from './world.ts';

/** Something that scales a workload by what it measures of the pods that the selector of the workload selects. */
export interface Autoscaler {
  readonly object: KubernetesObject;
  readonly namespace: string;
  /** What it scales. */
  readonly target: NamedReference;
  /** What it does to it, as a clause without a subject: `scales` something `by the metrics of` pods. */
  readonly verb: string;
  readonly by: string;
  /** Whether it counts what another workload does as well, where its pods are selected too. */
  readonly counts: (own: Workload | undefined, other: Workload) => boolean;
}

type Content = Pick<KubernetesObject, 'content'>;

/** Metrics that are taken of each pod that the selector of the target selects. */
const OF_PODS: ReadonlySet<unknown> = new Set(['Resource', 'ContainerResource', 'Pods']);

/**
 * Whether a HorizontalPodAutoscaler goes by the pods that the selector of its target selects. One that has only metrics from
 * elsewhere goes by the number of replicas that its target says it has, unless it holds a metric against a value for all of
 * them.
 */
function hasPodMetrics(object: Content): boolean {
  const metrics = listAt(object.content, ['spec', 'metrics']);
  if (metrics.length === 0) return true;
  return metrics.some((metric) => {
    if (!isJsonObject(metric) || OF_PODS.has(memberOf(metric, 'type'))) return true;
    const target =
      valueAt(metric, ['external', 'target', 'type']) ?? valueAt(metric, ['object', 'target', 'type']);
    return target === 'Value';
  });
}

/**
 * The same of a ScaledObject, of whose triggers KEDA makes a HorizontalPodAutoscaler: those for CPU and memory become metrics
 * of pods, all others come from elsewhere, each for so many replicas as there are, unless it says that it is for all of them.
 */
function hasPodTriggers(object: Content): boolean {
  const modifiers = valueAt(object.content, ['spec', 'advanced', 'scalingModifiers', 'metricType']);
  if (modifiers === 'Value') return true;
  return listAt(object.content, ['spec', 'triggers']).some((trigger) => {
    const [type, metricType] = isJsonObject(trigger)
      ? [memberOf(trigger, 'type'), memberOf(trigger, 'metricType')]
      : [];
    return type === 'cpu' || type === 'memory' || metricType === 'Value';
  });
}

/** The containers of a workload's pods, by name. */
function containersOf({ object, template }: Workload): readonly string[] {
  return listAt(object.content, [...template.path, 'spec', 'containers']).flatMap((container) => {
    const name = isJsonObject(container) ? memberOf(container, 'name') : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}

/** Whether a VerticalPodAutoscaler leaves the containers of a name alone. */
function isLeftAlone(object: Content, container: string): boolean {
  const policies = listAt(object.content, ['spec', 'resourcePolicy', 'containerPolicies']).filter(
    isJsonObject,
  );
  const policy =
    policies.find((one) => memberOf(one, 'containerName') === container) ??
    policies.find((one) => memberOf(one, 'containerName') === '*');
  return policy !== undefined && memberOf(policy, 'mode') === 'Off';
}

/**
 * Whether a VerticalPodAutoscaler takes the containers of another workload for those of its target: it adds up what containers
 * of one name use, in all pods that the selector of the target selects.
 */
function sharesContainer(object: Content, own: Workload | undefined, other: Workload): boolean {
  const names = own === undefined ? [] : containersOf(own);
  return containersOf(other).some((name) => names.includes(name) && !isLeftAlone(object, name));
}

interface Kind {
  readonly kind: string;
  readonly verb: string;
  readonly by: string;
  /** Whether it goes by pods at all. */
  readonly asksPods: (object: Content) => boolean;
  readonly counts: (object: Content, own: Workload | undefined, other: Workload) => boolean;
}

const KINDS: readonly Kind[] = [
  {
    kind: 'HorizontalPodAutoscaler',
    verb: 'scales',
    by: 'the metrics',
    asksPods: hasPodMetrics,
    counts: () => true,
  },
  { kind: 'ScaledObject', verb: 'scales', by: 'the metrics', asksPods: hasPodTriggers, counts: () => true },
  {
    kind: 'VerticalPodAutoscaler',
    verb: 'sizes',
    by: 'the usage',
    asksPods: () => true,
    counts: sharesContainer,
  },
];

/** The autoscalers that were read and go by pods. O(autoscalers). */
export function autoscalersIn(world: World): readonly Autoscaler[] {
  return KINDS.flatMap(({ kind, verb, by, asksPods, counts }) =>
    world.thingsOf(kind).flatMap(({ object, namespace }) => {
      const target = namedReferences(object).find(({ relation }) => relation === 'scales');
      return target === undefined || !asksPods(object)
        ? []
        : [{ object, namespace, target, verb, by, counts: counts.bind(undefined, object) }];
    }),
  );
}
