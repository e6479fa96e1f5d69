import { expect, test } from 'vitest';
import { foundBy, places } from './mended.ts';

const RULE = 'version-in-selector';

function workload(labels: string, kind = 'Deployment', metadata = '{ name: web }'): string {
  return `apiVersion: apps/v1
kind: ${kind}
metadata: ${metadata}
spec:
  selector: { matchLabels: ${labels} }
  template:
    metadata: { labels: ${labels} }
    spec: { containers: [{ name: web, image: web }] }
`;
}

test.each([
  'app.kubernetes.io/version: 1.4.2',
  'app.kubernetes.io/version: latest',
  'helm.sh/chart: web-0.3.1',
  'chart: web-0.3.1',
  'version: v1.2',
  'version: "1.2.3-rc.1"',
  'release: v2.0.1',
  'example.com/image-tag: "20240131"',
  'git-sha: 3f2a91c',
  'commit: 0f3c9a8e7d6b5a4f3e2d1c0b9a8f7e6d5c4b3a2f',
  'pod-template-hash: 6d4cf56db6',
  'checksum/config: abc',
])('%s', async (label) => {
  const found = await foundBy(RULE, workload(`{ app: web, ${label} }`));
  expect(places(found)).toEqual(['definite 5:40']);
});

test.each([
  'app.kubernetes.io/name: web',
  'app.kubernetes.io/instance: web-1',
  'version: v1',
  'version: stable',
  'version: blue',
  'release: prometheus',
  'release: my-release',
  'chart: web',
  'tier: "1.2"',
  'track: canary',
  'build: facade',
  'revision: "3"',
  'tag: ""',
])('%s is no release', async (label) => {
  expect(await foundBy(RULE, workload(`{ app: web, ${label} }`))).toEqual([]);
});

test.each(['StatefulSet', 'DaemonSet', 'ReplicaSet'])('%s', async (kind) => {
  expect(await foundBy(RULE, workload('{ version: v1.2 }', kind))).toHaveLength(1);
});

test('an object that is named after its version is another one for each', async () => {
  for (const [name, label] of [
    ['reviews-v1', 'version: v1'],
    ['reviews-v1-2', 'version: v1.2'],
    ['reviews-1.2.0', 'app.kubernetes.io/version: 1.2.0'],
    ['web-6d4cf56db6', 'pod-template-hash: 6d4cf56db6'],
  ]) {
    expect(
      await foundBy(RULE, workload(`{ app: reviews, ${label} }`, 'Deployment', `{ name: ${name} }`)),
    ).toEqual([]);
  }
});

test('what a controller made is no choice of anybody', async () => {
  const owned = '{ name: web, ownerReferences: [{ kind: Deployment, name: web, controller: true }] }';
  expect(await foundBy(RULE, workload('{ pod-template-hash: abc }', 'ReplicaSet', owned))).toEqual([]);
});

test('expressions too, where they ask for a value', async () => {
  const text = (expression: string) =>
    workload('{ app: web }').replace(
      '{ matchLabels: { app: web } }',
      `{ matchExpressions: [{ ${expression} }] }`,
    );
  expect(await foundBy(RULE, text('key: version, operator: In, values: ["1.2"]'))).toHaveLength(1);
  expect(await foundBy(RULE, text('key: version, operator: Exists'))).toEqual([]);
  expect(await foundBy(RULE, text('key: version, operator: NotIn, values: ["1.2"]'))).toEqual([]);
});

test('selectors that can be changed may name one', async () => {
  const service =
    'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { version: v1.2 } }\n';
  expect(await foundBy(RULE, service)).toEqual([]);
});
