import { expect, test } from 'vitest';
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
