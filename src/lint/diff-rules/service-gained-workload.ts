import type { DiffRule } from '../diff-rule.ts';
import { gainRule } from './gain.ts';

export const serviceGainedWorkload: DiffRule = gainRule({
  id: 'service-gained-workload',
  severity: 'warning',
  claims: ['routes-traffic'],
  countsNew: true,
  title: 'A Service selects another workload as well',
  help:
    'After the change the Service sends part of its traffic to pods of a workload that it did not send ' +
    'any to, beside those that it did. Where these answer something else, part of the requests fail. A ' +
    'new workload beside the one that was selected may be a canary, and a selector that was changed may ' +
    'be meant to select more: of these it is only said that it is possible.',
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
apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api, tier: back } }
    spec: { containers: [{ name: api, image: api }] }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { tier: front }, ports: [{ name: http, port: 80 }] }
`,
    after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec: { containers: [{ name: web, image: web }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api, tier: front } }
    spec: { containers: [{ name: api, image: api }] }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { tier: front }, ports: [{ name: http, port: 80 }] }
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
apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api, tier: back } }
    spec: { containers: [{ name: api, image: api }] }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { tier: front }, ports: [{ name: http, port: 80 }] }
`,
    after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, tier: front } }
    spec: { containers: [{ name: web, image: web }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api, tier: front } }
    spec: { containers: [{ name: api, image: api }] }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web, tier: front }, ports: [{ name: http, port: 80 }] }
`,
  },
});
