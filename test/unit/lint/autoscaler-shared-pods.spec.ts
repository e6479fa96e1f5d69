import { describe, expect, test } from 'vitest';
import { documents, job, workload } from './documents.ts';
import { foundBy, places } from './mended.ts';

const RULE = 'autoscaler-shared-pods';

/** An autoscaler of six lines and its metrics: its target is on line 5. */
function autoscaler(
  metrics = '',
  target = 'kind: Deployment, name: web',
  apiVersion = 'autoscaling/v2',
): string {
  return `apiVersion: ${apiVersion}
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { ${target} }
  maxReplicas: 3
${metrics}`;
}

const WEB = workload('web', { selector: { app: 'web' }, labels: { app: 'web', part: 'web' } });
const WORKER = workload('worker', { labels: { app: 'web', part: 'worker' } });

async function placesIn(...texts: readonly string[]): Promise<readonly string[]> {
  return places(await foundBy(RULE, documents(...texts)));
}

test('pods of another workload are told at the target', async () => {
  const found = await foundBy(RULE, documents(autoscaler(), WEB, WORKER, job('migrate', { app: 'web' })));
  expect(places(found)).toEqual(['definite 5:45']);
  expect(found[0]).toMatchObject({
    message:
      'HorizontalPodAutoscaler web scales Deployment web by the metrics of all pods that its selector selects, and those of Deployment worker and Job migrate are among them',
    mend: 'let the selector of Deployment web ask for part=web, which the others do not have; it cannot be changed, so create it anew',
    related: [{ object: 'Deployment web' }, { object: 'Deployment worker' }, { object: 'Job migrate' }],
  });
});

test.each([
  ['a target with its own pods', autoscaler('', 'kind: Deployment, name: worker'), WEB, WORKER],
  ['a target that was not read', autoscaler('', 'kind: Deployment, name: other'), WEB, WORKER],
  ['a target of another kind', autoscaler('', 'kind: StatefulSet, name: web'), WEB, WORKER],
  [
    'another namespace',
    autoscaler(),
    workload('web', { namespace: 'other', labels: { app: 'web' } }),
    WORKER,
  ],
  ['the target, twice', autoscaler(), WEB, WEB],
  [
    'a test of a release',
    autoscaler(),
    WEB,
    job('test', { app: 'web' }, '', '[]', 'annotations: { helm.sh/hook: test }'),
  ],
  [
    'what the target made',
    autoscaler(),
    WEB,
    workload('web-1', {
      kind: 'ReplicaSet',
      labels: { app: 'web' },
      metadata: 'ownerReferences: [{ kind: Deployment, name: web, controller: true }]',
    }),
  ],
  ['another group', autoscaler('', undefined, 'example.com/v1'), WEB, WORKER],
  [
    'metrics from elsewhere, for each pod',
    autoscaler(
      '  metrics: [{ type: External, external: { target: { type: AverageValue, averageValue: 1 } } }]\n',
    ),
    WEB,
    WORKER,
  ],
])('%s', async (_, ...texts) => {
  expect(await placesIn(...texts)).toEqual([]);
});

test.each([
  ['Resource', '{ type: Resource, resource: { name: cpu } }'],
  ['Pods', '{ type: Pods, pods: {} }'],
  ['External, for all pods', '{ type: External, external: { target: { type: Value, value: 1 } } }'],
  ['one of several', '{ type: External, external: { target: { type: AverageValue } } }, { type: Resource }'],
])('metrics that are taken of pods: %s', async (_, metrics) => {
  expect(await placesIn(autoscaler(`  metrics: [${metrics}]\n`), WEB, WORKER)).toHaveLength(1);
});

test('of the first version', async () => {
  const first = autoscaler('  targetCPUUtilizationPercentage: 50\n', undefined, 'autoscaling/v1');
  expect(await placesIn(first, WEB, WORKER)).toEqual(['definite 5:45']);
});

describe('a ScaledObject', () => {
  /** A ScaledObject of six lines: its target is on line 5. */
  const scaled = (triggers: string, target = 'name: web', more = ''): string => `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: web }
spec:
  scaleTargetRef: { ${target} }
  triggers: [${triggers}]
${more}`;

  test('with a trigger for CPU counts the pods of others; its target is a Deployment, where it says nothing else', async () => {
    const found = await foundBy(
      RULE,
      documents(scaled('{ type: cpu, metricType: Utilization }'), WEB, WORKER),
    );
    expect(places(found)).toEqual(['definite 5:27']);
    expect(found[0]?.message).toBe(
      'ScaledObject web scales Deployment web by the metrics of all pods that its selector selects, and those of Deployment worker are among them',
    );
  });

  test.each([
    ['memory', scaled('{ type: cron }, { type: memory }')],
    ['a value for all pods', scaled('{ type: prometheus, metricType: Value }')],
    [
      'a value for all pods, made of several',
      scaled(
        '{ type: kafka }',
        undefined,
        '  advanced: { scalingModifiers: { formula: a, metricType: Value } }\n',
      ),
    ],
  ])('with a trigger for %s', async (_, object) => {
    expect(await placesIn(object, WEB, WORKER)).toEqual(['definite 5:27']);
  });

  test.each([
    ['triggers from elsewhere', scaled('{ type: kafka }, { type: prometheus, metricType: AverageValue }')],
    ['no trigger', scaled('')],
    ['a target of another kind', scaled('{ type: cpu }', 'kind: StatefulSet, name: web')],
    ['another group', scaled('{ type: cpu }').replace('keda.sh', 'example.com')],
  ])('with %s counts nobody else', async (_, object) => {
    expect(await placesIn(object, WEB, WORKER)).toEqual([]);
  });
});

describe('a VerticalPodAutoscaler', () => {
  const sizing = (more = ''): string => `apiVersion: autoscaling.k8s.io/v1
kind: VerticalPodAutoscaler
metadata: { name: web }
spec:
  targetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
${more}`;
  const other = (container: string): string => WORKER.replace('{ name: main,', `{ name: ${container},`);

  test('adds up what containers of one name use', async () => {
    const found = await foundBy(RULE, documents(sizing(), WEB, WORKER));
    expect(places(found)).toEqual(['definite 5:61']);
    expect(found[0]?.message).toBe(
      'VerticalPodAutoscaler web sizes Deployment web by the usage of all pods that its selector selects, and those of Deployment worker are among them',
    );
  });

  test('keeps containers of other names apart', async () => {
    expect(await placesIn(sizing(), WEB, other('worker'))).toEqual([]);
  });

  test.each([
    ['main', 'Off', 0],
    ["'*'", 'Off', 0],
    ['other', 'Off', 1],
    ['main', 'Auto', 1],
  ])('with a policy for %s that is %s', async (container, mode, count) => {
    const policy = `  resourcePolicy: { containerPolicies: [{ containerName: ${container}, mode: '${mode}' }] }\n`;
    expect(await placesIn(sizing(policy), WEB, WORKER)).toHaveLength(count);
  });

  test('of Google is another', async () => {
    expect(await placesIn(sizing().replace('autoscaling.k8s.io', 'autoscaling.gke.io'), WEB, WORKER)).toEqual(
      [],
    );
  });
});
