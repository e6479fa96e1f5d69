import { describe, expect, test } from 'vitest';
import { diffManifests, type LintOptions, lintManifests, readManifests } from '../../../src/manifests.ts';
import { toldOnce } from '../../../src/reading.ts';
import { deployment, documents, service } from './diffing.ts';
import { brief } from './linting.ts';

/** What is told of a change and of what comes of it. */
async function told(before: string, after: string, options: LintOptions = {}) {
  const old = await readManifests(before, 'old.yaml');
  const { objects } = await readManifests(after, 'new.yaml');
  return toldOnce(lintManifests(objects, options), diffManifests(old.objects, objects, options));
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
