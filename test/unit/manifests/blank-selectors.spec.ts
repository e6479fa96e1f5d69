import { describe, expect, test } from 'vitest';
import { claims } from './told.ts';

/*
 * What null, {} and nothing at all mean, field by field: Kubernetes decides that anew for each. `missing` is without the
 * field, which null is the same as.
 */

interface Meanings {
  readonly missing: readonly string[];
  readonly empty: readonly string[];
  /** The lines for the selector `app=web`, written as the field wants it. */
  readonly given: readonly string[];
}

const MAP = { app: 'web' };
const SELECTOR = { matchLabels: MAP };
const labels = { metadata: { labels: MAP } };

function check(holder: (selector: object) => string[], field: string, given: object, wanted: Meanings): void {
  expect(holder({}), 'missing').toEqual(wanted.missing);
  expect(holder({ [field]: null }), 'null').toEqual(wanted.missing);
  expect(holder({ [field]: {} }), '{}').toEqual(wanted.empty);
  expect(holder({ [field]: given }), 'given').toEqual(wanted.given);
}

/** An object whose `spec` holds the selector. */
const inSpec =
  (apiVersion: string, kind: string, more: object = {}) =>
  (spec: object): string[] =>
    claims(apiVersion, kind, { spec: { ...more, ...spec } });

test('a Service selects nothing without a selector: its endpoints are managed by hand', () => {
  check(inSpec('v1', 'Service'), 'selector', MAP, {
    missing: ['routes traffic to pods nothing | own | spec.selector?'],
    empty: ['routes traffic to pods nothing | own | spec.selector'],
    given: ['routes traffic to pods app=web | own | spec.selector'],
  });
});

test('of an ExternalName Service the selector is ignored', () => {
  const external = inSpec('v1', 'Service', { type: 'ExternalName' });
  check(external, 'selector', MAP, { missing: [], empty: [], given: [] });
});

test('a ReplicationController selects by the labels of its template', () => {
  const fromTemplate = 'controls pods app=web | own | spec.selector';
  check(inSpec('v1', 'ReplicationController', { template: labels }), 'selector', MAP, {
    missing: [`${fromTemplate}?`],
    empty: [fromTemplate],
    given: [fromTemplate],
  });
  expect(inSpec('v1', 'ReplicationController', { template: {} })({})).toEqual([
    '! missing-field spec.selector',
  ]);
});

test.each(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'])('a %s must have a selector', (kind) => {
  check(inSpec('apps/v1', kind), 'selector', SELECTOR, {
    missing: ['! missing-field spec.selector'],
    empty: ['! empty-selector spec.selector'],
    given: ['controls pods app=web | own | spec.selector'],
  });
});

describe('a Job', () => {
  test('has its selector made up, unless manualSelector is true', () => {
    check(inSpec('batch/v1', 'Job'), 'selector', SELECTOR, {
      missing: [],
      empty: [],
      given: ['controls pods app=web | own | spec.selector'],
    });
    check(inSpec('batch/v1', 'Job', { manualSelector: true }), 'selector', SELECTOR, {
      missing: ['! missing-field spec.selector'],
      empty: ['controls pods everything | own | spec.selector'],
      given: ['controls pods app=web | own | spec.selector'],
    });
  });

  test('of a CronJob likewise', () => {
    const inJob = (spec: object): string[] =>
      claims('batch/v1', 'CronJob', { spec: { jobTemplate: { spec } } });
    check(inJob, 'selector', SELECTOR, {
      missing: [],
      empty: [],
      given: ['controls pods app=web | own | spec.jobTemplate.spec.selector'],
    });
  });
});

test('a PodDisruptionBudget: no pods, or every pod of the namespace; before policy/v1 no pods either way', () => {
  const missing = ['budgets evictions of pods nothing | own | spec.selector?'];
  const given = ['budgets evictions of pods app=web | own | spec.selector'];
  check(inSpec('policy/v1', 'PodDisruptionBudget'), 'selector', SELECTOR, {
    missing,
    empty: ['budgets evictions of pods everything | own | spec.selector'],
    given,
  });
  check(inSpec('policy/v1beta1', 'PodDisruptionBudget'), 'selector', SELECTOR, {
    missing,
    empty: ['budgets evictions of pods nothing | own | spec.selector'],
    given,
  });
});

