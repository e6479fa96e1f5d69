import type { Registry } from '../../manifests/registry.ts';
import { blankSelectors } from '../blank-selectors.ts';
import { hasMadeEndpoints } from '../made-endpoints.ts';
import { objectTitle } from '../object-title.ts';
import { patchDoubts } from '../patch-doubt.ts';
import type { Rule } from '../rule.ts';
import type { PlacedClaim } from '../world.ts';

/** Why something that is missing may be put in by whoever reads the object. */
function doubtOfKind({ object }: PlacedClaim, registry: Registry): string | undefined {
  return registry(object.apiVersion, object.kind) === undefined
    ? `${objectTitle(object)} is of a kind that is not known here, and its controller may put a selector in`
    : undefined;
}

export const nullSelector: Rule = {
  id: 'null-selector',
  severity: 'warning',
  isOn: true,
  title: 'A selector that says nothing means something else than it looks like',
  help:
    'What null, a field that is left out, and {} select differs from field to field: a PodDisruptionBudget without a selector ' +
    'protects no pods, a NetworkPolicy without one applies to all, and a term of an affinity without one is about none. A name ' +
    'with nothing behind it is null too: it is what is left when the labels below it are commented out.',
  bad: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  minAvailable: 1
  selector:
  #  matchLabels: { app: web }
`,
  good: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  minAvailable: 1
  selector:
    matchLabels: { app: web }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: web }] }
`,
  check(world, report) {
    const patchDoubt = patchDoubts(world);
    for (const placed of world.claims) {
      for (const { isMissing, ...parts } of blankSelectors(placed)) {
        if (placed.claim.kind === 'routes-traffic' && hasMadeEndpoints(placed, world)) continue;
        const doubt = isMissing ? patchDoubt(placed.object) : undefined;
        const operatorDoubt = isMissing ? doubtOfKind(placed, world.registry) : undefined;
        if (operatorDoubt !== undefined) report({ ...parts, verdict: 'unknown', doubt: operatorDoubt });
        else if (doubt !== undefined) report({ ...parts, verdict: 'possible', doubt });
        else report({ ...parts, verdict: 'definite' });
      }
    }
  },
};
