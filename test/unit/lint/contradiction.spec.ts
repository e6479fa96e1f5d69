import { describe, expect, test } from 'vitest';
import { foundBy, places } from './mended.ts';

const RULE = 'contradiction';

function budget(selector: string): string {
  return `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  minAvailable: 1
  selector:
${selector}
`;
}

function expressions(...items: readonly string[]): string {
  return budget(`    matchExpressions:\n${items.map((item) => `      - ${item}`).join('\n')}`);
}

function pod(spec: string): string {
  return `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers: [{ name: web, image: web }]
${spec}
`;
}

function terms(...items: readonly string[]): string {
  const list = items.map((item) => `          - ${item}`).join('\n');
  return `  affinity:
    nodeAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        nodeSelectorTerms:
${list}`;
}

const LINUX = '{ matchExpressions: [{ key: os, operator: In, values: [linux] }] }';
const NEITHER = '{ matchExpressions: [{ key: os, operator: Exists }, { key: os, operator: DoesNotExist }] }';

describe('selectors of labels', () => {
  test.each([
    [['{ key: a, operator: In, values: [x] }', '{ key: a, operator: In, values: [z] }'], '9:9'],
    [
      ['{ key: a, operator: Exists }', '{ key: b, operator: Exists }', '{ key: a, operator: DoesNotExist }'],
      '10:9',
    ],
    [['{ key: a, operator: NotIn, values: [x, z] }', '{ key: a, operator: In, values: [z, x] }'], '9:9'],
    [
      [
        '{ key: a, operator: In, values: [x, z] }',
        '{ key: a, operator: NotIn, values: [x] }',
        '{ key: a, operator: NotIn, values: [z] }',
      ],
      '10:9',
    ],
  ])('%j', async (items, place) => {
    expect(places(await foundBy(RULE, expressions(...items)))).toEqual([`definite ${place}`]);
  });

  test('labels against expressions', async () => {
    const text = budget(`    matchLabels: { app: web }
    matchExpressions:
      - { key: app, operator: NotIn, values: [web] }`);
    const [found] = await foundBy(RULE, text);
    expect(found).toMatchObject({
      path: 'spec.selector.matchExpressions[0]',
      message: 'no pod can match this selector: app=web and app NotIn [web] contradict each other',
    });
    expect(
      found?.related.map(({ path, region }) => `${path} ${region.start.line}:${region.start.column}`),
    ).toEqual(['spec.selector.matchLabels.app 7:20']);
  });

  test.each([
    [['{ key: a, operator: In, values: [x] }', '{ key: b, operator: In, values: [z] }']],
    [['{ key: a, operator: In, values: [x, z] }', '{ key: a, operator: In, values: [z, w] }']],
    [['{ key: a, operator: NotIn, values: [x] }', '{ key: a, operator: DoesNotExist }']],
    [['{ key: a, operator: NotIn, values: [x] }', '{ key: a, operator: Exists }']],
    [['{ key: a, operator: Exists }', '{ key: a, operator: Exists }']],
  ])('%j is none', async (items) => {
    expect(await foundBy(RULE, expressions(...items))).toEqual([]);
  });

  test('nothing at all is none', async () => {
    for (const selector of ['', '    matchLabels: {}', '    matchLabels:']) {
      expect(await foundBy(RULE, budget(selector))).toEqual([]);
    }
  });

  test('a mistake elsewhere in it leaves it to the rule of mistakes', async () => {
    const text = expressions('{ key: a, operator: Exists }', '{ key: a, operator: doesnotexist }');
    expect(await foundBy(RULE, text)).toEqual([]);
  });
});

test('selectors of namespaces', async () => {
  const text = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec:
  podSelector: {}
  ingress:
    - from:
        - namespaceSelector:
            matchLabels: { team: a }
            matchExpressions: [{ key: team, operator: NotIn, values: [a, b] }]
          podSelector: { matchLabels: { app: web } }
`;
  const [found, another] = await foundBy(RULE, text);
  expect(another).toBeUndefined();
  expect(found?.message).toMatch(/^no namespace can match this selector: team=a and team NotIn \[a, b\]/);
  expect(places(found ? [found] : [])).toEqual(['definite 10:32']);
});

describe('node affinity', () => {
  test('one term of several', async () => {
    const found = await foundBy(RULE, pod(terms(LINUX, NEITHER)));
    expect(places(found)).toEqual(['definite 11:65']);
    expect(found[0]?.message).toBe(
      'no node can match this term: os Exists and os DoesNotExist contradict each other',
    );
  });

  test('all of them', async () => {
    const found = await foundBy(RULE, pod(terms(NEITHER, NEITHER, '{}')));
    expect(places(found)).toEqual(['definite 10:65', 'definite 11:65']);
    expect(found[1]?.message).toMatch(/no term is left: Pod web can be scheduled nowhere$/);
  });

  test('numbers', async () => {
    const range = (...bounds: readonly string[]) =>
      `{ matchExpressions: [${bounds.map((bound) => `{ key: cpu, operator: ${bound} }`).join(', ')}] }`;
    const gt = 'Gt, values: ["4"]';
    expect(await foundBy(RULE, pod(terms(range(gt, 'Lt, values: ["5"]'))))).toHaveLength(1);
    expect(await foundBy(RULE, pod(terms(range(gt, 'Lt, values: ["6"]'))))).toEqual([]);
    const [alone] = await foundBy(RULE, pod(terms(range('Lt, values: ["0"]'))));
    expect(alone?.message).toBe('no node can match this selector: no label satisfies cpu Lt [0]');
  });

  test('against a nodeSelector: both must hold', async () => {
    const text = pod(`  nodeSelector: { os: windows }\n${terms(LINUX)}`);
    const [found] = await foundBy(RULE, text);
    expect(places(found ? [found] : [])).toEqual(['definite 11:34']);
    expect(found?.message).toMatch(
      /^no node can match both the nodeSelector and the node affinity: os=windows and/,
    );
    expect(found?.related.map(({ path }) => path)).toEqual(['spec.nodeSelector.os']);
  });

  test('against a nodeSelector, in which one term fits', async () => {
    const windows = LINUX.replace('linux', 'windows');
    const text = pod(`  nodeSelector: { os: windows }\n${terms(LINUX, windows)}`);
    expect(await foundBy(RULE, text)).toEqual([]);
  });

  test('the nodeSelector of another pod says nothing', async () => {
    const one = pod('  nodeSelector: { os: windows }');
    const other = pod(terms(LINUX)).replace('name: web }\nspec', 'name: other }\nspec');
    expect(await foundBy(RULE, `${one}---\n${other}`)).toEqual([]);
  });

  test('preferences', async () => {
    const text = pod(`  affinity:
    nodeAffinity:
      preferredDuringSchedulingIgnoredDuringExecution:
        - weight: 1
          preference: ${NEITHER}`);
    expect(await foundBy(RULE, text)).toHaveLength(1);
  });
});
