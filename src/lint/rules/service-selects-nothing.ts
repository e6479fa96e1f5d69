import { isJsonObject, memberOf } from '../../manifests/places.ts';
import { NothingSelectedFindings } from '../nothing-selected-finding.ts';
import { objectTitle } from '../object-title.ts';
import type { Rule } from '../rule.ts';
import { isHeadless } from '../service.ts';
import type { PlacedClaim, World } from '../world.ts';

/** The StatefulSets by the Services that give names to their pods: namespace and name of the Service. */
function governedBy(world: World): ReadonlyMap<string, string> {
  const governed = new Map<string, string>();
  for (const { object, namespace } of world.thingsOf('StatefulSet')) {
    const spec = memberOf(object.content, 'spec');
    const name = isJsonObject(spec) ? memberOf(spec, 'serviceName') : undefined;
    if (typeof name === 'string') governed.set(`${namespace}/${name}`, objectTitle(object));
  }
  return governed;
}

/** What follows for those that wait for the Service; undefined where it need not select anything. */
function effectOf(
  { object, namespace }: PlacedClaim,
  governed: ReadonlyMap<string, string>,
): string | undefined {
  if (!isHeadless(object)) return 'so that it has no endpoints';
  const set = governed.get(`${namespace}/${object.name}`);
  return set === undefined ? undefined : `so that the pods of ${set}, which names it, have no names in DNS`;
}

export const serviceSelectsNothing: Rule = {
  id: 'service-selects-nothing',
  severity: 'warning',
  isOn: true,
  title: 'A Service selects no pods',
  help:
    'A Service sends traffic to the pods of its namespace that have all labels of its selector. Where no pod has, it has no ' +
    'endpoints: connections are refused, and Kubernetes says nothing of it. It looks at the labels of pods, which stand in ' +
    'the templates of workloads, and not at those of the workloads themselves. Services without a selector and headless ' +
    'ones are left out, but for those that a StatefulSet names.',
  bad: `apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: web, tier: frontend }
  ports: [{ port: 80 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec: { containers: [{ name: web, image: web }] }
`,
  good: `apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: web, tier: front }
  ports: [{ port: 80 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec: { containers: [{ name: web, image: web }] }
`,
  check(world, report) {
    const findings = new NothingSelectedFindings(world);
    const governed = governedBy(world);
    for (const placed of world.claimsOf('routes-traffic')) {
      const effect = effectOf(placed, governed);
      if (effect === undefined) continue;
      const clause = `${objectTitle(placed.object)} selects no pods`;
      const finding = findings.of(placed, {
        clause,
        effect,
        namesake: placed.object.name,
        elsewhere: 'a Service selects in its own',
      });
      if (finding !== undefined) report(finding);
    }
  },
};
