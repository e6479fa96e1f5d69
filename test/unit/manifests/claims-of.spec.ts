import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readManifests } from '../../../src/documents/read-manifests.ts';
import { CLAIM_KINDS } from '../../../src/manifests/claim.ts';
import { claimsOf } from '../../../src/manifests/claims-of.ts';
import { podTemplatesOf } from '../../../src/manifests/pod-templates.ts';
import { REGISTRY } from '../../../src/manifests/registry.ts';
import { claims } from './told.ts';

const policy = (spec: object): string[] => claims('networking.k8s.io/v1', 'NetworkPolicy', { spec });

describe('a selector with a mistake makes no claim, and is told at its place', () => {
  test.each<[why: string, lines: string[], wanted: string[]]>([
    [
      'a LabelSelector',
      claims('apps/v1', 'Deployment', {
        spec: { selector: { matchExpressions: [{ key: 'a', operator: 'Is' }, { key: 'b!' }] } },
      }),
      [
        '! unsupported-operator spec.selector.matchExpressions[0].operator',
        '! key-invalid spec.selector.matchExpressions[1].key',
        '! missing-field spec.selector.matchExpressions[1].operator',
      ],
    ],
    [
      'a map',
      claims('v1', 'Service', { spec: { selector: { 'a.b/c': 'x y', app: 'web' } } }),
      ['! value-invalid spec.selector["a.b/c"]'],
    ],
    [
      'a map where a LabelSelector stands',
      claims('policy/v1', 'PodDisruptionBudget', { spec: { selector: { app: 'web' } } }),
      ['! wrong-type spec.selector'],
    ],
    [
      'a LabelSelector where a map stands',
      claims('v1', 'Service', { spec: { selector: { matchLabels: { app: 'web' } } } }),
      ['! wrong-type spec.selector'],
    ],
    [
      'a term of a node',
      claims('v1', 'Pod', {
        spec: {
          affinity: {
            nodeAffinity: {
              preferredDuringSchedulingIgnoredDuringExecution: [
                { preference: {} },
                { preference: { matchExpressions: [{ key: 'zone', operator: 'Gt', values: ['x'] }] } },
              ],
            },
          },
        },
      }),
      [
        'prefers to be on nodes nothing | every | spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].preference',
        '! value-not-integer spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[1].preference.matchExpressions[0].values[0]',
      ],
    ],
    [
      'a selector of namespaces',
      policy({
        podSelector: {},
        ingress: [{ from: [{ podSelector: {}, namespaceSelector: { team: 'a' } }] }],
      }),
      [
        'applies policy to pods everything | own | spec.podSelector',
        '! wrong-type spec.ingress[0].from[0].namespaceSelector',
      ],
    ],
    [
      'an item of a list',
      claims('rbac.authorization.k8s.io/v1', 'ClusterRole', {
        aggregationRule: { clusterRoleSelectors: ['app=web', { matchLabels: { a: 'b' } }] },
      }),
      [
        'aggregates clusterroles a=b | every | aggregationRule.clusterRoleSelectors[1]',
        '! wrong-type aggregationRule.clusterRoleSelectors[0]',
      ],
    ],
  ])('%s', (_, lines, wanted) => {
    expect(lines).toEqual(wanted);
  });

  test('a warning is told beside the claim', () => {
    expect(
      claims('apps/v1', 'ReplicaSet', {
        spec: { selector: { matchExpressions: [{ key: 'a', operator: 'In', values: ['b', 'b'] }] } },
      }),
    ).toEqual([
      'controls pods a in (b,b) | own | spec.selector',
      '? duplicate-value spec.selector.matchExpressions[0].values[1]',
    ]);
  });

  test.each<[kind: string, selector: unknown, message: string]>([
    [
      'apps/v1 Deployment',
      { app: 'web', tier: 'a' },
      'these are labels alone, and here they stand under matchLabels: { "matchLabels": { "app": "web" } }',
    ],
    [
      'v1 Service',
      { matchLabels: { app: 'web' } },
      'this is a LabelSelector, and here stand labels alone, as in { "app": "web" }',
    ],
    [
      'v1 Service',
      { matchExpressions: [] },
      'this is a LabelSelector, and here stand labels alone, as in { "app": "web" }',
    ],
    // Functions of the library are of no use to whoever writes manifests.
    ['apps/v1 Deployment', 'app=web', 'a LabelSelector is an object, not the text "app=web"'],
    [
      'apps/v1 Deployment',
      { matchLabel: {} },
      'a LabelSelector has no field "matchLabel", only matchLabels and matchExpressions; did you mean matchLabels?',
    ],
  ])('the message for %s with %j', (type, selector, message) => {
    const [apiVersion, kind] = type.split(' ');
    const { findings } = claimsOf({ apiVersion, kind, spec: { selector } });
    expect(findings.map(({ diagnostic }) => diagnostic.message)).toEqual([message]);
  });

  test('the message says how to mend it', () => {
    const messages = (content: object): string[] =>
      claimsOf(content).findings.map(({ diagnostic }) => diagnostic.message);
    const template = { metadata: { labels: { app: 'web' } } };
    expect(messages({ apiVersion: 'apps/v1', kind: 'Deployment', spec: { template } })).toEqual([
      'the selector is missing, and the API server refuses a Deployment without one; select its pods by their labels, as in { matchLabels: { "app": "web" } }',
    ]);
    expect(messages({ apiVersion: 'apps/v1', kind: 'DaemonSet', spec: { selector: {} } })).toEqual([
      'the selector is empty, and the API server refuses a DaemonSet with an empty one',
    ]);
  });
});

