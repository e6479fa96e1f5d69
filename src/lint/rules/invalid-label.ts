import { checkLabelKey, isLabelKey } from '../../labels/key.ts';
import { checkLabelValue, isLabelValue } from '../../labels/value.ts';
import { type Finding, findingAt } from '../../manifests/finding.ts';
import { type LabelPlace, labelPlaces } from '../label-places.ts';
import { misreadingKind } from '../misreading-kind.ts';
import type { Rule } from '../rule.ts';
import { quoteFix, trimFix } from '../scalar-fix.ts';
import { toldMisreading } from '../told-misreading.ts';
import { workloadsByObject } from '../workloads-by-object.ts';

/** What is wrong with a key: that it is empty says all that there is to say. */
function keyFindings(key: string, path: Finding['path']): readonly Finding[] {
  const all = checkLabelKey(key);
  const told = all.filter(({ code }) => code === 'key-empty');
  return (told.length > 0 ? told : all).map(({ code, message, fixes = [] }) =>
    findingAt(path, code, [message, ...fixes.map(({ title }) => title)].join('; ')),
  );
}

function labelFindings({ path, labels }: LabelPlace): readonly Finding[] {
  return Object.entries(labels).flatMap(([key, value]) => {
    const at = [...path, key];
    const ofValue = checkLabelValue(value).map(({ code, message }) => findingAt(at, code, message));
    return [...keyFindings(key, at), ...ofValue];
  });
}

export const invalidLabel: Rule = {
  id: 'invalid-label',
  severity: 'error',
  isOn: true,
  title: 'A label is not valid',
  help:
    'The API server refuses the object. A value has at most 63 letters, digits, "-", "_" and ".", and a letter or digit at both ' +
    'ends: there is no room in it for a sentence, a path or a URL, which are annotations. Numbers and booleans need quotes.',
  bad: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web, owner: shop@example.com } }
    spec: { containers: [{ name: web, image: web }] }
`,
  good: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata:
      labels: { app: web, owner: shop }
      annotations: { contact: shop@example.com }
    spec: { containers: [{ name: web, image: web }] }
`,
  check(world, report) {
    const workloads = workloadsByObject(world.workloads);
    for (const object of world.objects) {
      for (const place of labelPlaces(object, workloads.get(object) ?? [])) {
        for (const finding of labelFindings(place)) {
          const misreading = { object, finding };
          const isOfKey = !finding.diagnostic.code.startsWith('value-');
          const fix = trimFix(misreading, isOfKey ? 'key' : 'value', isOfKey ? isLabelKey : isLabelValue);
          report(toldMisreading(misreading, fix));
        }
      }
    }
    for (const misreading of world.misreadings) {
      if (misreadingKind(misreading.finding) !== 'label') continue;
      report(toldMisreading(misreading, quoteFix(misreading)));
    }
  },
};
