import { NothingSelectedFindings } from '../nothing-selected-finding.ts';
import { objectTitle } from '../object-title.ts';
import type { Rule } from '../rule.ts';

export const budgetSelectsNothing: Rule = {
  id: 'budget-selects-nothing',
  severity: 'warning',
  isOn: true,
  title: 'A PodDisruptionBudget selects no pods',
  help:
    'A PodDisruptionBudget keeps so many of the pods that it selects from being evicted at once, as when nodes are drained ' +
    'for an upgrade. One that selects no pods is accepted and protects nothing, which shows when all replicas are evicted at ' +
    'the same time.',
  bad: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  minAvailable: 1
  selector: { matchLabels: { app: webs } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: web }] }
`,
  good: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  minAvailable: 1
  selector: { matchLabels: { app: web } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: web }] }
`,
  check(world, report) {
    const findings = new NothingSelectedFindings(world);
    for (const placed of world.claimsOf('budgets-evictions')) {
      // An empty selector is for whatever pods there will be.
      if (placed.claim.selector.alternatives[0]?.length === 0) continue;
      const finding = findings.of(placed, {
        clause: `${objectTitle(placed.object)} selects no pods`,
        effect: 'so that it protects none when nodes are drained',
        namesake: placed.object.name,
        elsewhere: 'a PodDisruptionBudget selects in its own',
      });
      if (finding !== undefined) report(finding);
    }
  },
};
