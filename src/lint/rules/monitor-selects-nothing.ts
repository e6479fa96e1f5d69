import type { FindingParts } from '../finding.ts';
import { madeServiceDoubt, madeServiceOf } from '../made-services.ts';
import { monitoredKind } from '../monitored.ts';
import { NothingSelectedFindings } from '../nothing-selected-finding.ts';
import { objectTitle } from '../object-title.ts';
import type { Rule } from '../rule.ts';
import { serviceOfPods } from '../service-of-pods.ts';
import type { PlacedClaim, World } from '../world.ts';

const OF_ITSELF = 'select the labels in the metadata of the Service itself';

/** What else to say of a selector of Services: most who are mistaken about it select the labels of pods. */
function serviceHint(
  world: World,
  placed: PlacedClaim,
  { verdict, fix, mend }: FindingParts,
): Pick<FindingParts, 'mend' | 'related'> {
  if (fix !== undefined || verdict === 'unknown') return {};
  const found = serviceOfPods(world, placed);
  if (found === undefined) return mend === undefined ? { mend: OF_ITSELF } : {};
  const { service, workload } = found;
  const title = objectTitle(service);
  return {
    mend: `the pods of ${objectTitle(workload.object)}, which ${title} selects, have these labels, and ${title} itself has not; ${OF_ITSELF}`,
    related: [
      {
        place: { object: service, path: ['metadata', 'labels'], part: 'key' },
        message: `the labels of ${title}`,
      },
    ],
  };
}

export const monitorSelectsNothing: Rule = {
  id: 'monitor-selects-nothing',
  severity: 'warning',
  isOn: true,
  title: 'A monitor selects nothing to scrape',
  help:
    'A ServiceMonitor selects Services by the labels of the Services themselves, not by their selectors and not by the labels ' +
    'of pods; a PodMonitor selects pods. One that selects nothing is accepted, and what it should watch is watched by nobody.',
  bad: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: metrics }]
---
apiVersion: v1
kind: Service
metadata: { name: web, labels: { app: webs } }
spec:
  ports: [{ name: metrics, port: 9090 }]
`,
  good: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: metrics }]
---
apiVersion: v1
kind: Service
metadata: { name: web, labels: { app: web } }
spec:
  ports: [{ name: metrics, port: 9090 }]
`,
  check(world, report) {
    const findings = new NothingSelectedFindings(world);
    for (const placed of world.claimsOf('scrapes')) {
      const { object, claim } = placed;
      const kind = monitoredKind(placed);
      if (kind === undefined || claim.selector.alternatives[0]?.length === 0) continue;
      const made = kind === 'Service' ? madeServiceOf(placed) : undefined;
      const doubt = made && madeServiceDoubt(made);
      if (made !== undefined && doubt === undefined) continue;
      const finding = findings.of(placed, {
        kind,
        clause: `${objectTitle(object)} selects no ${kind === 'Service' ? 'Services' : 'pods'}`,
        effect: 'so that it scrapes nothing',
        namesake: object.name,
        elsewhere: 'name that one under namespaceSelector',
      });
      if (finding === undefined) continue;
      if (doubt !== undefined) {
        report(finding.verdict === 'definite' ? { ...finding, verdict: 'possible', doubt } : finding);
        continue;
      }
      report({ ...finding, ...(kind === 'Service' && serviceHint(world, placed, finding)) });
    }
  },
};
