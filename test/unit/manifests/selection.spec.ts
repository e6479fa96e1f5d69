import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/manifests/claim.ts';
import { claimsOf } from '../../../src/manifests/claims-of.ts';
import { answerOf, selectionBy } from '../../../src/manifests/selection.ts';
import { type Subject, subjectOf } from '../../../src/manifests/subject.ts';

const pod = (labels: Record<string, string>, namespace = 'shop', added: string[] = []): Subject =>
  subjectOf({ apiVersion: 'v1', kind: 'Pod', namespace, name: '', labels, added });

const NAMESPACES = new Map([
  ['shop', new Map([['team', 'web']])],
  ['bare', new Map()],
]);

function first(content: object, index = 0): Claim {
  const claim = claimsOf(content).claims[index];
  if (claim === undefined) throw new Error('there is no such claim');
  return claim;
}

const answer = (claim: Claim, subject: Subject, home = 'shop'): string =>
  answerOf(selectionBy(claim, home, subject, (namespace) => NAMESPACES.get(namespace)));

const service = (selector: object): Claim => first({ apiVersion: 'v1', kind: 'Service', spec: { selector } });

/** A peer of a NetworkPolicy, which is in namespace `shop`. */
const peer = (peer: object): Claim =>
  first(
    { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec: { ingress: [{ from: [peer] }] } },
    1,
  );

describe('kind, namespace and labels must all be right', () => {
  const web = service({ app: 'web' });

  test('one after the other', () => {
    expect(answer(web, pod({ app: 'web' }))).toBe('yes');
    expect(answer(web, pod({ app: 'web' }), 'blog')).toBe('no');
    expect(answer(web, pod({ app: 'api' }))).toBe('no');
    expect(answer(web, pod({}))).toBe('no');
    const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', namespace: 'shop' };
    expect(answer(web, subjectOf({ ...deployment, labels: { app: 'web' } }))).toBe('no');
  });

  test('each is told', () => {
    const selection = selectionBy(web, 'blog', pod({ app: 'web' }), () => undefined);
    expect(selection).toEqual({ isOfKind: true, namespace: 'no', labels: 'yes' });
  });
});

describe('labels that are not known', () => {
  const hash = ['pod-template-hash'];

  test.each<[selector: Record<string, string>, added: string[], wanted: string]>([
    [{ app: 'web' }, hash, 'yes'],
    [{ app: 'web', 'pod-template-hash': 'x' }, hash, 'open'],
    [{ app: 'api', 'pod-template-hash': 'x' }, hash, 'no'],
    [{ app: 'web', 'pod-template-hash': 'x' }, [], 'no'],
  ])('%j: %j', (selector, added, wanted) => {
    expect(answer(service(selector), pod({ app: 'web' }, 'shop', added))).toBe(wanted);
  });

  test('that the template has are known', () => {
    const known = pod({ 'pod-template-hash': 'y' }, 'shop', hash);
    expect(answer(service({ 'pod-template-hash': 'x' }), known)).toBe('no');
  });

  test('leave negations open too, and what cannot be met shut', () => {
    const claim = (matchExpressions: object[]): Claim =>
      first({
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        spec: { selector: { matchExpressions } },
      });
    const absent = { key: 'pod-template-hash', operator: 'DoesNotExist' };
    expect(answer(claim([absent]), pod({}, 'shop', hash))).toBe('open');
    const present = { key: 'pod-template-hash', operator: 'Exists' };
    expect(answer(claim([absent, present]), pod({}, 'shop', hash))).toBe('no');
  });
});

describe('namespaces', () => {
  const team = { namespaceSelector: { matchLabels: { team: 'web' } } };
  const named = (name: string): object => ({
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
  });

  test.each<[why: string, peer: object, namespace: string, wanted: string]>([
    ['its labels match', team, 'shop', 'yes'],
    ['its labels do not', team, 'bare', 'no'],
    ['its labels are not known', team, 'elsewhere', 'open'],
    ['its name is always known', named('elsewhere'), 'elsewhere', 'yes'],
    ['another name', named('elsewhere'), 'other', 'no'],
    ['every one', { namespaceSelector: {} }, 'elsewhere', 'yes'],
    ['the own one', { podSelector: {} }, 'shop', 'yes'],
    ['another one', { podSelector: {} }, 'bare', 'no'],
  ])('%s', (_, given, namespace, wanted) => {
    expect(answer(peer(given), pod({}, namespace))).toBe(wanted);
  });

  test('labels decide where the namespace is open, and the other way round', () => {
    const both = peer({ podSelector: { matchLabels: { app: 'web' } }, ...team });
    expect(answer(both, pod({ app: 'web' }, 'elsewhere'))).toBe('open');
    expect(answer(both, pod({ app: 'api' }, 'elsewhere'))).toBe('no');
  });

  test('that are listed count beside those that match', () => {
    const claim = first({
      apiVersion: 'v1',
      kind: 'Pod',
      spec: {
        affinity: {
          podAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [
              { labelSelector: {}, namespaces: ['bare'], ...team },
            ],
          },
        },
      },
    });
    expect(['shop', 'bare', 'elsewhere'].map((one) => answer(claim, pod({}, one)))).toEqual([
      'yes',
      'yes',
      'open',
    ]);
  });
});

describe('what has a name for a label', () => {
  test('a node, under metadata.name', () => {
    const claim = first({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      spec: {
        nodeAffinity: {
          required: {
            nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }] }],
          },
        },
      },
    });
    const node = (name: string): Subject =>
      subjectOf({ apiVersion: 'v1', kind: 'Node', namespace: '', name, labels: {} });
    expect(['a', 'b', ''].map((name) => answer(claim, node(name)))).toEqual(['yes', 'no', 'open']);
  });

  test('a namespace, whatever its manifest says', () => {
    const { labels } = subjectOf({
      apiVersion: 'v1',
      kind: 'Namespace',
      namespace: '',
      name: 'shop',
      labels: { 'kubernetes.io/metadata.name': 'other', team: 'web' },
    });
    expect(Object.fromEntries(labels)).toEqual({ 'kubernetes.io/metadata.name': 'shop', team: 'web' });
  });

  test('other kinds have none', () => {
    const custom = { apiVersion: 'x.example/v1', kind: 'Node', namespace: '', name: 'a', labels: {} };
    expect([...subjectOf(custom).labels]).toEqual([]);
  });
});

describe('a webhook', () => {
  const webhook = (resources: string[], more: object): Claim =>
    first({
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      webhooks: [{ rules: [{ apiGroups: ['', 'rbac.authorization.k8s.io'], resources }], ...more }],
    });
  const production = { namespaceSelector: { matchLabels: { team: 'web' } } };

  test('of a namespace asks for its own labels', () => {
    const claim = webhook(['namespaces'], production);
    const namespace = (labels: Record<string, string>): Subject =>
      subjectOf({ apiVersion: 'v1', kind: 'Namespace', namespace: '', name: 'new', labels });
    expect(answer(claim, namespace({ team: 'web' }), '')).toBe('yes');
    expect(answer(claim, namespace({}), '')).toBe('no');
  });

  test('never passes over what is in no namespace', () => {
    const role = subjectOf({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      namespace: '',
      name: 'view',
      labels: {},
    });
    expect(answer(webhook(['*'], production), role, '')).toBe('yes');
    expect(answer(webhook(['pods'], production), role, '')).toBe('no');
  });
});
