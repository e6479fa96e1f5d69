import type { DiffRule } from '../diff-rule.ts';
import { lossRule } from './loss.ts';

export const monitorLostTarget: DiffRule = lossRule({
  id: 'monitor-lost-target',
  severity: 'warning',
  claims: ['scrapes', 'reads'],
  title: 'Monitoring no longer selects something',
  help:
    'Before the change a ServiceMonitor, PodMonitor or Probe selected what is scraped, or a Prometheus, ' +
    'ThanosRuler or Alertmanager selected what it reads its configuration from, and after it does not. ' +
    'Metrics and alerts end without an error, and alerts on what is missing often do, too.',
  bad: {
    before: `apiVersion: v1
kind: Service
metadata: { name: web, labels: { app: web } }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: http }]
`,
    after: `apiVersion: v1
kind: Service
metadata: { name: web, labels: { name: web } }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: http }]
`,
  },
  good: {
    before: `apiVersion: v1
kind: Service
metadata: { name: web, labels: { app: web } }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  endpoints: [{ port: http }]
`,
    after: `apiVersion: v1
kind: Service
metadata: { name: web, labels: { name: web } }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web }
spec:
  selector: { matchLabels: { name: web } }
  endpoints: [{ port: http }]
`,
  },
});
