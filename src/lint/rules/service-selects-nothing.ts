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

/** What is expected of a Service that gives names to pods: those of a StatefulSet, or of nobody in particular. */
interface Purpose {
  readonly effect: string;
  /** Why it may be meant to select nothing; undefined where it is not. */
  readonly doubt?: string;
}

function purposeOf({ object, namespace }: PlacedClaim, governed: ReadonlyMap<string, string>): Purpose {
  if (!isHeadless(object)) return { effect: 'so that it has no endpoints' };
  const set = governed.get(`${namespace}/${object.name}`);
  return set === undefined
    ? { effect: 'so that its name leads nowhere', doubt: 'it is headless, and others may look after it' }
    : { effect: `so that the pods of ${set}, which names it, have no names in DNS` };
}

export const serviceSelectsNothing: Rule = {
  id: 'service-selects-nothing',
  severity: 'warning',
  isOn: true,
  title: 'A Service selects no pods',
  help:
    'A Service sends traffic to the pods of its namespace that have all labels of its selector. Where no pod has, it has no ' +
    'endpoints: connections are refused, and Kubernetes says nothing of it. It looks at the labels of pods, which stand in ' +
    'the templates of workloads, and not at those of the workloads themselves. Services without a selector are ' +
    'left out, and so are headless ones, unless a StatefulSet names them, or pods are there that are nearly selected.',
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
      const purpose = purposeOf(placed, governed);
      const finding = findings.of(placed, {
        ...purpose,
        clause: `${objectTitle(placed.object)} selects no pods`,
        namesake: placed.object.name,
        elsewhere: 'a Service selects in its own',
      });
      // Of a headless Service only what is nearly there tells that it is meant to select anything.
      if (finding !== undefined && (purpose.doubt === undefined || finding.verdict === 'definite'))
        report(finding);
    }
  },
};
