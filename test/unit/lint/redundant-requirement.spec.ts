import { describe, expect, test } from 'vitest';
import { foundBy, mended, places } from './mended.ts';

const RULE = 'redundant-requirement';

function budget(selector: string): string {
  return `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  selector:
${selector}
  minAvailable: 1
`;
}

function expressions(...items: readonly string[]): string {
  return budget(`    matchExpressions:\n${items.map((item) => `      - { key: ${item} }`).join('\n')}`);
}

const IN_X = 'a, operator: In, values: [x]';
const IN_XZ = 'a, operator: In, values: [x, z]';
const NOT_X = 'a, operator: NotIn, values: [x]';
const NOT_W = 'a, operator: NotIn, values: [w]';
const EXISTS = 'a, operator: Exists';
const ABSENT = 'a, operator: DoesNotExist';

describe('what the others say already', () => {
  test.each([
    [[EXISTS, IN_X], '7:9'],
    [[IN_X, EXISTS], '8:9'],
    [[IN_X, IN_X], '8:9'],
    [[IN_X, IN_XZ], '8:9'],
    [[NOT_W, IN_X], '7:9'],
    [[ABSENT, NOT_X], '8:9'],
    [[NOT_X, 'a, operator: NotIn, values: [x, w]'], '7:9'],
    [[EXISTS, 'b, operator: Exists', EXISTS], '9:9'],
  ])('%j', async (items, place) => {
    expect(places(await foundBy(RULE, expressions(...items)))).toEqual([`definite ${place}`]);
  });

  test.each([
    [[EXISTS, NOT_X]],
    [[IN_X, 'b, operator: In, values: [x]']],
    [[NOT_X, NOT_W]],
    [[IN_X, ABSENT]],
    [[IN_X]],
  ])('%j does not', async (items) => {
    expect(await foundBy(RULE, expressions(...items))).toEqual([]);
  });

  test('labels are kept', async () => {
    const text = budget(`    matchExpressions: [{ key: app, operator: In, values: [web] }]
    matchLabels: { app: web }`);
    const [found, another] = await foundBy(RULE, text);
    expect(found).toMatchObject({
      path: 'spec.selector.matchExpressions[0]',
      message: 'app In [web] adds nothing: app=web says it already',
      mend: 'leave out app In [web]',
      related: [{ path: 'spec.selector.matchLabels.app' }],
    });
    expect(another).toBeUndefined();
  });

  test('selectors of namespaces, and terms of nodes each for itself', async () => {
    const text = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec:
  podSelector: {}
  ingress:
    - from:
        - namespaceSelector: { matchExpressions: [{ key: ${IN_X} }, { key: ${EXISTS} }] }
---
apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers: [{ name: web, image: web }]
  affinity:
    nodeAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        nodeSelectorTerms:
          - matchExpressions: [{ key: ${IN_X} }]
          - matchExpressions: [{ key: ${EXISTS} }, { key: ${NOT_X} }, { key: ${EXISTS} }]
`;
    expect(places(await foundBy(RULE, text))).toEqual(['definite 8:90', 'definite 20:104']);
  });

  test('bounds of numbers', async () => {
    const text = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers: [{ name: web, image: web }]
  affinity:
    nodeAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        nodeSelectorTerms:
          - matchExpressions:
              - { key: cpu, operator: Gt, values: ["1"] }
              - { key: cpu, operator: Gt, values: ["3"] }
`;
    expect(places(await foundBy(RULE, text))).toEqual(['definite 11:17']);
  });
});

describe('values', () => {
  test('that another requirement excludes', async () => {
    const [found, another] = await foundBy(RULE, expressions(IN_XZ, NOT_X));
    expect(found).toMatchObject({
      path: 'spec.selector.matchExpressions[0]',
      message: '"x" in a In [x, z] can never be selected: a NotIn [x] must hold too',
      mend: 'write a In [z]',
    });
    expect(another).toBeUndefined();
  });

  test('that stand twice', async () => {
    const text = budget(`    matchExpressions:
      - key: app
        operator: In
        values:
          - web
          - api # the other
          - web`);
    expect(places(await foundBy(RULE, text))).toEqual(['definite 12:13']);
    expect(await mended(text, RULE)).toBe(text.replace('the other\n          - web', 'the other'));
  });
});

describe('the fix', () => {
  test('removes the lines of an item, and what is said about it', async () => {
    const text = budget(`    matchExpressions:
      # the app
      - key: app
        operator: In
        values: [web, api]
      # any
      - key: app # again
        operator: Exists
      # the tier
      - key: tier
        operator: Exists`);
    expect(await mended(text, RULE)).toBe(
      text.replace('      - key: app # again\n        operator: Exists\n', ''),
    );
    expect(await foundBy(RULE, await mended(text, RULE))).toEqual([]);
  });

  test('of the last item', async () => {
    const text = budget(`    matchExpressions:
      - { key: app, operator: In, values: [web, api] } # the app
      # any
      - { key: app, operator: Exists } # any`);
    expect(await mended(text, RULE)).toBe(
      budget(`    matchExpressions:
      - { key: app, operator: In, values: [web, api] } # the app`),
    );
  });

  test.each([
    ['in brackets', `    matchExpressions: [{ key: ${IN_X} }, { key: ${EXISTS} }]`],
    [
      'the only one',
      '    matchLabels: { a: x }\n    matchExpressions:\n      - key: a\n        operator: Exists',
    ],
    [
      'over lines',
      '    matchExpressions:\n      - { key: a, operator: In, values: [x] }\n      - { key: a,\n          operator: Exists }',
    ],
    [
      'with an empty list',
      '    matchExpressions:\n      - { key: a, operator: In, values: [x] }\n      - key: a\n        operator: Exists\n        values: []',
    ],
  ])('not %s', async (_, selector) => {
    const text = budget(selector);
    expect(await foundBy(RULE, text)).toHaveLength(1);
    expect(await mended(text, RULE)).toBe(text);
  });

  test('not of what cannot be changed', async () => {
    const text = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector:
    matchExpressions:
      - { key: ${IN_X} }
      - { key: ${EXISTS} }
  template:
    metadata: { labels: { a: x } }
    spec: { containers: [{ name: web, image: web }] }
`;
    const [found] = await foundBy(RULE, text);
    expect(found?.mend).toBe(
      'leave out a Exists when the Deployment is made anew: its selector cannot be changed',
    );
    expect(found?.fix).toBeUndefined();
  });
});
