import { nearest } from '../../text/nearest.ts';
import { listed } from '../listed.ts';
import { monitoredKind, monitoredPorts, portsMonitored } from '../monitored.ts';
import { objectTitle } from '../object-title.ts';
import { placeholderDoubt } from '../placeholder.ts';
import type { Rule } from '../rule.ts';

/** What ports there are instead, as a clause. */
function portsText(names: ReadonlySet<string>): string {
  const named = [...names].filter((name) => name !== '').sort();
  return named.length === 0 ? 'their ports have no names' : `they have ${listed(named.slice(0, 6))}`;
}

/** Why a port may have another name once it is applied. */
function filledInDoubt(names: readonly string[]): string | undefined {
  return names.map(placeholderDoubt).find((doubt) => doubt !== undefined);
}

export const monitorPortMissing: Rule = {
  id: 'monitor-port-missing',
  severity: 'warning',
  isOn: true,
  title: 'A monitor asks for a port that nothing it selects has',
  help:
    'The port of an endpoint is a name: of a port of the Service in a ServiceMonitor, and of a port of a container in a ' +
    'PodMonitor. Where nothing that is selected has a port of this name, nothing is scraped, and nothing says so.',
  bad: `apiVersion: monitoring.coreos.com/v1
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
  ports: [{ name: http-metrics, port: 9090 }]
`,
  good: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: http-metrics }]
---
apiVersion: v1
kind: Service
metadata: { name: web, labels: { app: web } }
spec:
  ports: [{ name: http-metrics, port: 9090 }]
`,
  check(world, report) {
    for (const placed of world.claimsOf('scrapes')) {
      const kind = monitoredKind(placed);
      if (kind === undefined) continue;
      const names = portsMonitored(world, placed);
      if (names === undefined) continue;
      for (const { name, path } of monitoredPorts(placed)) {
        if (names.has(name)) continue;
        const near = nearest(name, names);
        const what = kind === 'Service' ? 'no Service' : 'no container of the pods';
        // Whoever reads parts of a cluster only may not have read the one Service that has it.
        const doubt = world.unseen.objects ?? filledInDoubt([name, ...names]);
        report({
          place: { object: placed.object, path },
          ...(doubt === undefined ? { verdict: 'definite' } : { verdict: 'unknown', doubt }),
          message: `${what} that ${objectTitle(placed.object)} selects has a port named ${name}: ${portsText(names)}`,
          ...(near !== undefined && { mend: `"${near}" is probably meant` }),
        });
      }
    }
  },
};
