import { describe, expect, test } from 'vitest';
import { createJsonDecoder } from '../../../src/documents/json-decoder.ts';
import { readManifests } from '../../../src/manifests.ts';
import { decode } from './collect.ts';

/** A Template with a Service on line 6 and a Deployment on line 12. */
const TEMPLATE = `apiVersion: template.openshift.io/v1
kind: Template
metadata: { name: shop, labels: { kept: not } }
labels: { template: shop, app: other }
objects:
  - apiVersion: v1
    kind: Service
    metadata:
      name: \${NAME}
      labels: { app: web, tier: front }
    spec: { selector: { app: web }, ports: [{ port: 80 }] }
  - apiVersion: apps/v1
    kind: Deployment
    metadata: { name: '\${NAME}-web', namespace: '\${NAMESPACE}' }
    spec:
      replicas: \${{REPLICAS}}
  - { kind: ConfigMap, apiVersion: v1, metadata: { name: fixed, namespace: prod } }
parameters:
  - { name: NAME, required: true }
`;

describe('a Template of OpenShift', () => {
  test('is the objects that are made from it, with their places', async () => {
    const { objects, problems } = await readManifests(TEMPLATE, 'shop.yaml');
    expect(problems).toEqual([]);
    expect(objects.map(({ apiVersion, kind, name, path }) => [apiVersion, kind, name, path])).toEqual([
      ['v1', 'Service', `\${NAME}`, ['objects', 0]],
      ['apps/v1', 'Deployment', `\${NAME}-web`, ['objects', 1]],
      ['v1', 'ConfigMap', 'fixed', ['objects', 2]],
    ]);
    const [service, deployment] = objects;
    const lines = [
      service?.origin.region(['objects', 0, 'spec', 'selector', 'app'], 'value').start,
      deployment?.origin.region(['objects', 1, 'spec', 'replicas'], 'key').start,
    ];
    expect(lines).toEqual([
      { line: 11, column: 30 },
      { line: 16, column: 7 },
    ]);
  });

  test('gives its labels to all of them, in place of their own', async () => {
    const { objects } = await readManifests(TEMPLATE);
    expect(objects.map(({ labels }) => labels)).toEqual([
      { app: 'other', tier: 'front', template: 'shop' },
      { app: 'other', template: 'shop' },
      { app: 'other', template: 'shop' },
    ]);
    // What is written stays as it is.
    expect(objects[0]?.content).toMatchObject({ metadata: { labels: { app: 'web', tier: 'front' } } });
  });

  test('takes namespaces out, but for those that are parameters', async () => {
    const { objects } = await readManifests(TEMPLATE);
    expect(objects.map(({ namespace }) => namespace)).toEqual(['', `\${NAMESPACE}`, '']);
  });

  test.each([
    ['in a list', { kind: 'List', apiVersion: 'v1' }, ['items', 0, 'objects', 0]],
    ['in a list in a list', { kind: 'List', apiVersion: 'v1' }, ['items', 0, 'items', 0, 'objects', 0]],
  ])('%s', async (_, list, path) => {
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } };
    const template = { apiVersion: 'v1', kind: 'Template', objects: [pod] };
    const inner = path.length === 6 ? { ...list, items: [template] } : template;
    const { objects } = await readManifests(JSON.stringify({ ...list, items: [inner] }), 'x.yaml');
    expect(objects.map((one) => [one.kind, one.path])).toEqual([['Pod', path]]);
  });

  test('of JSON, with a list of objects in it', () => {
    const list = { apiVersion: 'v1', kind: 'PodList', items: [{ metadata: { name: 'a' } }] };
    const template = { kind: 'Template', apiVersion: 'template.openshift.io/v1', objects: [list] };
    const { names, complaints } = decode(createJsonDecoder, JSON.stringify(template));
    expect([names, complaints]).toEqual([['Pod /a'], []]);
  });

  test.each([
    ['of another group', 'apiVersion: templates.gatekeeper.sh/v1\nkind: Template\nobjects: []\n'],
    ['without objects', 'apiVersion: template.openshift.io/v1\nkind: Template\nobjects: null\n'],
    ['of another kind', 'apiVersion: template.openshift.io/v1\nkind: TemplateInstance\nobjects: []\n'],
  ])('%s is an object itself', async (_, text) => {
    const { objects, problems } = await readManifests(text);
    expect([objects.map(({ path }) => path), problems]).toEqual([[[]], []]);
  });

  test('with mistakes is told at these, and the rest is read', async () => {
    const text = `apiVersion: template.openshift.io/v1
kind: Template
labels: [shop]
objects:
  - 1
  - kind: Pod
    metadata: { name: 2 }
  - kind: Pod
    metadata: { name: b, labels: 3 }
  - kind: Pod
    metadata: { name: c }
`;
    const { objects, problems } = await readManifests(text);
    expect(objects.map(({ name, labels }) => [name, labels])).toEqual([['c', {}]]);
    expect(
      problems.map(({ message, position }) => `${position?.line}:${position?.column} ${message}`),
    ).toEqual([
      '3:9 labels is a list; labels are a mapping of keys to strings',
      '5:5 expected a Kubernetes object, found the number 1',
      '7:23 metadata.name is the number 2; it must be a string',
      '9:34 metadata.labels is the number 3; labels are a mapping of keys to strings',
    ]);
  });
});
