import { describe, expect, test } from 'vitest';
import { claimsOf } from '../../../src/manifests/claims-of.ts';
import { podTemplatesOf } from '../../../src/manifests/pod-templates.ts';
import { pathText } from '../../../src/text/object-path.ts';
import { claims, told } from './told.ts';

const template = {
  metadata: { labels: { app: 'web' } },
  spec: { containers: [{ name: 'web' }], nodeSelector: { zone: 'west' } },
};
const inSpec = { spec: { template } };
const inJob = { spec: { jobTemplate: { spec: { template } } } };

describe('a pod template', () => {
  test.each<[apiVersion: string, kind: string, content: object, path: string]>([
    ['v1', 'Pod', template, ''],
    ['v1', 'PodTemplate', { template }, 'template'],
    ['v1', 'ReplicationController', inSpec, 'spec.template'],
    ['apps/v1', 'Deployment', inSpec, 'spec.template'],
    ['apps/v1', 'ReplicaSet', inSpec, 'spec.template'],
    ['apps/v1', 'StatefulSet', inSpec, 'spec.template'],
    ['apps/v1', 'DaemonSet', inSpec, 'spec.template'],
    ['batch/v1', 'Job', inSpec, 'spec.template'],
    ['batch/v1', 'CronJob', inJob, 'spec.jobTemplate.spec.template'],
    ['apps.example/v1', 'Rollout', inSpec, 'spec.template'],
    ['jobs.example/v1', 'Nightly', inJob, 'spec.jobTemplate.spec.template'],
    // Of a group that nobody named, kinds are known by their shape alone.
    ['', 'Deployment', inSpec, 'spec.template'],
  ])('of %s %s', (apiVersion, kind, content, path) => {
    const object = { apiVersion, kind, ...content };
    expect(podTemplatesOf(object).map((one) => [pathText(one.path), one.labels])).toEqual([
      [path, { app: 'web' }],
    ]);
    const at = `${path === '' ? '' : `${path}.`}spec.nodeSelector`;
    expect(told(claimsOf(object))).toContain(`schedules onto nodes zone=west | every | ${at}`);
  });

  test.each<[why: string, apiVersion: string, kind: string, content: object]>([
    ['a kind that makes no pods', 'v1', 'ConfigMap', { data: {} }],
    ['a known kind, in the place of another', 'v1', 'Service', inSpec],
    [
      'machines, that are made from templates too',
      'machines.example/v1',
      'MachineSet',
      { spec: { selector: { matchLabels: { a: 'b' } }, template: { spec: { provider: 'x' } } } },
    ],
    ['no template', 'apps/v1', 'Deployment', { spec: null }],
    ['something else in its place', 'apps.example/v1', 'Rollout', { spec: { template: [template] } }],
  ])('is not there: %s', (_, apiVersion, kind, content) => {
    expect(podTemplatesOf({ apiVersion, kind, ...content })).toEqual([]);
    expect(claims(apiVersion, kind, content).filter((line) => line.includes('controls'))).toEqual([]);
  });

  test('of no object', () => {
    for (const value of [null, undefined, [], 'Pod', 5]) expect(podTemplatesOf(value)).toEqual([]);
  });
});

describe('labels of a template', () => {
  const labelsOf = (labels: unknown): unknown =>
    podTemplatesOf({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      spec: { template: { metadata: { labels } } },
    })[0]?.labels;

  test('are read as the API server reads them', () => {
    expect(labelsOf({ app: 'web', tier: null })).toEqual({ app: 'web', tier: '' });
    expect(labelsOf(null)).toEqual({});
    expect(labelsOf(JSON.parse('{"__proto__": "x"}'))).toEqual(JSON.parse('{"__proto__": "x"}'));
  });

  test('that are none are findings', () => {
    const findings = (labels: unknown): string[] =>
      claims('batch/v1', 'Job', { spec: { template: { metadata: { labels } } } });
    expect(findings({ app: 'web', version: 2, on: true })).toEqual([
      '! wrong-type spec.template.metadata.labels.version',
      '! wrong-type spec.template.metadata.labels.on',
    ]);
    expect(findings(['app'])).toEqual(['! wrong-type spec.template.metadata.labels']);
  });
});

describe('labels that controllers add', () => {
  test.each<[kind: string, key: string | undefined]>([
    ['Deployment', 'pod-template-hash'],
    ['StatefulSet', 'apps.kubernetes.io/pod-index'],
    ['DaemonSet', 'controller-revision-hash'],
    ['ReplicaSet', undefined],
  ])('to pods of a %s', (kind, key) => {
    const [one] = podTemplatesOf({ apiVersion: 'apps/v1', kind, ...inSpec });
    expect(one?.added.includes(key ?? '')).toBe(key !== undefined);
    expect((one?.added.length ?? 0) > 0).toBe(key !== undefined);
  });

  test('to pods of jobs', () => {
    const keys = (kind: string, content: object): readonly string[] =>
      podTemplatesOf({ apiVersion: 'batch/v1', kind, ...content })[0]?.added ?? [];
    expect(keys('Job', inSpec)).toContain('batch.kubernetes.io/job-name');
    expect(keys('CronJob', inJob)).toEqual(keys('Job', inSpec));
  });

  test('are none for a kind that only has the name', () => {
    expect(podTemplatesOf({ apiVersion: 'x.example/v1', kind: 'Deployment', ...inSpec })[0]?.added).toEqual(
      [],
    );
  });
});

describe('a selector beside a template of a kind that is not known', () => {
  const beside = (selector: unknown): string[] =>
    claims('apps.example/v1', 'Rollout', { spec: { template, selector } }).filter(
      (line) => !line.startsWith('schedules'),
    );

  test.each<[why: string, selector: unknown, wanted: string[]]>([
    ['a LabelSelector', { matchLabels: { app: 'web' } }, ['controls pods app=web | own | spec.selector']],
    ['a map', { app: 'web' }, ['controls pods app=web | own | spec.selector']],
    [
      'a LabelSelector with a mistake',
      { matchLabels: { app: 1 } },
      ['! wrong-type spec.selector.matchLabels.app'],
    ],
    ['a text, as a scale subresource has it', 'app=web', []],
    ['something else', { name: { from: 'x' } }, []],
    ['nothing', {}, []],
    ['null', null, []],
  ])('%s', (_, selector, wanted) => {
    expect(beside(selector)).toEqual(wanted);
  });
});
