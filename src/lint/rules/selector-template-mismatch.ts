import { isSatisfiable } from '../../algebra/is-satisfiable.ts';
import type { Registry } from '../../manifests/registry.ts';
import { areInSameItems } from '../../manifests/same-items.ts';
import { selectsLabels } from '../../manifests/selection.ts';
import { hintFor } from '../../match/hint.ts';
import { inWords } from '../../selector/objects/known-fields.ts';
import type { FindingParts } from '../finding.ts';
import { objectTitle } from '../object-title.ts';
import { placeholderDoubt } from '../placeholder.ts';
import { requirementText } from '../requirement-text.ts';
import type { Rule } from '../rule.ts';
import type { Workload } from '../workload.ts';
import { workloadsByObject } from '../workloads-by-object.ts';
import type { PlacedClaim } from '../world.ts';
import { type PlacedRequirement, selectorOf, writtenSelectors } from '../written-selector.ts';

/** The requirements of a selector that the pods of a template do not satisfy, whatever is added to them. */
function missed({ claim, object, namespace }: PlacedClaim, { pods }: Workload): readonly PlacedRequirement[] {
  const [selector] = writtenSelectors({ claim, object, namespace });
  return (selector?.alternatives[0]?.requirements ?? []).filter(
    (one) => selectsLabels(selectorOf([one]), pods) === 'no',
  );
}

/** What the pods have instead: `the template has app=wbe, and no label tier`. */
function actual(misses: readonly PlacedRequirement[], { pods: { labels } }: Workload): string {
  const keys = [...new Set(misses.map(({ requirement }) => requirement.key))];
  const present = keys.flatMap((key) => {
    const value = labels.get(key);
    return value === undefined ? [] : [requirementText({ key, operator: '=', values: [value] })];
  });
  const absent = keys.filter((key) => !labels.has(key));
  const parts = [
    ...(present.length === 0 ? [] : [inWords(present)]),
    ...(absent.length === 0 ? [] : [`no label ${absent.join(' or ')}`]),
  ];
  return `the template has ${parts.join(', and ')}`;
}

function doubtOf(
  { object }: PlacedClaim,
  misses: readonly PlacedRequirement[],
  workload: Workload,
  registry: Registry,
): string | undefined {
  if (registry(object.apiVersion, object.kind) === undefined) {
    return `${objectTitle(object)} is of a kind that is not known here, and its controller may add labels to its pods`;
  }
  for (const { requirement } of misses) {
    const doubt = placeholderDoubt(workload.pods.labels.get(requirement.key) ?? '');
    if (doubt !== undefined) return doubt;
  }
  return undefined;
}

function told(
  placed: PlacedClaim,
  workload: Workload,
  misses: readonly [PlacedRequirement, ...PlacedRequirement[]],
  registry: Registry,
): FindingParts {
  const { object } = placed;
  const [first, ...others] = misses;
  const { labels } = workload.pods;
  const hint = hintFor(first.requirement, labels);
  const doubt = doubtOf(placed, misses, workload, registry);
  const wanted = inWords(misses.map(({ requirement }) => requirementText(requirement)));
  const found = actual(misses, workload);
  const inTemplate = [...workload.template.path, 'metadata', 'labels'];
  return {
    place: { object, path: first.path, part: 'key' },
    verdict: doubt === undefined ? 'definite' : 'unknown',
    message: `the selector does not select the pods of its own template: it wants ${wanted}, and ${found}${hint === undefined ? '' : `; ${hint}`}`,
    mend: 'make the selector and the labels of the template agree',
    ...(doubt !== undefined && { doubt }),
    related: [
      ...others.map(({ requirement, path }) => ({
        place: { object, path, part: 'key' as const },
        message: requirementText(requirement),
      })),
      labels.has(first.requirement.key)
        ? {
            place: { object, path: [...inTemplate, first.requirement.key] },
            message: 'the label of the template',
          }
        : { place: { object, path: inTemplate }, message: 'the labels of the template' },
    ],
  };
}

export const selectorTemplateMismatch: Rule = {
  id: 'selector-template-mismatch',
  severity: 'error',
  isOn: true,
  title: 'A workload does not select the pods that it makes',
  help:
    'The selector of a workload must select the pods of its template, and the API server refuses one that does not. A controller ' +
    'that did not find its own pods would make more and more of them.',
  bad: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: wbe } }
    spec: { containers: [{ name: web, image: web }] }
`,
  good: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: web }] }
`,
  check(world, report) {
    const workloads = workloadsByObject(world.workloads);
    for (const placed of world.claimsOf('controls')) {
      // What no pod can satisfy is a contradiction, and told as that.
      if (!isSatisfiable(placed.claim.selector)) continue;
      for (const workload of workloads.get(placed.object) ?? []) {
        if (!areInSameItems(placed.claim.path, workload.template.path)) continue;
        const [first, ...others] = missed(placed, workload);
        if (first !== undefined) report(told(placed, workload, [first, ...others], world.registry));
      }
    }
  },
};