describe('a NetworkPolicy', () => {
  const policy = inSpec('networking.k8s.io/v1', 'NetworkPolicy');

  test('is for every pod of its namespace when its podSelector says nothing', () => {
    check(policy, 'podSelector', SELECTOR, {
      missing: ['applies policy to pods everything | own | spec.podSelector?'],
      empty: ['applies policy to pods everything | own | spec.podSelector'],
      given: ['applies policy to pods app=web | own | spec.podSelector'],
    });
    expect(claims('networking.k8s.io/v1', 'NetworkPolicy', {})).toEqual([
      'applies policy to pods everything | own | spec.podSelector?',
    ]);
  });

  const from = (peer: unknown): string[] => policy({ ingress: [{ from: [peer] }] }).slice(1);
  const at = 'spec.ingress[0].from[0]';
  const team = { matchLabels: { team: 'web' } };

  test.each<[why: string, peer: unknown, wanted: string[]]>([
    [
      'podSelector alone: this namespace',
      { podSelector: SELECTOR },
      [`pods app=web | own | ${at}.podSelector`],
    ],
    [
      'an empty podSelector: all pods of this namespace',
      { podSelector: {} },
      [`pods everything | own | ${at}.podSelector`],
    ],
    [
      'namespaceSelector alone: all pods of those namespaces',
      { namespaceSelector: team },
      [`pods everything | matching team=web | ${at}.podSelector?`],
    ],
    [
      'null is as good as missing',
      { podSelector: null, namespaceSelector: team, ipBlock: null },
      [`pods everything | matching team=web | ${at}.podSelector?`],
    ],
    [
      'an empty namespaceSelector: all namespaces',
      { namespaceSelector: {} },
      [`pods everything | all | ${at}.podSelector?`],
    ],
    [
      'both: AND',
      { podSelector: SELECTOR, namespaceSelector: team },
      [`pods app=web | matching team=web | ${at}.podSelector`],
    ],
    ['both empty', { podSelector: {}, namespaceSelector: {} }, [`pods everything | all | ${at}.podSelector`]],
    ['ipBlock stands alone', { ipBlock: { cidr: '10.0.0.0/8' } }, []],
  ])('peer: %s', (_, peer, wanted) => {
    expect(from(peer)).toEqual(wanted.map((line) => `allows traffic from ${line}`));
    expect(policy({ egress: [{}, { to: [peer] }] }).slice(1)).toEqual(
      wanted.map((line) => `allows traffic to ${line.replace('ingress[0].from', 'egress[1].to')}`),
    );
  });

  test.each([[{}], [null], [{ podSelector: null }]])('peer: %j is refused', (peer) => {
    expect(from(peer)).toEqual([`! missing-field ${at}.podSelector`]);
  });

  test('rules without peers are no selectors', () => {
    expect(policy({ ingress: [{}], egress: [{ to: [] }, null] })).toHaveLength(1);
    expect(policy({ ingress: null })).toHaveLength(1);
  });
});

