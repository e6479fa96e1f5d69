import { clashIn, clashPlaces, clashText } from '../clash.ts';
import { nodeClashes } from '../node-clash.ts';
import { podsTitle } from '../pods-title.ts';
import type { Rule } from '../rule.ts';
import { selectedNoun } from '../selected-noun.ts';
import type { PlacedClaim, World } from '../world.ts';
import { type WrittenSelector, writtenSelectors } from '../written-selector.ts';

type Report = Parameters<Rule['check']>[1];

/** What follows where no term is left that anything can match. */
function consequence({ claim, object }: PlacedClaim): string {
  return claim.kind === 'schedules-onto'
    ? `, and no term is left: ${podsTitle(object)} can be scheduled nowhere`
    : ', and no term is left';
}

function reportSelector(placed: PlacedClaim, selector: WrittenSelector, report: Report): void {
  const noun = selector.isOfNamespaces ? 'namespace' : selectedNoun(placed.claim);
  // What is empty may select nothing too, and is no contradiction.
  const clashes = selector.alternatives
    .filter(({ requirements }) => requirements.length > 0)
    .map(({ requirements }) => clashIn(requirements));
  const isOfTerms = clashes.length > 1;
  const isAll = clashes.every((clash) => clash !== undefined);
  for (const clash of clashes) {
    if (clash === undefined) continue;
    report({
      ...clashPlaces(placed, clash),
      verdict: 'definite',
      message: `no ${noun} can match this ${isOfTerms ? 'term' : 'selector'}: ${clashText(clash)}${isAll && isOfTerms ? consequence(placed) : ''}`,
      ...(clash.length > 1 && {
        mend: 'keep one of them, or use one In with several values where any of them will do',
      }),
    });
  }
}

/** A nodeSelector and a node affinity, each of which may be right alone. */
function reportNodes(world: World, report: Report): void {
  for (const { placed, clash } of nodeClashes(world)) {
    report({
      ...clashPlaces(placed, clash),
      verdict: 'definite',
      message: `no node can match both the nodeSelector and the node affinity: ${clashText(clash)}, and ${podsTitle(placed.object)} can be scheduled nowhere`,
      mend: 'leave one of them out: both must hold',
    });
  }
}

export const contradiction: Rule = {
  id: 'contradiction',
  severity: 'error',
  isOn: true,
  title: 'A selector contradicts itself',
  help:
    'All requirements of a selector must hold at once, and these cannot: whatever labels there are, nothing is ever selected. ' +
    'Kubernetes takes such a selector without a word. To select by one value or another, name both in one In.',
  bad: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  minAvailable: 1
  selector:
    matchExpressions:
      - { key: app, operator: In, values: [web] }
      - { key: app, operator: In, values: [api] }
`,
  good: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  minAvailable: 1
  selector:
    matchExpressions:
      - { key: app, operator: In, values: [web, api] }
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
    for (const placed of world.claims) {
      for (const selector of writtenSelectors(placed)) reportSelector(placed, selector, report);
    }
    reportNodes(world, report);
  },
};
