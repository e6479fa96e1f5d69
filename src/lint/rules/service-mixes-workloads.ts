import type { FindingParts, RelatedPlace } from '../finding.ts';
import { listed } from '../listed.ts';
import { objectTitle } from '../object-title.ts';
import { ownLabel } from '../own-label.ts';
import type { Rule } from '../rule.ts';
import { isHeadless } from '../service.ts';
import { type Strangers, strangersOf } from '../strangers.ts';
import { TrafficFinder } from '../traffic.ts';
import type { Workload } from '../workload.ts';
import type { PlacedClaim } from '../world.ts';

function named(workloads: readonly Workload[]): string {
  return listed(workloads.map(({ object }) => objectTitle(object)));
}

function labelsOf({ object, template }: Workload): RelatedPlace {
  return {
    place: { object, path: [...template.path, 'metadata', 'labels'], part: 'key' },
    message: `the labels of the pods of ${objectTitle(object)}`,
  };
}

function told({ object, claim }: PlacedClaim, { host, strangers, why, doubt }: Strangers): FindingParts {
  const label = ownLabel(host, strangers);
  return {
    place: { object, path: claim.path, part: 'key' },
    verdict: doubt === undefined ? 'definite' : 'possible',
    ...(doubt !== undefined && { doubt }),
    message: `${objectTitle(object)} routes traffic to ${named([host])} and also to ${named(strangers)}, ${why}`,
    mend:
      label === undefined
        ? `give the pods of ${objectTitle(host.object)} a label that the others do not have, and select by it`
        : `add ${label}, which the pods of ${named(strangers)} do not have, to the selector`,
    related: [host, ...strangers.slice(0, 2)].map(labelsOf),
  };
}

export const serviceMixesWorkloads: Rule = {
  id: 'service-mixes-workloads',
  severity: 'warning',
  isOn: true,
  title: 'A Service sends traffic to workloads that are not the same',
  help:
    'A Service sends requests to all pods that have the labels of its selector, whatever made them. Where the selector asks for ' +
    'too little, the pods of a Job, of another application or of another part of one get a share of the requests, which fail ' +
    'at random. Copies of one application are meant: canaries, shards, blue and green. So are headless Services, and pods ' +
    'without the port that a Service names get nothing.',
  bad: `apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: shop }
  ports: [{ port: 80, targetPort: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: shop, job: web } }
  template:
    metadata: { labels: { app: shop, job: web } }
    spec: { containers: [{ name: web, image: web, ports: [{ containerPort: 8080 }] }] }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: report }
spec:
  schedule: "0 4 * * *"
  jobTemplate:
    spec:
      template:
        metadata: { labels: { app: shop, job: report } }
        spec: { restartPolicy: Never, containers: [{ name: report, image: report }] }
`,
  good: `apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: shop, job: web }
  ports: [{ port: 80, targetPort: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: shop, job: web } }
  template:
    metadata: { labels: { app: shop, job: web } }
    spec: { containers: [{ name: web, image: web, ports: [{ containerPort: 8080 }] }] }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: report }
spec:
  schedule: "0 4 * * *"
  jobTemplate:
    spec:
      template:
        metadata: { labels: { app: shop, job: report } }
        spec: { restartPolicy: Never, containers: [{ name: report, image: report }] }
`,
  check(world, report) {
    const traffic = new TrafficFinder(world);
    for (const placed of world.claimsOf('routes-traffic')) {
      if (isHeadless(placed.object)) continue;
      const found = strangersOf(placed, traffic.of(placed));
      if (found !== undefined) report(told(placed, found));
    }
  },
};