describe('pods', () => {
  const inPod =
    (...path: (string | number)[]) =>
    (holder: object): string[] =>
      claims('v1', 'Pod', {
        spec: path.reduceRight<unknown>((value, step) => (step === 0 ? [value] : { [step]: value }), holder),
      });
  const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
  const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

  test.each<[says: string, at: string, path: (string | number)[]]>([
    ['is attracted to', `spec.affinity.podAffinity.${REQUIRED}[0]`, ['affinity', 'podAffinity', REQUIRED, 0]],
    [
      'is kept away from',
      `spec.affinity.podAntiAffinity.${REQUIRED}[0]`,
      ['affinity', 'podAntiAffinity', REQUIRED, 0],
    ],
    [
      'prefers to be near',
      `spec.affinity.podAffinity.${PREFERRED}[0].podAffinityTerm`,
      ['affinity', 'podAffinity', PREFERRED, 0, 'podAffinityTerm'],
    ],
    [
      'prefers to be away from',
      `spec.affinity.podAntiAffinity.${PREFERRED}[0].podAffinityTerm`,
      ['affinity', 'podAntiAffinity', PREFERRED, 0, 'podAffinityTerm'],
    ],
  ])('affinity: %s', (says, at, path) => {
    check(inPod(...path), 'labelSelector', SELECTOR, {
      missing: [`${says} pods nothing | own | ${at}.labelSelector?`],
      empty: [`${says} pods everything | own | ${at}.labelSelector`],
      given: [`${says} pods app=web | own | ${at}.labelSelector`],
    });
  });

  test('the namespaces of affinity: its own, those that are named, those that match, all', () => {
    const reach = (more: object): string =>
      inPod('affinity', 'podAffinity', REQUIRED, 0)({ labelSelector: {}, ...more })[0]?.split(' | ')[1] ?? '';
    expect(reach({})).toBe('own');
    expect(reach({ namespaces: null, namespaceSelector: null })).toBe('own');
    expect(reach({ namespaces: [] })).toBe('own');
    expect(reach({ namespaces: ['a', 'b'] })).toBe('a+b');
    expect(reach({ namespaceSelector: {} })).toBe('all');
    expect(reach({ namespaceSelector: SELECTOR })).toBe('matching app=web');
    expect(reach({ namespaces: ['a'], namespaceSelector: SELECTOR })).toBe('a+matching app=web');
  });

  test('topologySpreadConstraints', () => {
    const at = 'spec.topologySpreadConstraints[0].labelSelector';
    check(inPod('topologySpreadConstraints', 0), 'labelSelector', SELECTOR, {
      missing: [`spreads over pods nothing | own | ${at}?`],
      empty: [`spreads over pods everything | own | ${at}`],
      given: [`spreads over pods app=web | own | ${at}`],
    });
  });

  test('nodeSelector', () => {
    check(inPod(), 'nodeSelector', MAP, {
      missing: [],
      empty: [],
      given: ['schedules onto nodes app=web | every | spec.nodeSelector'],
    });
  });

  test('node affinity', () => {
    const at = `spec.affinity.nodeAffinity.${REQUIRED}`;
    const terms = [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] }, {}];
    check(
      inPod('affinity', 'nodeAffinity'),
      REQUIRED,
      { nodeSelectorTerms: terms },
      {
        missing: [],
        empty: [`schedules onto nodes nothing | every | ${at}`],
        given: [`schedules onto nodes app in (web) | every | ${at}`],
      },
    );
    const preference = `spec.affinity.nodeAffinity.${PREFERRED}[0].preference`;
    check(inPod('affinity', 'nodeAffinity', PREFERRED, 0), 'preference', terms[0] ?? {}, {
      missing: [`prefers to be on nodes nothing | every | ${preference}?`],
      empty: [`prefers to be on nodes nothing | every | ${preference}`],
      given: [`prefers to be on nodes app in (web) | every | ${preference}`],
    });
  });

  test('a volume made for the pod, and trust bundles', () => {
    const at = 'spec.volumes[0].ephemeral.volumeClaimTemplate.spec.selector';
    check(inPod('volumes', 0, 'ephemeral', 'volumeClaimTemplate', 'spec'), 'selector', SELECTOR, {
      missing: [],
      empty: [],
      given: [`may bind persistentvolumes app=web | every | ${at}`],
    });
    const bundle = 'spec.volumes[0].projected.sources[0].clusterTrustBundle.labelSelector';
    const holder = inPod('volumes', 0, 'projected', 'sources', 0, 'clusterTrustBundle');
    check(holder, 'labelSelector', SELECTOR, {
      missing: [],
      empty: [`mounts clustertrustbundles everything | every | ${bundle}`],
      given: [`mounts clustertrustbundles app=web | every | ${bundle}`],
    });
  });
});

