import { formatSelector } from '../../selector/format-selector.ts';
import { NearMisses, nearMissPlace } from '../near-miss.ts';
import { missedPlace } from '../near-miss-fix.ts';
import { selectsOwnPods, workloadsOfClaims } from '../own-pods.ts';
import { podsTitle } from '../pods-title.ts';
import type { Rule } from '../rule.ts';

export const spreadMissesOwnPods: Rule = {
  id: 'spread-misses-own-pods',
  severity: 'warning',
  isOn: true,
  title: 'A spread constraint does not count the pods that it is for',
  help:
    'A topology spread constraint counts the pods that its labelSelector selects, and places the pod by that count. One that ' +
    'does not select the pods of its own template leaves them where they fall: all of them may be on one node or in one zone.',
  bad: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: DoNotSchedule
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
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: DoNotSchedule
          labelSelector: { matchLabels: { app: web } }
      containers: [{ name: web, image: web }]
`,
  check(world, report) {
    const workloadOfClaim = workloadsOfClaims(world);
    const nearMisses = new NearMisses();
    for (const placed of world.claimsOf('spreads-over')) {
      const { object, claim } = placed;
      // A selector that is not written, or contradicts itself, is another mistake.
      if (!claim.isWritten || claim.selector.alternatives.length === 0) continue;
      const own = workloadOfClaim(placed);
      if (own === undefined || selectsOwnPods(placed, own) !== 'no') continue;
      const near = nearMisses.of(placed, [own], object.name);
      // To keep away from what others have is possible, and then these are selected.
      const isForOthers = world.podsOf(placed).certain.some((workload) => workload.object !== object);
      report({
        place: (near && missedPlace(placed, near)) ?? { object, path: claim.path, part: 'key' },
        ...(isForOthers
          ? { verdict: 'possible', doubt: 'it counts the pods of other workloads, which may be meant' }
          : { verdict: 'definite' }),
        message: `the constraint counts pods with ${formatSelector(claim.selector)}, and ${podsTitle(object)} are none of them, so that it does not spread them`,
        ...(near !== undefined && {
          mend: `${near.text}; select a label that they have`,
          related: [{ place: nearMissPlace(near), message: 'the labels of its own pods' }],
        }),
      });
    }
  },
};
