import { isJsonObject, memberOf } from '../../manifests/places.ts';
import type { FindingParts } from '../finding.ts';
import { misreadingKind } from '../misreading-kind.ts';
import { patchDoubts } from '../patch-doubt.ts';
import type { Rule } from '../rule.ts';
import { toldMisreading } from '../told-misreading.ts';
import { valueAt } from '../value-at.ts';
import type { PlacedClaim } from '../world.ts';

/** A NodeSelector without any term, which the API server refuses. */
function withoutTerms({ object, claim }: PlacedClaim): FindingParts | undefined {
  const value = claim.isWritten ? valueAt(object.content, claim.path) : undefined;
  // Elsewhere it is a map of labels, or what a description says.
  if (!isJsonObject(value) || claim.path.at(-2) !== 'nodeAffinity') return undefined;
  const terms = memberOf(value, 'nodeSelectorTerms');
  if (Array.isArray(terms) && terms.length > 0) return undefined;
  return {
    place: { object, path: claim.path, part: 'key' },
    verdict: 'definite',
    message: `the node selector has no term, and the API server refuses a ${object.kind} with such a one`,
    mend: 'name the labels of nodes in a term, or leave the node selector out',
  };
}

export const requiredSelector: Rule = {
  id: 'required-selector',
  severity: 'error',
  isOn: true,
  title: 'A selector is missing or empty where there must be one',
  help:
    'The API server refuses the object. Workloads of apps/v1 have no selector by default, as those of earlier versions had: they ' +
    'name the labels of their pods themselves. So do Jobs with manualSelector, and each peer of a NetworkPolicy says who it is.',
  bad: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  template:
    metadata: { labels: { app: web } }
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
    const patchDoubt = patchDoubts(world);
    for (const misreading of world.misreadings) {
      if (misreadingKind(misreading.finding) !== 'required') continue;
      const doubt = patchDoubt(misreading.object);
      const told = toldMisreading(misreading);
      const parts = { ...told, place: { ...told.place, part: 'key' as const } };
      report(doubt === undefined ? parts : { ...parts, verdict: 'possible', doubt });
    }
    for (const kind of ['schedules-onto', 'reachable-from'] as const) {
      for (const placed of world.claimsOf(kind)) {
        const found = withoutTerms(placed);
        if (found !== undefined) report(found);
      }
    }
  },
};
