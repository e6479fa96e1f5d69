import { NothingSelectedFindings } from '../nothing-selected-finding.ts';
import { selectsOwnPods, workloadsOfClaims } from '../own-pods.ts';
import { podsTitle } from '../pods-title.ts';
import type { Rule } from '../rule.ts';

/** What each kind of affinity to pods comes to where there are no such pods. */
const KINDS = [
  {
    kind: 'attracted-to',
    verb: 'must be near pods that there are not',
    effect: 'so that they cannot be scheduled',
  },
  { kind: 'kept-from', verb: 'are kept away from no pods', effect: 'so that this keeps nothing apart' },
  { kind: 'prefers-near', verb: 'prefer to be near no pods', effect: 'so that this does nothing' },
  {
    kind: 'prefers-away',
    verb: 'prefer to be away from no pods',
    effect: 'so that this keeps nothing apart',
  },
] as const;

export const affinitySelectsNothing: Rule = {
  id: 'affinity-selects-nothing',
  severity: 'warning',
  isOn: true,
  title: 'An affinity to pods selects no pods',
  help:
    'An affinity that selects no pods does nothing, or, where it is required, keeps the pod from being scheduled at all. Of ' +
    'an anti-affinity that is meant to keep replicas apart, it is most often that the labels of the pods were changed, and ' +
    'those in the affinity were not.',
  bad: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: kubernetes.io/hostname
              labelSelector: { matchLabels: { app: webs } }
      containers: [{ name: web, image: web }]
`,
  good: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: kubernetes.io/hostname
              labelSelector: { matchLabels: { app: web } }
      containers: [{ name: web, image: web }]
`,
  check(world, report) {
    const workloadOfClaim = workloadsOfClaims(world);
    const findings = new NothingSelectedFindings(world);
    for (const { kind, verb, effect } of KINDS) {
      for (const placed of world.claimsOf(kind)) {
        const { claim, object } = placed;
        if (!claim.isWritten || claim.selector.alternatives[0]?.length === 0) continue;
        const own = workloadOfClaim(placed);
        // Its own pods count, and of a required one the first pod may be placed all the same.
        if (own === undefined || selectsOwnPods(placed, own) !== 'no') continue;
        const finding = findings.of(placed, {
          clause: `${podsTitle(object)} ${verb}`,
          effect,
          // What pods keep away from is mostly their like; what they are to be near is something else.
          namesake: kind === 'kept-from' || kind === 'prefers-away' ? object.name : undefined,
          elsewhere: 'without namespaces, an affinity looks in its own',
          doubt: 'what it is about may be applied by others',
        });
        if (finding !== undefined) report(finding);
      }
    }
  },
};
