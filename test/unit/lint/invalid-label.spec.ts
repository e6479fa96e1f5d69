import { describe, expect, test } from 'vitest';
import { foundBy, mended, places } from './mended.ts';

const RULE = 'invalid-label';

function deployment(labels: string, own = '{}'): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, labels: ${own} }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: ${labels} }
    spec: { containers: [{ name: web, image: web }] }
`;
}

test.each([
  ['{ app: web, owner: a@b.c }', 'definite 7:44'],
  ['{ app: web, a/b/c: x }', 'definite 7:37'],
  ['{ app: web, Example.com/x: z }', 'definite 7:37'],
  ['{ app: web, "": z }', 'definite 7:37'],
  [`{ app: web, note: ${'x'.repeat(64)} }`, 'definite 7:43'],
  ['{ app: web, path: -x- }', 'definite 7:43'],
  ['{ app: web, build: 1 }', 'definite 7:44'],
  ['{ app: web, version: 1.0 }', 'definite 7:46'],
  ['{ app: web, list: [a] }', 'definite 7:37'],
  ['{ app: web, empty: }', undefined],
  ['{ app: web, empty: "" }', undefined],
  ['{ app: web, app.kubernetes.io/name: web, x_y.z: 1a }', undefined],
])('%s', async (labels, place) => {
  const found = await foundBy(RULE, deployment(labels));
  expect(places(found)).toEqual(place === undefined ? [] : [place]);
});

test('labels of the object itself', async () => {
  const found = await foundBy(RULE, deployment('{ app: web }', '{ app: "web shop", "x ": z }'));
  expect(places(found)).toEqual(['definite 3:39', 'definite 3:51']);
  expect(found[0]?.message).toBe('"web shop" is not a label value: a blank cannot stand in it');
});

test('what is told of a key that is empty is told once', async () => {
  const [found, another] = await foundBy(RULE, deployment('{ app: web, "example.com/": x }'));
  expect(found?.message).toBe('a key cannot end with "/": its name is missing');
  expect(another).toBeUndefined();
});

test('the labels of a Pod are those of its template', async () => {
  const text = `apiVersion: v1
kind: Pod
metadata: { name: web, labels: { app: a b } }
spec: { containers: [{ name: web, image: web }] }
`;
  expect(places(await foundBy(RULE, text))).toEqual(['definite 3:39']);
});

test('labels of whatever else is made of an object', async () => {
  const text = `apiVersion: batch/v1
kind: CronJob
metadata: { name: tidy }
spec:
  schedule: "* * * * *"
  jobTemplate:
    metadata: { labels: { app: a b } }
    spec:
      template:
        metadata: { labels: { app: c d } }
        spec:
          containers: [{ name: tidy, image: tidy }]
          volumes:
            - name: x
              ephemeral: { volumeClaimTemplate: { metadata: { labels: { app: e f } }, spec: {} } }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec: { containers: [{ name: db, image: db }] }
  volumeClaimTemplates: [{ metadata: { name: data, labels: { app: g h } }, spec: {} }]
---
apiVersion: example.com/v1
kind: Machine
metadata: { name: m }
spec: { template: { metadata: { labels: { app: i j } }, spec: { containers: [] } } }
`;
  expect(places(await foundBy(RULE, text))).toEqual([
    'definite 7:32',
    'definite 10:36',
    'definite 15:78',
    'definite 25:67',
    'definite 30:48',
  ]);
});

test('a place for something is no mistake yet', async () => {
  const found = await foundBy(RULE, deployment('{ app: web, version: "{{ .Tag }}", x: "$(TAG)", y: "a*b" }'));
  expect(found.map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown', 'definite']);
});

describe('fixes', () => {
  test('numbers and booleans are quoted, and blanks left out', async () => {
    const text = deployment('{ app: web, version: 1.10, on: yes, tier: " x" }', '{ " app": web }');
    expect(await mended(text, RULE)).toBe(
      deployment('{ app: web, version: "1.10", on: "yes", tier: "x" }', '{ "app": web }'),
    );
  });

  test('in a block', async () => {
    const text = deployment('\n        app: web\n        version: 2 # the second\n').replace(
      /metadata: \{ labels: ([^}]*) \}/,
      'metadata:\n      labels:$1',
    );
    expect(await foundBy(RULE, text)).toHaveLength(1);
    expect(await mended(text, RULE)).toBe(text.replace('2 #', '"2" #'));
  });

  test('what cannot be known is not mended', async () => {
    const text = deployment('{ app: web, owner: a@b.c, list: [a] }');
    expect(await mended(text, RULE)).toBe(text);
  });
});