describe('webhooks', () => {
  const rules = [{ apiGroups: [''], resources: ['pods', 'pods/exec'] }];
  const webhook = (more: object): string[] =>
    claims('admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', {
      webhooks: [{ rules, ...more }],
    });

  test('are asked about everything, unless a selector says otherwise', () => {
    check(webhook, 'objectSelector', SELECTOR, {
      missing: ['admits pods everything | every | webhooks[0].objectSelector?'],
      empty: ['admits pods everything | every | webhooks[0].objectSelector'],
      given: ['admits pods app=web | every | webhooks[0].objectSelector'],
    });
    check(webhook, 'namespaceSelector', SELECTOR, {
      missing: ['admits pods everything | every | webhooks[0].objectSelector?'],
      empty: ['admits pods everything | all | webhooks[0].objectSelector?'],
      given: ['admits pods everything | matching app=web | webhooks[0].objectSelector?'],
    });
  });

  test('a policy has its constraints, and a binding without any narrows nothing down', () => {
    const at = 'admissionregistration.k8s.io/v1';
    const policy = { spec: { matchConstraints: { resourceRules: rules, objectSelector: SELECTOR } } };
    expect(claims(at, 'ValidatingAdmissionPolicy', policy)).toEqual([
      'admits pods app=web | every | spec.matchConstraints.objectSelector',
    ]);
    expect(claims(at, 'ValidatingAdmissionPolicyBinding', { spec: {} })).toEqual([]);
    expect(
      claims(at, 'ValidatingAdmissionPolicyBinding', {
        spec: { matchResources: { namespaceSelector: SELECTOR } },
      }),
    ).toEqual(['admits * everything | matching app=web | spec.matchResources.objectSelector?']);
  });
});

test.each([
  ['ServiceMonitor', 'services'],
  ['PodMonitor', 'pods'],
])('a %s must have a selector; {} is everything', (kind, of) => {
  const monitor = inSpec('monitoring.coreos.com/v1', kind);
  check(monitor, 'selector', SELECTOR, {
    missing: ['! missing-field spec.selector'],
    empty: [`scrapes ${of} everything | own | spec.selector`],
    given: [`scrapes ${of} app=web | own | spec.selector`],
  });
  const reach = (namespaceSelector: unknown): string =>
    monitor({ selector: {}, namespaceSelector })[0]?.split(' | ')[1] ?? '';
  expect(reach(null)).toBe('own');
  expect(reach({})).toBe('own');
  expect(reach({ any: false, matchNames: [] })).toBe('own');
  expect(reach({ matchNames: ['a', 'b'] })).toBe('a+b');
  expect(reach({ any: true, matchNames: ['a'] })).toBe('all');
});

test('a Prometheus reads nothing without a selector, and of its own namespace without one of namespaces', () => {
  const monitoring = (spec: object): string[] =>
    inSpec('monitoring.coreos.com/v1', 'Prometheus')(spec).filter((line) => line.includes('rules'));
  check(monitoring, 'ruleSelector', SELECTOR, {
    missing: ['reads prometheusrules nothing | own | spec.ruleSelector?'],
    empty: ['reads prometheusrules everything | own | spec.ruleSelector'],
    given: ['reads prometheusrules app=web | own | spec.ruleSelector'],
  });
  expect(monitoring({ ruleSelector: {}, ruleNamespaceSelector: {} })).toEqual([
    'reads prometheusrules everything | all | spec.ruleSelector',
  ]);
});

test('a PersistentVolumeClaim is not constrained by a selector that says nothing', () => {
  check(inSpec('v1', 'PersistentVolumeClaim'), 'selector', SELECTOR, {
    missing: [],
    empty: [],
    given: ['may bind persistentvolumes app=web | every | spec.selector'],
  });
});

test('a ClusterRole has a list of selectors, any of which aggregates', () => {
  const aggregate = (clusterRoleSelectors: unknown): string[] =>
    claims('rbac.authorization.k8s.io/v1', 'ClusterRole', { aggregationRule: { clusterRoleSelectors } });
  const line = (selector: string, index: number): string =>
    `aggregates clusterroles ${selector} | every | aggregationRule.clusterRoleSelectors[${index}]`;
  expect(aggregate([SELECTOR, { matchLabels: { app: 'api' } }, {}, null])).toEqual([
    line('app=web', 0),
    line('app=api', 1),
    line('everything', 2),
    line('everything', 3),
  ]);
  expect(aggregate(null)).toEqual([]);
  expect(claims('rbac.authorization.k8s.io/v1', 'ClusterRole', { rules: [] })).toEqual([]);
});