describe('what stands on the way to selectors', () => {
  test.each<[why: string, spec: object, wanted: string[]]>([
    ['no list', { ingress: { from: [{}] } }, ['! wrong-type spec.ingress']],
    ['no list of peers', { ingress: [{ from: { podSelector: {} } }] }, ['! wrong-type spec.ingress[0].from']],
    ['no rule', { ingress: ['all'] }, ['! wrong-type spec.ingress[0]']],
    ['no peer', { egress: [{ to: [5] }] }, ['! wrong-type spec.egress[0].to[0]']],
  ])('%s', (_, spec, wanted) => {
    expect(policy(spec).slice(1)).toEqual(wanted);
  });

  test('no spec', () => {
    expect(claims('v1', 'Service', { spec: [] })).toEqual(['! wrong-type spec']);
    expect(claimsOf({ apiVersion: 'v1', kind: 'Service', spec: 'x' }).findings[0]?.diagnostic.message).toBe(
      'spec is an object, not the text "x"',
    );
  });

  test('names of namespaces that are none', () => {
    const term = { labelSelector: {}, namespaces: ['a', 5] };
    const at = 'spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]';
    expect(
      claims('v1', 'Pod', {
        spec: { affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } },
      }),
    ).toEqual([
      `is attracted to pods everything | a | ${at}.labelSelector`,
      `! wrong-type ${at}.namespaces[1]`,
    ]);
  });
});

describe('matchLabelKeys and mismatchLabelKeys', () => {
  const spread = (constraint: object, labels: object): string | undefined =>
    claims('apps/v1', 'ReplicaSet', {
      spec: {
        selector: { matchLabels: { app: 'web' } },
        template: { metadata: { labels }, spec: { topologySpreadConstraints: [constraint] } },
      },
    })[1]?.split(' | ')[0];
  const labelSelector = { matchLabels: { app: 'web' } };

  test('bring in the labels of the pod itself', () => {
    expect(spread({ labelSelector, matchLabelKeys: ['tier'] }, { tier: 'a' })).toBe(
      'spreads over pods app=web,tier in (a)',
    );
    expect(spread({ labelSelector, mismatchLabelKeys: ['tier'] }, { tier: 'a' })).toBe(
      'spreads over pods app=web,tier notin (a)',
    );
  });

  test('pass over keys that the pod does not have', () => {
    expect(spread({ labelSelector, matchLabelKeys: ['pod-template-hash', 5, 'toString'] }, {})).toBe(
      'spreads over pods app=web',
    );
    expect(spread({ matchLabelKeys: ['tier'] }, { tier: 'a' })).toBe('spreads over pods nothing');
  });
});

