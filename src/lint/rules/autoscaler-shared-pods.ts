import { type Autoscaler, autoscalersIn } from '../autoscalers.ts';
import { isReleaseTest, isSuspended } from '../batch.ts';
import type { FindingParts } from '../finding.ts';
import { isImmutable } from '../immutable.ts';
import { listed } from '../listed.ts';
import { objectTitle } from '../object-title.ts';
import { ownLabel } from '../own-label.ts';
import { placeholderDoubt } from '../placeholder.ts';
import type { Rule } from '../rule.ts';
import { isSameObject } from '../same-object.ts';
import type { Workload } from '../workload.ts';
import { workloadsByObject } from '../workloads-by-object.ts';
import type { PlacedClaim, World } from '../world.ts';

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

/** As many workloads are looked at: nobody reads more names. */
const LOOKED_AT = 20;

/** The workload that an autoscaler scales, and its selector. */
interface Scaled {
  readonly placed: PlacedClaim;
  readonly own: Workload | undefined;
}

/** The workloads that the selector selects besides its own and that count, without those that another one made. */
function othersOf(world: World, { counts }: Autoscaler, { placed, own }: Scaled): readonly Workload[] {
  const others: Workload[] = [];
  for (const workload of world.podsOf(placed).certain) {
    if (workload.isOwned || isReleaseTest(workload.object) || isSuspended(workload.object)) continue;
    if (isSameObject(world, workload.object, placed.object) || !counts(own, workload)) continue;
    if (others.every(({ object }) => !isSameObject(world, object, workload.object))) others.push(workload);
    if (others.length === LOOKED_AT) break;
  }
  return others;
}

function told(
  world: World,
  { object, target, verb, by }: Autoscaler,
  { placed, own }: Scaled,
  others: readonly Workload[],
): FindingParts {
  const doubt = placeholderDoubt(target.name);
  const label = own && ownLabel(own, others);
  const title = objectTitle(placed.object);
  const anew = isImmutable(placed, world.registry) ? '; it cannot be changed, so create it anew' : '';
  const names = listed(others.map((other) => objectTitle(other.object)));
  return {
    place: { object, path: target.path },
    ...(doubt === undefined ? { verdict: 'definite' } : { verdict: 'unknown', doubt }),
    message: `${objectTitle(object)} ${verb} ${title} by ${by} of all pods that its selector selects, and those of ${names} are among them`,
    mend:
      label === undefined
        ? `give the pods of ${title} a label that the others do not have, and let its selector ask for it`
        : `let the selector of ${title} ask for ${label}, which the others do not have${anew}`,
    related: [
      {
        place: { object: placed.object, path: placed.claim.path, part: 'key' },
        message: `the selector of ${title}`,
      },
      ...others.slice(0, 2).map((other) => ({
        place: {
          object: other.object,
          path: [...other.template.path, 'metadata', 'labels'],
          part: 'key' as const,
        },
        message: `the labels of the pods of ${objectTitle(other.object)}`,
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
    'loaded, busy ones make it large when it is not, and pods of Jobs that have ended have no metrics at all. So does a ' +
    'ScaledObject of KEDA with triggers for CPU and memory. A VerticalPodAutoscaler adds up what containers of one name use, ' +
    'in all of these pods.',
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
    const workloads = workloadsByObject(world.workloads);
    for (const autoscaler of autoscalersIn(world)) {
      const { kind, name } = autoscaler.target;
      const placed = selectors.get(JSON.stringify([autoscaler.namespace, kind, name]));
      if (placed === undefined) continue;
      const scaled = { placed, own: workloads.get(placed.object)?.[0] };
      const others = othersOf(world, autoscaler, scaled);
      if (others.length > 0) report(told(world, autoscaler, scaled, others));
    }
  },
};
