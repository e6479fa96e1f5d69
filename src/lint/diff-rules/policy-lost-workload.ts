import type { DiffRule } from '../diff-rule.ts';
import { lossRule } from './loss.ts';

export const policyLostWorkload: DiffRule = lossRule({
  id: 'policy-lost-workload',
  severity: 'warning',
  claims: ['applies-policy'],
  title: 'A NetworkPolicy no longer applies to a workload',
  help:
    'Before the change the policy limited the traffic of the pods of a workload, and after it does not. ' +
    'Pods to which no policy applies take all traffic from everywhere: what was closed is open, and ' +
    'nothing tells it.',
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
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec:
  podSelector: { matchLabels: { app: web, tier: front } }
  policyTypes: [Ingress]
  ingress: [{ ports: [{ port: 80 }] }]
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
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec:
  podSelector: { matchLabels: { app: web, tier: front } }
  policyTypes: [Ingress]
  ingress: [{ ports: [{ port: 80 }] }]
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
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec:
  podSelector: { matchLabels: { app: web, tier: front } }
  policyTypes: [Ingress]
  ingress: [{ ports: [{ port: 80 }] }]
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
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Ingress]
  ingress: [{ ports: [{ port: 80 }] }]
`,
  },
});
