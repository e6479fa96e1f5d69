import { describe, expect, test } from 'vitest';
import { addedLabels, claimsOf, podTemplatesOf } from '../../../src/manifests.ts';

const template = { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web' }] } };

function told(content: unknown): string[] {
  const { claims, findings } = claimsOf(content);
  const made = claims.map(({ kind, selector, reach }) => `${kind} ${selector} ${reach.kind}`);
  return [...made, ...findings.map(({ diagnostic }) => `${diagnostic.code} ${diagnostic.path}`)];
}

describe('a Rollout', () => {
  const rollout = (spec: object) => ({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', spec });

  test('controls the pods of its template, as a Deployment does', () => {
    const content = rollout({ selector: { matchLabels: { app: 'web' } }, template });
    expect(told(content)).toEqual(['controls app=web own']);
    expect(podTemplatesOf(content)).toMatchObject([{ path: ['spec', 'template'], labels: { app: 'web' } }]);
    expect(addedLabels('Rollout')).toContain('rollouts-pod-template-hash');
  });

  test('takes what it refers to, where it has no selector; an empty one is refused', () => {
    expect(told(rollout({ workloadRef: { kind: 'Deployment', name: 'web' } }))).toEqual([]);
    expect(told(rollout({ selector: {}, template }))).toEqual(['empty-selector spec.selector']);
  });
});

describe.each(['apps.openshift.io/v1', 'v1'])('a DeploymentConfig of %s', (apiVersion) => {
  const config = (spec: object) => ({ apiVersion, kind: 'DeploymentConfig', spec });

  test('controls the pods of its template, by a map of labels', () => {
    const content = config({ selector: { app: 'web' }, template });
    expect(told(content)).toEqual(['controls app=web own']);
    expect(podTemplatesOf(content)).toMatchObject([
      { path: ['spec', 'template'], labels: { app: 'web' }, added: ['deploymentconfig', 'deployment'] },
    ]);
  });

  test('without a selector takes the labels of its template, and refuses a LabelSelector', () => {
    expect(told(config({ template }))).toEqual(['controls app=web own']);
    expect(told(config({ selector: {}, template }))).toEqual(['controls app=web own']);
    expect(told(config({ selector: { matchLabels: { app: 'web' } }, template }))).toEqual([
      'wrong-type spec.selector',
    ]);
  });
});

test('a Service of Knative makes pods, and one of Kubernetes does not', () => {
  const knative = { apiVersion: 'serving.knative.dev/v1', kind: 'Service', spec: { template } };
  expect(podTemplatesOf(knative)).toMatchObject([
    { labels: { app: 'web' }, added: expect.arrayContaining(['serving.knative.dev/service']) },
  ]);
  expect(podTemplatesOf({ ...knative, apiVersion: 'v1' })).toEqual([]);
});

describe('kinds of Istio', () => {
  const of = (group: string, kind: string, spec: object) => ({ apiVersion: `${group}/v1`, kind, spec });

  test.each([
    ['networking.istio.io', 'Gateway', { selector: { istio: 'ingress' } }, 'configures istio=ingress every'],
    [
      'networking.istio.io',
      'Sidecar',
      { workloadSelector: { labels: { app: 'web' } } },
      'configures app=web own',
    ],
    [
      'security.istio.io',
      'AuthorizationPolicy',
      { selector: { matchLabels: { app: 'web' } } },
      'configures app=web own',
    ],
    ['security.istio.io', 'PeerAuthentication', {}, 'configures  own'],
    [
      'telemetry.istio.io',
      'Telemetry',
      { selector: { matchLabels: { app: 'web' } } },
      'configures app=web own',
    ],
    ['networking.istio.io', 'ProxyConfig', {}, 'configures  own'],
    [
      'networking.istio.io',
      'DestinationRule',
      { host: 'api', workloadSelector: { matchLabels: { app: 'web' } } },
      'configures app=web own',
    ],
    ['extensions.istio.io', 'WasmPlugin', {}, 'configures  own'],
    [
      'extensions.istio.io',
      'TrafficExtension',
      { selector: { matchLabels: { app: 'web' } } },
      'configures app=web own',
    ],
  ])('%s %s', (group, kind, spec, claim) => {
    expect(told(of(group, kind, spec))).toEqual([claim]);
  });

  test.each(['AuthorizationPolicy', 'RequestAuthentication'])(
    '%s that names its targets is for no pods',
    (kind) => {
      const targets = [{ kind: 'Gateway', group: 'gateway.networking.k8s.io', name: 'waypoint' }];
      const claimed = (spec: object) => told(of('security.istio.io', kind, spec));
      expect(claimed({ targetRefs: targets })).toEqual([]);
      expect(claimed({ targetRef: targets[0] })).toEqual([]);
      expect(claimed({ targetRefs: [] })).toEqual(['configures  own']);
      expect(claimed({ targetRefs: null })).toEqual(['configures  own']);
    },
  );

  test('a DestinationRule without a workloadSelector is for clients everywhere; subsets are of a Service', () => {
    const subsets = [{ name: 'a', labels: { app: 'web' } }];
    expect(told(of('networking.istio.io', 'DestinationRule', { host: 'web', subsets }))).toEqual([]);
    expect(
      told(of('networking.istio.io', 'DestinationRule', { workloadSelector: { labels: { a: 'b' } } })),
    ).toEqual(['unknown-field spec.workloadSelector.labels']);
  });

  test('the Gateway of the Gateway API is another', () => {
    expect(told(of('gateway.networking.k8s.io', 'Gateway', { selector: { a: 'b' } }))).toEqual([]);
  });
});
