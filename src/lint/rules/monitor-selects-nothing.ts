import { formatSelector } from '../../selector/format-selector.ts';
import { selectsApiServer } from '../api-server-service.ts';
import { monitoredKind } from '../monitored.ts';
import { nothingSelected } from '../nothing-selected.ts';
import { objectTitle } from '../object-title.ts';
import type { Rule } from '../rule.ts';

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
    for (const placed of world.claimsOf('scrapes')) {
      const { object, claim } = placed;
      const kind = monitoredKind(placed);
      if (kind === undefined || claim.selector.alternatives[0]?.length === 0) continue;
      if (kind === 'Service' && selectsApiServer(placed)) continue;
      const idle = nothingSelected(world, placed, kind);
      if (idle === undefined) continue;
      const noun = kind === 'Service' ? 'Service' : 'workload';
      const read = idle.verdict === 'definite' ? '' : ' that was read';
      report({
        place: { object, path: claim.path, part: 'key' },
        ...idle,
        message: `${objectTitle(object)} scrapes nothing: no ${noun} in its namespaces${read} has ${formatSelector(claim.selector)}`,
        ...(kind === 'Service' && { mend: 'select the labels in the metadata of the Service itself' }),
      });
    }
  },
};
