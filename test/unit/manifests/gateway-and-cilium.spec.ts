import { describe, expect, test } from 'vitest';
import { claims } from './told.ts';

const GATEWAY = 'gateway.networking.k8s.io/v1';

describe('a Gateway of the Gateway API', () => {
  const listeners = (...namespaces: readonly object[]) => ({
    spec: { listeners: namespaces.map((from) => ({ allowedRoutes: { namespaces: from } })) },
  });
  const selector = { matchLabels: { team: 'web' } };

  test('accepts routes from namespaces that a listener selects', () => {
    const content = listeners({ from: 'Same' }, { from: 'Selector', selector });
    expect(claims(GATEWAY, 'Gateway', content)).toEqual([
      'accepts routes from namespaces team=web | every | spec.listeners[1].allowedRoutes.namespaces.selector',
    ]);
  });

  test.each([
    ['all', { from: 'All', selector }],
    ['its own', { from: 'Same', selector }],
    ['its own, where nothing is said', { selector }],
  ])('does not look at the selector where it is for %s', (_, namespaces) => {
    expect(claims(GATEWAY, 'Gateway', listeners(namespaces))).toEqual([]);
  });

  test('selects all by an empty selector, and none without one', () => {
    expect(
      claims(GATEWAY, 'Gateway', listeners({ from: 'Selector', selector: {} }, { from: 'Selector' })),
    ).toEqual([
      'accepts routes from namespaces everything | every | spec.listeners[0].allowedRoutes.namespaces.selector',
      'accepts routes from namespaces nothing | every | spec.listeners[1].allowedRoutes.namespaces.selector?',
    ]);
  });

  test('is told of mistakes in the selectors that count', () => {
    const wrong = { matchLabels: { team: 'a b' } };
    expect(
      claims(
        GATEWAY,
        'Gateway',
        listeners({ from: 'All', selector: wrong }, { from: 'Selector', selector: wrong }),
      ),
    ).toEqual(['! value-invalid spec.listeners[1].allowedRoutes.namespaces.selector.matchLabels.team']);
  });

  test('accepts listeners of others', () => {
    const content = { spec: { allowedListeners: { namespaces: { from: 'Selector', selector } } } };
    expect(claims(GATEWAY, 'Gateway', content)).toEqual([
      'accepts listeners from namespaces team=web | every | spec.allowedListeners.namespaces.selector',
    ]);
  });

  test.each([
    [GATEWAY, 'ListenerSet'],
    ['gateway.networking.x-k8s.io/v1alpha1', 'XListenerSet'],
  ])('%s %s has listeners too', (apiVersion, kind) => {
    expect(claims(apiVersion, kind, listeners({ from: 'Selector', selector }))).toHaveLength(1);
  });
});

describe('a policy of Cilium', () => {
  const policy = (spec: object, kind = 'CiliumNetworkPolicy') => claims('cilium.io/v2', kind, { spec });
  const endpoints = (selector: object) => policy({ endpointSelector: selector });

  test('selects pods by labels, whose source may stand before them', () => {
    expect(
      policy({
        endpointSelector: {
          matchLabels: { 'k8s:app': 'db', tier: 'data' },
          matchExpressions: [{ key: 'any:app.kubernetes.io/name', operator: 'Exists' }],
        },
        ingress: [{ fromEndpoints: [{ matchLabels: { 'k8s:app': 'web' } }, {}] }, { fromEntities: ['host'] }],
        egress: [{ toEndpoints: [{ matchLabels: { app: 'dns' } }] }],
        ingressDeny: [{ fromEndpoints: [{ matchLabels: { app: 'bad' } }] }],
      }),
    ).toEqual([
      'applies policy to pods app=db,app.kubernetes.io/name,tier=data | own | spec.endpointSelector',
      'allows traffic from pods app=web | own | spec.ingress[0].fromEndpoints[0]',
      'allows traffic from pods everything | own | spec.ingress[0].fromEndpoints[1]',
      'allows traffic to pods app=dns | own | spec.egress[0].toEndpoints[0]',
    ]);
  });

  test('may be several, and for all namespaces', () => {
    const specs = [{ endpointSelector: {} }, { endpointSelector: { matchLabels: { app: 'db' } } }];
    expect(claims('cilium.io/v2', 'CiliumClusterwideNetworkPolicy', { specs })).toEqual([
      'applies policy to pods everything | every | specs[0].endpointSelector',
      'applies policy to pods app=db | every | specs[1].endpointSelector',
    ]);
  });

  test.each([
    ['of Cilium itself', { matchLabels: { 'reserved:host': '' } }],
    [
      'of Cilium itself, in an expression',
      { matchExpressions: [{ key: 'reserved:init', operator: 'Exists' }] },
    ],
    ['with its short sign', { matchLabels: { $world: '' } }],
    ['with a point', { matchLabels: { 'reserved.host': '' } }],
    ['of the namespace', { matchLabels: { app: 'web', 'k8s:io.kubernetes.pod.namespace': 'shop' } }],
    ['of labels of the namespace', { matchLabels: { 'io.cilium.k8s.namespace.labels.team': 'web' } }],
    ['of a service account', { matchLabels: { 'k8s:io.cilium.k8s.policy.serviceaccount': 'web' } }],
    ['of another source', { matchLabels: { 'container:app': 'web' } }],
    ['twice, of two sources', { matchLabels: { 'k8s:app': 'web', 'any:app': 'api' } }],
  ])('that asks for a label %s is not read', (_, selector) => {
    expect(endpoints(selector)).toEqual([]);
  });

  test('for nodes is none for pods', () => {
    expect(policy({ nodeSelector: { matchLabels: { app: 'db' } } })).toEqual([]);
    expect(policy({})).toEqual([]);
  });

  test('has mistakes at the places where they are written', () => {
    expect(
      endpoints({
        matchLabels: { 'k8s:app': 'a b', 'k8s:a b': 'x' },
        matchExpressions: [{ key: 'k8s:tier', operator: 'Is' }],
      }),
    ).toEqual([
      '! value-invalid spec.endpointSelector.matchLabels["k8s:app"]',
      '! key-invalid spec.endpointSelector.matchLabels["k8s:a b"]',
      '! unsupported-operator spec.endpointSelector.matchExpressions[0].operator',
    ]);
    expect(endpoints([])).toEqual(['! wrong-type spec.endpointSelector']);
  });
});

test('policies of Calico are written in a language of their own, and make no claims', () => {
  const spec = {
    selector: "app == 'db' && has(tier)",
    ingress: [{ action: 'Allow', source: { selector: 'all()' } }],
  };
  for (const apiVersion of ['projectcalico.org/v3', 'crd.projectcalico.org/v1']) {
    expect(claims(apiVersion, 'NetworkPolicy', { spec })).toEqual([]);
    expect(claims(apiVersion, 'GlobalNetworkPolicy', { spec })).toEqual([]);
  }
});
