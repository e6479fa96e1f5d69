import { expect, test } from 'vitest';
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
