import { expect, test } from 'vitest';
import { readManifests, relationsOf } from '../../../src/manifests.ts';
import { job, service, workload } from './documents.ts';
import { lint } from './linting.ts';

/** A DeploymentConfig of OpenShift. */
const config = (name: string, app: string, selector = app) => `apiVersion: apps.openshift.io/v1
kind: DeploymentConfig
metadata: { name: ${name} }
spec:
  selector: { app: ${selector} }
  template:
    metadata: { labels: { app: ${app} } }
    spec: { containers: [{ name: main, image: main }] }
`;
const found = async (...documents: readonly string[]) =>
  (await lint(documents.join('---\n'))).map(({ rule, verdict }) => `${rule} ${verdict}`);

test('Services see the pods of a DeploymentConfig, and nothing else makes some for it', async () => {
  expect(await found(config('web', 'web'), service('web', { app: 'web' }))).toEqual([]);
  expect(await found(config('web', 'web'), service('web', { app: 'wbe' }))).toEqual([
    'service-selects-nothing definite',
  ]);
});

test('its controller labels pods with its name, and with that of the release', async () => {
  for (const [labels, expected] of [
    [{ deploymentconfig: 'web' }, []],
    [{ deployment: 'web-3' }, []],
    [{ deploymentconfig: 'api' }, ['service-selects-nothing definite']],
    [{ deployment: 'web' }, ['service-selects-nothing definite']],
  ] as const) {
    expect(await found(config('web', 'web'), service('web', labels))).toEqual(expected);
  }
});

test('in a Template with what OpenShift has besides, findings stay definite', async () => {
  const template = `apiVersion: template.openshift.io/v1
kind: Template
objects:
  - apiVersion: apps.openshift.io/v1
    kind: DeploymentConfig
    metadata: { name: web }
    spec:
      selector: { app: web }
      template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: web }] } }
  - apiVersion: route.openshift.io/v1
    kind: Route
    metadata: { name: web }
    spec: { to: { kind: Service, name: web } }
  - apiVersion: image.openshift.io/v1
    kind: ImageStream
    metadata: { name: web }
  - apiVersion: v1
    kind: Service
    metadata: { name: web }
    spec: { selector: { app: wbe }, ports: [{ port: 80 }] }
`;
  expect(await found(template)).toEqual(['service-selects-nothing definite']);
});

test('its selector must select the pods of its template, and may be changed', async () => {
  expect(await found(config('web', 'web', 'wbe'))).toEqual(['selector-template-mismatch definite']);
});

test('it knows its pods by labels of its own, whatever else has theirs', async () => {
  const findings = await lint(`${config('web', 'web')}---\n${config('api', 'web')}`);
  expect(findings.map(({ verdict }) => verdict)).toEqual(['possible']);
  expect(findings[0]?.doubt).toBe('DeploymentConfig api knows its pods by labels of its own');
  const besides = workload('a', { labels: { app: 'web' } });
  expect(await found(besides, config('web', 'web'))).toEqual(['overlapping-controllers possible']);
});

test('an autoscaler counts what its selector selects', async () => {
  const autoscaler = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec: { scaleTargetRef: { apiVersion: apps.openshift.io/v1, kind: DeploymentConfig, name: web }, maxReplicas: 3 }
`;
  expect(await found(autoscaler, config('web', 'web'), job('load', { app: 'web' }))).toEqual([
    'autoscaler-shared-pods definite',
  ]);
});

/** What is told to mend the one finding. */
async function mendOf(...documents: readonly string[]): Promise<string | undefined> {
  const [finding, ...others] = await lint(documents.join('---\n'));
  expect(others).toEqual([]);
  return finding?.mend;
}

/** A ReplicationController. */
const replication = (name: string) =>
  config(name, 'web')
    .replace('apps.openshift.io/v1', 'v1')
    .replace('DeploymentConfig', 'ReplicationController')
    .replace('labels: { app: web }', `labels: { app: web, part: ${name} }`);

test.each([
  ['DeploymentConfig', config('web', 'web'), config('api', 'web')],
  ['ReplicationController', replication('web'), replication('api')],
])('nothing is to be created anew where a selector can be changed: %s', async (_, ...documents) => {
  const mend = await mendOf(...documents);
  expect(mend).toMatch(/have/);
  expect(mend).not.toContain('anew');
});

test('of several, those are to be created anew whose selectors cannot be changed', async () => {
  const pods = ['a', 'b', 'c'].map(replication);
  expect(await mendOf(...pods)).toBe('let each ask for its own value of part as well');
  const web = workload('web', { selector: { app: 'web' }, labels: { app: 'web', part: 'web' } });
  expect(await mendOf(...pods, web)).toBe(
    'let each ask for its own value of part as well; that of Deployment web cannot be changed, so delete it and create it anew',
  );
});

test('an autoscaler is mended by a change of the selector that it goes by', async () => {
  const autoscaler = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec: { scaleTargetRef: { apiVersion: apps.openshift.io/v1, kind: DeploymentConfig, name: web }, maxReplicas: 3 }
`;
  const web = config('web', 'web').replace('labels: { app: web }', 'labels: { app: web, part: web }');
  expect(await mendOf(autoscaler, web, job('load', { app: 'web', part: 'load' }))).toBe(
    'let the selector of DeploymentConfig web ask for part=web, which the others do not have',
  );
});

test('what its selector selects is its own for certain where it has the label of its pods', async () => {
  const pod = (name: string, owner: string) => `apiVersion: v1
kind: Pod
metadata: { name: ${name}, labels: { app: web, deploymentconfig: ${owner} } }
spec: { containers: [{ name: main, image: main }] }
`;
  const texts = [
    config('web', 'web'),
    workload('shop', { labels: { app: 'web' } }),
    pod('web-1-x', 'web'),
    pod('api-1-x', 'api'),
  ];
  const { objects } = await readManifests(texts.join('---\n'), 'test.yaml');
  const edges = relationsOf(objects).edges.filter(({ from }) => from.includes('DeploymentConfig'));
  expect(edges.map(({ to, isCertain }) => `${to} ${isCertain}`)).toEqual([
    'default/Deployment/shop false',
    'default/Pod/web-1-x true',
    'default/Pod/api-1-x false',
  ]);
});
