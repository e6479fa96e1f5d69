import { findOverlaps } from '../../algebra/find-overlaps.ts';
import { answerOf, selectionBy } from '../../manifests/selection.ts';
import { labelsText } from '../labels-text.ts';
import { objectTitle } from '../object-title.ts';
import type { Rule } from '../rule.ts';
import type { PlacedClaim, World } from '../world.ts';

/** Whether the pods that one controller makes are selected by another's selector, as they are now. */
function takesPodsOf(taker: PlacedClaim, maker: PlacedClaim, world: World): boolean {
  return world.workloads.some(
    ({ object, pods }) =>
      object === maker.object &&
      answerOf(selectionBy(taker.claim, taker.namespace, pods, world.labelsOf)) === 'yes',
  );
}

export const overlappingControllers: Rule = {
  id: 'overlapping-controllers',
  severity: 'error',
  isOn: true,
  title: 'Two controllers select the same pods',
  help:
    'Controllers of one namespace must not have selectors that match one pod: each counts the pods of the other as its own, ' +
    'and they scale against each other, or delete what the other makes. Kubernetes does not check this.',
  bad: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop, tier: web } }
    spec: { containers: [{ name: web, image: web }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop, tier: api } }
    spec: { containers: [{ name: api, image: api }] }
`,
  good: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: shop, tier: web } }
  template:
    metadata: { labels: { app: shop, tier: web } }
    spec: { containers: [{ name: web, image: web }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  selector: { matchLabels: { app: shop, tier: api } }
  template:
    metadata: { labels: { app: shop, tier: api } }
    spec: { containers: [{ name: api, image: api }] }
`,
  check(world, report) {
    const controllers = world.claimsOf('controls');
    const selectors = controllers.map(({ claim }) => claim.selector);
    const namespaces = controllers.map(({ namespace }) => namespace);
    for (const overlap of findOverlaps(selectors, { namespaces })) {
      const first = controllers[overlap.first] as PlacedClaim;
      const second = controllers[overlap.second] as PlacedClaim;
      if (first.object === second.object) continue;
      const isNow = takesPodsOf(first, second, world) || takesPodsOf(second, first, world);
      // Selectors on different keys meet in a pod that nobody makes: that is no mistake yet.
      if (!isNow) continue;
      report({
        place: { object: second.object, path: second.claim.path, part: 'key' },
        verdict: 'definite',
        message: `the selector also selects pods of ${objectTitle(first.object)}: both select ${labelsText(overlap.witness)}`,
        related: [
          {
            place: { object: first.object, path: first.claim.path, part: 'key' },
            message: 'the other selector',
          },
        ],
      });
    }
  },
};
