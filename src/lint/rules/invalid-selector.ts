import { misreadingKind } from '../misreading-kind.ts';
import type { Rule } from '../rule.ts';
import { selectorFix } from '../selector-fix.ts';
import { subsetsIn } from '../subsets.ts';
import { toldMisreading } from '../told-misreading.ts';

export const invalidSelector: Rule = {
  id: 'invalid-selector',
  severity: 'error',
  isOn: true,
  title: 'A selector is not valid',
  help:
    'The API server refuses it, or a controller cannot read it: an operator that there is not, a value that no label can have, a ' +
    'number without quotes, labels where a LabelSelector belongs. In custom resources it is often taken, and fails later.',
  bad: `apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector:
    matchLabels: { app: web }
  ports: [{ port: 80 }]
`,
  good: `apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: web }
  ports: [{ port: 80 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: web, ports: [{ containerPort: 80 }] }] }
`,
  check(world, report) {
    for (const misreading of [...world.misreadings, ...subsetsIn(world).misreadings]) {
      if (misreadingKind(misreading.finding) !== 'selector') continue;
      report(toldMisreading(misreading, selectorFix(misreading)));
    }
  },
};
