import type { KubernetesObject } from '../../documents/kubernetes-object.ts';
import { isJsonObject, memberOf } from '../../manifests/places.ts';
import { groupOf } from '../../manifests/target.ts';
import { isReleaseTest, isSuspended } from '../batch.ts';
import type { FindingParts } from '../finding.ts';
import { listed } from '../listed.ts';
import { objectTitle } from '../object-title.ts';
import { ownLabel } from '../own-label.ts';
import type { Rule } from '../rule.ts';
import { isSameObject } from '../same-object.ts';
import { valueAt } from '../value-at.ts';
import type { Workload } from '../workload.ts';
import type { PlacedClaim, World } from '../world.ts';

/** Metrics that are taken of each pod that the selector of the target selects. */
const OF_PODS: ReadonlySet<unknown> = new Set(['Resource', 'ContainerResource', 'Pods']);

/**
 * Whether an autoscaler goes by the pods that the selector of its target selects. One that has only metrics from elsewhere
 * goes by the number of replicas that its target says it has, unless it holds a metric against a value for all of them.
 */
function asksPods({ content }: KubernetesObject): boolean {
  const metrics = valueAt(content, ['spec', 'metrics']);
  if (!Array.isArray(metrics) || metrics.length === 0) return true;
  return metrics.some((metric) => {
    if (!isJsonObject(metric) || OF_PODS.has(memberOf(metric, 'type'))) return true;
    const target =
      valueAt(metric, ['external', 'target', 'type']) ?? valueAt(metric, ['object', 'target', 'type']);
    return target === 'Value';
  });
}

/** Selectors of objects, by what names them: namespace, kind and name. */
function selectorsByName(world: World): ReadonlyMap<string, PlacedClaim> {
  const selectors = new Map<string, PlacedClaim>();
  for (const placed of world.claimsOf('controls')) {
    const { object, namespace } = placed;
    const name = JSON.stringify([namespace, object.kind, object.name]);
    if (!selectors.has(name)) selectors.set(name, placed);
  }
  return selectors;
}

function targetOf(
  { content }: KubernetesObject,
  namespace: string,
  selectors: ReadonlyMap<string, PlacedClaim>,
): PlacedClaim | undefined {
  const [kind, name] = ['kind', 'name'].map((field) => valueAt(content, ['spec', 'scaleTargetRef', field]));
  return selectors.get(JSON.stringify([namespace, kind, name]));
}

/** As many workloads are looked at: nobody reads more names. */
const LOOKED_AT = 20;

/** The workloads that a selector selects besides its own, without those that another one made. */
function othersOf(world: World, target: PlacedClaim): readonly Workload[] {
  const others: Workload[] = [];
  for (const workload of world.podsOf(target).certain) {
    if (workload.isOwned || isReleaseTest(workload.object) || isSuspended(workload.object)) continue;
    if (isSameObject(world, workload.object, target.object)) continue;
    if (others.every(({ object }) => !isSameObject(world, object, workload.object))) others.push(workload);
    if (others.length === LOOKED_AT) break;
  }
  return others;
}

function told(
  world: World,
  autoscaler: KubernetesObject,
  target: PlacedClaim,
  others: readonly Workload[],
): FindingParts {
  const own = world.workloadsIn(target.namespace).find(({ object }) => object === target.object);
  const label = own && ownLabel(own, others);
  const title = objectTitle(target.object);
  const names = listed(others.map(({ object }) => objectTitle(object)));
  return {
    place: { object: autoscaler, path: ['spec', 'scaleTargetRef', 'name'] },
    verdict: 'definite',
    message: `${objectTitle(autoscaler)} scales ${title} by the metrics of all pods that its selector selects, and those of ${names} are among them`,
    mend:
      label === undefined
        ? `give the pods of ${title} a label that the others do not have, and let its selector ask for it`
        : `let the selector of ${title} ask for ${label}, which the others do not have; it cannot be changed, so create it anew`,
    related: [
      {
        place: { object: target.object, path: target.claim.path, part: 'key' },
        message: `the selector of ${title}`,
      },
      ...others.slice(0, 2).map(({ object, template }) => ({
        place: { object, path: [...template.path, 'metadata', 'labels'], part: 'key' as const },
        message: `the labels of the pods of ${objectTitle(object)}`,
      })),
    ],
  };
}

export const autoscalerSharedPods: Rule = {
  id: 'autoscaler-shared-pods',
  severity: 'warning',
  isOn: true,
  title: 'An autoscaler counts the pods of other workloads',
  help:
    'A HorizontalPodAutoscaler finds the pods of its target by the selector of the target, and not by what made them. Where that ' +
    'selects pods of other workloads, their metrics are part of the average: idle ones keep the target small when it is ' +
    'loaded, busy ones make it large when it is not, and pods of Jobs that have ended have no metrics at all.',
  bad: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  maxReplicas: 10
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, job: serve } }
    spec: { containers: [{ name: web, image: web }] }
---
apiVersion: batch/v1
kind: Job
metadata: { name: migrate }
spec:
  template:
    metadata: { labels: { app: web, job: migrate } }
    spec: { restartPolicy: Never, containers: [{ name: web, image: web }] }
`,
  good: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  maxReplicas: 10
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web, job: serve } }
  template:
    metadata: { labels: { app: web, job: serve } }
    spec: { containers: [{ name: web, image: web }] }
---
apiVersion: batch/v1
kind: Job
metadata: { name: migrate }
spec:
  template:
    metadata: { labels: { app: web, job: migrate } }
    spec: { restartPolicy: Never, containers: [{ name: web, image: web }] }
`,
  check(world, report) {
    const selectors = selectorsByName(world);
    for (const { object, namespace } of world.thingsOf('HorizontalPodAutoscaler')) {
      if (groupOf(object.apiVersion) !== 'autoscaling' || !asksPods(object)) continue;
      const target = targetOf(object, namespace, selectors);
      const others = target === undefined ? [] : othersOf(world, target);
      if (target !== undefined && others.length > 0) report(told(world, object, target, others));
    }
  },
};
