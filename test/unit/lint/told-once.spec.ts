import { describe, expect, test } from 'vitest';
import { diffManifests, type LintOptions, lintManifests, readManifests } from '../../../src/manifests.ts';
import { toldOnce } from '../../../src/reading.ts';
import { deployment, documents, service } from './diffing.ts';
import { brief } from './linting.ts';

/** What is told of a change and of what comes of it. */
async function told(before: string, after: string, options: LintOptions = {}) {
  const old = await readManifests(before, 'old.yaml');
  const { objects } = await readManifests(after, 'new.yaml');
  const found = [...lintManifests(objects, options), ...diffManifests(old.objects, objects, options)];
  return [...toldOnce(found).values()];
}

const WEB = deployment('web', 'app: web');
const SERVED = documents(service('web', 'app: web'), WEB);

describe('a Service that selects nothing any more is told once', () => {
  test('where its selector was changed, with what mends it', async () => {
    const findings = await told(SERVED, documents(service('web', 'app: wbe'), WEB));
    expect(findings.map(brief)).toEqual(['service-lost-workload definite 5:3']);
    expect(findings[0]).toMatchObject({
      message: expect.stringContaining('its selector was app=web and is app=wbe; it selects nothing now'),
      mend: expect.stringContaining('select them by app=web'),
      fix: { title: 'select app=web' },
    });
  });

  test('where the labels of pods were changed, at the label', async () => {
    const after = documents(service('web', 'app: web'), deployment('web', 'app: api'));
    const findings = await told(SERVED, after, { rules: { 'immutable-selector-changed': 'off' } });
    expect(findings.map(brief)).toEqual(['service-lost-workload definite 15:16']);
    expect(findings[0]).not.toHaveProperty('fix');
  });

  test('where what it selected is gone', async () => {
    const other = deployment('api', 'app: api');
    const findings = await told(documents(SERVED, other), documents(service('web', 'app: web'), other));
    expect(findings.map(brief)).toEqual(['service-lost-workload definite 5:3']);
  });

  test('by the rule that is the graver one', async () => {
    const rules = { 'service-selects-nothing': 'error' } as const;
    const findings = await told(SERVED, documents(service('web', 'app: wbe'), WEB), { rules });
    expect(findings.map(brief)).toEqual(['service-selects-nothing definite 5:14']);
  });

  test('and where only one of the rules is on, by that', async () => {
    const after = documents(service('web', 'app: wbe'), WEB);
    for (const [off, on] of [
      ['service-selects-nothing', 'service-lost-workload'],
      ['service-lost-workload', 'service-selects-nothing'],
    ] as const) {
      const findings = await told(SERVED, after, { rules: { [off]: 'off' } });
      expect(findings.map(({ rule }) => rule)).toEqual([on]);
    }
  });
});

test('a PodDisruptionBudget that protects nothing any more is told once', async () => {
  const budget = (app: string) => `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec: {minAvailable: 1, selector: {matchLabels: {app: ${app}}}}
`;
  const findings = await told(documents(budget('web'), WEB), documents(budget('wbe'), WEB));
  expect(findings.map(({ rule }) => rule)).toEqual(['budget-lost-workload']);
});

test('what another Service selects is no part of it, nor what was nothing before', async () => {
  const idle = service('idle', 'app: idle');
  const before = documents(service('web', 'app: web'), idle, WEB);
  const after = documents(service('web', 'app: wbe'), idle, WEB);
  const findings = await told(before, after);
  expect(findings.map(({ rule, object }) => `${rule} ${object}`)).toEqual([
    'service-selects-nothing Service idle',
    'service-lost-workload Service web',
  ]);
});

test('a monitor that is read no longer, and that selects nothing, is told of both', async () => {
  const monitor = (team: string) => `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: web, labels: {team: ${team}}}
spec:
  selector: {matchLabels: {app: wbe}}
  endpoints: [{port: http}]
`;
  const prometheus = `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main}
spec:
  serviceMonitorSelector: {matchLabels: {team: shop}}
`;
  const web = service('web', 'app: web').replace('{name: web}', '{name: web, labels: {app: web}}');
  const findings = await told(
    documents(prometheus, monitor('shop'), web, WEB),
    documents(prometheus, monitor('web'), web, WEB),
  );
  expect(findings.map(({ rule, object, path }) => `${rule} ${object} ${path}`)).toEqual([
    'monitor-selects-nothing ServiceMonitor web spec.selector.matchLabels.app',
    'monitor-lost-target ServiceMonitor web metadata.labels.team',
  ]);
});

test('another selector of the same object selects nothing for itself', async () => {
  const policy = `apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: web}
specs:
  - endpointSelector: {matchLabels: {tier: front}}
    ingress: [{}]
  - endpointSelector: {matchLabels: {app: wbe}}
    ingress: [{}]
`;
  const web = (tier: string) => deployment('web', `app: web, tier: ${tier}`, 'app: web');
  const findings = await told(documents(policy, web('front')), documents(policy, web('back')));
  expect(findings.map(({ rule, object, path }) => `${rule} ${object} ${path}`)).toEqual([
    'policy-selects-nothing CiliumNetworkPolicy web specs[1].endpointSelector.matchLabels.app',
    'policy-lost-workload Deployment web spec.template.metadata.labels.tier',
  ]);
});

test('what is not certain takes the place of nothing that is, however grave it would be', async () => {
  const after = documents(service('web', 'app: wbe'), WEB);
  const { objects } = await readManifests(after, 'new.yaml');
  const old = await readManifests(SERVED, 'old.yaml');
  const changes = diffManifests(old.objects, objects);
  const unsure = changes.map((one) => ({ ...one, severity: 'error', verdict: 'possible' }) as const);
  const told = toldOnce([...lintManifests(objects), ...unsure]);
  expect([...told.values()].map(brief)).toEqual(['service-selects-nothing definite 5:14']);
});
