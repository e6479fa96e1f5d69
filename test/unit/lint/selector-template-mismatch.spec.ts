import { expect, test } from 'vitest';
import { foundBy, places } from './mended.ts';

const RULE = 'selector-template-mismatch';

function workload(selector: string, labels: string, kind = 'Deployment', version = 'apps/v1'): string {
  return `apiVersion: ${version}
kind: ${kind}
metadata: { name: web }
spec:
  selector: ${selector}
  template:
    metadata: { labels: ${labels} }
    spec: { containers: [{ name: web, image: web }] }
`;
}

test.each(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'])('%s', async (kind) => {
  const found = await foundBy(RULE, workload('{ matchLabels: { app: web } }', '{ app: wbe }', kind));
  expect(places(found)).toEqual(['definite 5:30']);
  expect(found[0]).toMatchObject({
    message:
      'the selector does not select the pods of its own template: it wants app=web, and the template has app=wbe; "wbe" is near "web"',
    related: [{ path: 'spec.template.metadata.labels.app', message: 'the label of the template' }],
  });
});

test('a ReplicationController', async () => {
  const found = await foundBy(RULE, workload('{ app: web }', '{ app: api }', 'ReplicationController', 'v1'));
  expect(places(found)).toEqual(['definite 5:15']);
});

test('a label that is not there', async () => {
  const [found] = await foundBy(RULE, workload('{ matchLabels: { app: web } }', '{ ap: web }'));
  expect(found?.message).toMatch(
    /it wants app=web, and the template has no label app; there is a label "ap" with the value "web"$/,
  );
  expect(found?.related.map(({ path }) => path)).toEqual(['spec.template.metadata.labels']);
});

test('no labels at all', async () => {
  const [found] = await foundBy(RULE, workload('{ matchLabels: { app: web } }', '{}'));
  expect(found?.message).toMatch(/and the template has no label app$/);
});

test('several are told at once', async () => {
  const selector =
    '{ matchLabels: { app: web, tier: x, a: b, c: d }, matchExpressions: [{ key: e, operator: Exists }] }';
  const [found, another] = await foundBy(RULE, workload(selector, '{ app: web, tier: z }'));
  expect(another).toBeUndefined();
  expect(found?.message).toMatch(
    /it wants tier=x, a=b, c=d and e Exists, and the template has tier=z, and no label a or c or e/,
  );
});

test('exclusions', async () => {
  const selector = '{ matchExpressions: [{ key: app, operator: NotIn, values: [web] }] }';
  expect(await foundBy(RULE, workload(selector, '{ app: web }'))).toHaveLength(1);
  expect(await foundBy(RULE, workload(selector, '{ app: api }'))).toEqual([]);
});

test('a selector that contradicts itself is told as that', async () => {
  const selector = '{ matchLabels: { app: web }, matchExpressions: [{ key: app, operator: DoesNotExist }] }';
  expect(await foundBy(RULE, workload(selector, '{ app: web }'))).toEqual([]);
});

test('labels that controllers add may be asked for', async () => {
  const selector = '{ matchLabels: { app: web, pod-template-hash: abc } }';
  expect(await foundBy(RULE, workload(selector, '{ app: web }'))).toEqual([]);
  expect(await foundBy(RULE, workload(selector, '{ app: web }', 'ReplicaSet'))).toHaveLength(1);
  const job = workload(
    '{ matchLabels: { batch.kubernetes.io/controller-uid: abc } }',
    '{}',
    'Job',
    'batch/v1',
  );
  expect(await foundBy(RULE, job)).toEqual([]);
});

test('what is right, or no claim at all', async () => {
  expect(await foundBy(RULE, workload('{ matchLabels: { app: web } }', '{ app: web, tier: x }'))).toEqual([]);
  expect(await foundBy(RULE, workload('{}', '{ app: web }'))).toEqual([]);
  expect(await foundBy(RULE, workload('{ matchLabels: { app: Web! } }', '{ app: web }'))).toEqual([]);
  expect(await foundBy(RULE, workload('{}', '{ app: web }', 'Job', 'batch/v1'))).toEqual([]);
});

test('kinds that are not known may add labels', async () => {
  const text = workload('{ matchLabels: { app: web } }', '{ app: wbe }', 'Fleet', 'fleets.example.com/v1');
  expect(places(await foundBy(RULE, text))).toEqual(['unknown 5:30']);
});

test('a place for something is no mistake yet', async () => {
  const text = workload('{ matchLabels: { app: web } }', '{ app: "{{ .Values.app }}" }');
  expect(places(await foundBy(RULE, text))).toEqual(['unknown 5:30']);
});
