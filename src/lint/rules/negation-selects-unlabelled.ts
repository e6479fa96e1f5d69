import { conjunctionOf } from '../../constraint/conjunction.ts';
import { NODE_NAME_KEY } from '../../labels/node-name.ts';
import { NAMESPACE_NAME_KEY } from '../../manifests/subject.ts';
import { podsTitle } from '../pods-title.ts';
import { requirementText } from '../requirement-text.ts';
import type { Rule } from '../rule.ts';
import { selectedNoun } from '../selected-noun.ts';
import type { PlacedClaim, World } from '../world.ts';
import { type PlacedRequirement, writtenSelectors } from '../written-selector.ts';

/** Labels that everything has which a selector could ask for them. */
const ALWAYS_THERE: ReadonlySet<string> = new Set([
  NAMESPACE_NAME_KEY,
  NODE_NAME_KEY,
  'kubernetes.io/hostname',
  'kubernetes.io/os',
  'kubernetes.io/arch',
]);

/** The exclusions of values among requirements, whose keys may be absent. */
function negations(requirements: readonly PlacedRequirement[]): readonly PlacedRequirement[] {
  const conjunction = conjunctionOf(requirements.map(({ requirement }) => requirement)) ?? [];
  const optional = new Set(conjunction.flatMap(({ key, absent }) => (absent ? [key] : [])));
  return requirements.filter(
    ({ requirement: { key, operator } }) =>
      operator === 'notin' && optional.has(key) && !ALWAYS_THERE.has(key),
  );
}

/** Pods that were read which a claim selects without a label. */
function unlabelled(placed: PlacedClaim, key: string, world: World): string | undefined {
  const workload = world
    .podsOf(placed)
    .certain.find(({ pods }) => !pods.labels.has(key) && !pods.open.has(key));
  return workload === undefined ? undefined : podsTitle(workload.object);
}

export const negationSelectsUnlabelled: Rule = {
  id: 'negation-selects-unlabelled',
  severity: 'advice',
  isOn: false,
  title: 'NotIn also selects what does not have the label',
  help:
    'In Kubernetes, unlike in SQL, NotIn holds where the label is absent. Where only what has the label is meant, it takes an ' +
    'Exists beside it.',
  bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec:
  podSelector:
    matchExpressions:
      - { key: tier, operator: NotIn, values: [cache] }
`,
  good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec:
  podSelector:
    matchExpressions:
      - { key: tier, operator: Exists }
      - { key: tier, operator: NotIn, values: [cache] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { tier: web } }
  template:
    metadata: { labels: { tier: web } }
    spec: { containers: [{ name: web, image: web }] }
`,
  check(world, report) {
    for (const placed of world.claims) {
      const { object, claim } = placed;
      for (const { alternatives, isOfNamespaces } of writtenSelectors(placed)) {
        const noun = isOfNamespaces ? 'namespace' : selectedNoun(claim);
        for (const { requirement, path } of alternatives.flatMap(({ requirements }) =>
          negations(requirements),
        )) {
          const example = isOfNamespaces ? undefined : unlabelled(placed, requirement.key, world);
          const such = example === undefined ? '' : `, such as ${example}`;
          report({
            place: { object, path, part: 'key' },
            verdict: example === undefined ? 'possible' : 'definite',
            message: `${requirementText(requirement)} also selects what has no label ${requirement.key}${such}`,
            mend: `add ${requirement.key} Exists where only what has the label is meant`,
            ...(example === undefined && {
              doubt: `no ${noun} without the label was read that it selects`,
            }),
          });
        }
      }
    }
  },
};
