import { NothingSelectedFindings } from '../nothing-selected-finding.ts';
import { objectTitle } from '../object-title.ts';
import type { Rule } from '../rule.ts';
import { selectedKind } from '../selected-noun.ts';

export const policySelectsNothing: Rule = {
  id: 'policy-selects-nothing',
  severity: 'warning',
  isOn: true,
  title: 'A NetworkPolicy selects no pods',
  help:
    'A NetworkPolicy restricts the pods of its namespace that its podSelector selects. One that selects none is accepted and ' +
    'restricts nothing: what it was to protect stays open. A CiliumNetworkPolicy does ' +
    'the same by its endpointSelector, which is looked at as far as it asks for labels of pods. An empty selector selects all ' +
    'pods of the namespace, and is not meant here.',
  bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db }
spec:
  podSelector: { matchLabels: { app: database } }
  policyTypes: [Ingress]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec: { containers: [{ name: db, image: db }] }
`,
  good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db }
spec:
  podSelector: { matchLabels: { app: db } }
  policyTypes: [Ingress]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec: { containers: [{ name: db, image: db }] }
`,
  check(world, report) {
    const findings = new NothingSelectedFindings(world);
    for (const placed of world.claimsOf('applies-policy')) {
      // A policy for all pods is for whatever pods there will be.
      if (placed.claim.selector.alternatives[0]?.length === 0) continue;
      const kind = selectedKind(placed.claim);
      if (kind === undefined) continue;
      const finding = findings.of(placed, {
        kind,
        clause: `${objectTitle(placed.object)} selects no ${kind === 'Pod' ? 'pods' : kind}`,
        effect: 'so that it restricts nothing',
        namesake: placed.object.name,
        elsewhere: `a ${placed.object.kind} selects in its own`,
      });
      if (finding !== undefined) report(finding);
    }
  },
};
