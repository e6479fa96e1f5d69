import type { DiffRule } from '../diff-rule.ts';
import { lossRule } from './loss.ts';

export const serviceLostWorkload: DiffRule = lossRule({
  id: 'service-lost-workload',
  severity: 'warning',
  claims: ['routes-traffic'],
  title: 'A Service no longer selects a workload',
  help:
    'Before the change the Service sent traffic to the pods of a workload, and after it does not, though ' +
    'both are still there; or all that it selected is gone, and it selects nothing. Nothing refuses that: ' +
    'the Service just has fewer endpoints, or none. A Service whose own selector was changed, and that ' +
    'selects something else now, may be meant to.',
  bad: {
    before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec: { containers: [{ name: web, image: web }] }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web, tier: front }, ports: [{ name: http, port: 80 }] }
`,
    after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: back } }
    spec: { containers: [{ name: web, image: web }] }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web, tier: front }, ports: [{ name: http, port: 80 }] }
`,
  },
  good: {
    before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec: { containers: [{ name: web, image: web }] }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web, tier: front }, ports: [{ name: http, port: 80 }] }
`,
    after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: back } }
    spec: { containers: [{ name: web, image: web }] }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web, tier: back }, ports: [{ name: http, port: 80 }] }
`,
  },
});