describe('the rules of webhooks', () => {
  const webhook = (webhook: object): unknown =>
    claimsOf({
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      webhooks: [webhook],
    }).claims.map(({ of }) => of);

  test('say what it is asked about; requests about parts of an object are none about objects', () => {
    const rules = [
      { apiGroups: [''], resources: ['pods', 'pods/exec', 'services/*'], scope: 'Namespaced' },
      { apiGroups: ['apps', 'batch'], resources: ['*/*'], scope: '*' },
      { apiGroups: ['*'], resources: ['pods/status'] },
    ];
    expect(webhook({ rules })).toEqual([
      [
        { groups: [''], resources: ['pods'], scope: 'Namespaced' },
        { groups: ['apps', 'batch'], resources: ['*'] },
      ],
    ]);
    expect(webhook({})).toEqual([[]]);
  });

  test('of a policy may leave something out', () => {
    const [claim] = claimsOf({
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'MutatingAdmissionPolicy',
      spec: {
        matchConstraints: {
          resourceRules: [{ apiGroups: ['*'], resources: ['*'] }],
          excludeResourceRules: [{ apiGroups: [''], resources: ['secrets'] }],
        },
      },
    }).claims;
    expect(claim?.except).toEqual([{ groups: [''], resources: ['secrets'] }]);
  });
});

test('a StatefulSet makes claims for storage', () => {
  expect(
    claims('apps/v1', 'StatefulSet', {
      spec: {
        selector: { matchLabels: { app: 'db' } },
        volumeClaimTemplates: [{ spec: {} }, { spec: { selector: { matchLabels: { disk: 'fast' } } } }],
      },
    }),
  ).toEqual([
    'controls pods app=db | own | spec.selector',
    'may bind persistentvolumes disk=fast | every | spec.volumeClaimTemplates[1].spec.selector',
  ]);
});

test('a PersistentVolume is reachable from nodes', () => {
  const required = {
    nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }] }],
  };
  expect(claims('v1', 'PersistentVolume', { spec: { nodeAffinity: { required } } })).toEqual([
    'is reachable from nodes metadata.name in (a) | every | spec.nodeAffinity.required',
  ]);
});

describe('the registry', () => {
  test('has each kind once, but for versions, the odd one first', () => {
    const names = REGISTRY.map(({ group, kind, version = '' }) => `${group}/${version}/${kind}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('uses every kind of claim', () => {
    const used = new Set(REGISTRY.flatMap(({ rows }) => rows.map(({ claim }) => claim)));
    expect(Object.keys(CLAIM_KINDS).filter((kind) => !used.has(kind as never))).toEqual([]);
  });

  test('what is no object, or of a kind without selectors, makes no claims', () => {
    for (const value of [null, undefined, [], 'x', 5, {}, { kind: 'ConfigMap', apiVersion: 'v1' }]) {
      expect(claimsOf(value)).toEqual({ claims: [], findings: [] });
    }
    expect(claims('v1', 'constructor', {})).toEqual([]);
  });

  test('property: no JSON value in any place makes it throw', () => {
    const kinds = fc.constantFrom(...REGISTRY);
    const fields = REGISTRY.flatMap(({ rows, template = '' }) =>
      [template, ...rows.flatMap(({ at, field }) => [at, field])].flatMap((path) => path.split(/\.|\[\]/)),
    ).filter((field) => field !== '');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 9, withCrossShrink: true },
        fc.jsonValue({ maxDepth: 1 }),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom(...fields, 'matchLabels', 'matchExpressions'), tie('value'), {
          maxKeys: 4,
        }),
      ),
    }));
    fc.assert(
      fc.property(kinds, fc.dictionary(fc.constantFrom(...fields), value), ({ group, kind }, content) => {
        const apiVersion = group === '' ? 'v1' : `${group}/v1`;
        const { claims, findings } = claimsOf({ ...content, apiVersion, kind });
        for (const { path } of [...claims, ...findings]) expect(path).not.toContain(undefined);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what was read from a text', () => {
  test('is refused where its content is meant', async () => {
    const { objects } = await readManifests(
      'kind: Service\napiVersion: v1\nspec: { selector: { app: web } }\n',
      'web.yaml',
    );
    const [object] = objects;
    expect(() => claimsOf(object)).toThrow(/^content must be .*its property "content"$/);
    expect(() => podTemplatesOf(object)).toThrow(TypeError);
    expect(claimsOf(object?.content).claims).toHaveLength(1);
  });

  test('is no matter of names: an object may have these members', () => {
    const content = {
      kind: 'Service',
      apiVersion: 'v1',
      origin: { locate: 'here' },
      content: {},
      spec: { selector: { app: 'web' } },
    };
    expect(claimsOf(content).claims).toHaveLength(1);
  });
});
