import type { DiffOptions, LintFinding } from '../../../src/manifests.ts';
import { diffManifests, readManifests } from '../../../src/manifests.ts';

/** The findings of a change from one YAML text to another; what cannot be read of either is told to the rules. */
export async function diff(
  before: string,
  after: string,
  options: DiffOptions = {},
): Promise<readonly LintFinding[]> {
  const old = await readManifests(before, 'old.yaml');
  const now = await readManifests(after, 'new.yaml');
  const problems = { problems: now.problems, problemsBefore: old.problems };
  return diffManifests(old.objects, now.objects, { ...problems, ...options });
}

/** A Deployment with labels of its pods, and a selector if it is another. */
export function deployment(name: string, labels: string, selector: string = labels, more = ''): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}${more}}
spec:
  selector: {matchLabels: {${selector}}}
  template:
    metadata:
      labels: {${labels}}
    spec: {containers: [{name: main, image: main}]}
`;
}

/** A Service with a selector. */
export function service(name: string, selector: string, more = ''): string {
  return `apiVersion: v1
kind: Service
metadata: {name: ${name}}
spec:
  selector: {${selector}}
  ports: [{port: 80}]${more}
`;
}

/** Documents as one text. */
export function documents(...texts: readonly string[]): string {
  return texts.join('---\n');
}
