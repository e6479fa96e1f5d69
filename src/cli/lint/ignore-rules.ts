import type { Rule } from '../../manifests.ts';

/** A rule about what is said to ignore findings, which is no selector, and so none of the library's. */
export type IgnoreRule = Omit<Rule, 'check'>;

const OVERLAPPING = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec: { containers: [{ name: web, image: web }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
`;

const SELECTOR = `  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec: { containers: [{ name: api, image: api }] }
`;

export const ignoreWithoutReason: IgnoreRule = {
  id: 'ignore-without-reason',
  severity: 'warning',
  isOn: true,
  title: 'A finding is to be ignored, and it is not said why',
  help:
    'Whoever reads the manifest next cannot tell whether the reason still holds, or whether there was one. Without a reason ' +
    'nothing is ignored. It stands after the rules and a colon, in a comment as in an annotation.',
  bad: `${OVERLAPPING}  # labelwise-ignore overlapping-controllers\n${SELECTOR}`,
  good: `${OVERLAPPING}  # labelwise-ignore overlapping-controllers: both are gone with the next release\n${SELECTOR}`,
};

export const unusedIgnore: IgnoreRule = {
  id: 'unused-ignore',
  severity: 'advice',
  isOn: true,
  title: 'A finding is to be ignored that is not there',
  help:
    'What was to be ignored has been mended, or the comment does not stand on the line of the finding or before it, or the ' +
    'rule is misspelt. What is left would hide the next mistake of its kind. Where not everything is read that is applied ' +
    'together, a finding between objects may be missing for that reason.',
  bad: `# labelwise-ignore overlapping-controllers: there were two once
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec: { containers: [{ name: web, image: web }] }
`,
  good: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec: { containers: [{ name: web, image: web }] }
`,
};

/** Both, in the order that they are listed. */
export const IGNORE_RULES: readonly IgnoreRule[] = [ignoreWithoutReason, unusedIgnore];
