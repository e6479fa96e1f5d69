import { describe, expect, test } from 'vitest';
import { type Relations, readManifests, relationsOf } from '../../../src/manifests.ts';
import { deployment, documents, service } from './diffing.ts';

async function relations(text: string, namespace?: string): Promise<Relations> {
  const { objects } = await readManifests(text, 'test.yaml');
  return relationsOf(objects, namespace === undefined ? {} : { namespace });
}

/** Edges in short: `default/Service/web routes-traffic default/Deployment/web`; doubt is told by a question mark. */
async function edges(text: string): Promise<string[]> {
  const found = await relations(text);
  return found.edges.map(({ from, relation, to, isCertain }) =>
    `${from} ${relation}${isCertain ? '' : '?'} ${to}`.replaceAll('default/', ''),
  );
}

const ids = async (text: string): Promise<string[]> =>
  (await relations(text)).nodes.map(({ id }) => id.replace('default/', ''));

const WEB = deployment('web', 'app: web, tier: front', 'app: web');
const API = deployment('api', 'app: api, tier: back', 'app: api');

const named = (apiVersion: string, kind: string, name: string, spec: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}}\nspec: ${spec}\n`;

describe('selectors', () => {
  test('of pods lead to workloads', async () => {
    const text = documents(WEB, API, service('web', 'app: web'), service('all', 'tier: back'));
    expect(await edges(text)).toEqual([
      'Service/web routes-traffic Deployment/web',
      'Service/all routes-traffic Deployment/api',
    ]);
    const [edge] = (await relations(text)).edges;
    expect(edge).toMatchObject({ selection: 'app=web', path: ['spec', 'selector'], isCertain: true });
  });

  test('of other objects lead to these', async () => {
    const monitor = named(
      'monitoring.coreos.com/v1',
      'ServiceMonitor',
      'web',
      '{selector: {matchLabels: {app: web}}}',
    );
    const text = documents(
      service('web', 'app: web').replace('{name: web}', '{name: web, labels: {app: web}}'),
      monitor,
    );
    expect(await edges(text)).toEqual(['ServiceMonitor/web scrapes Service/web']);
  });

  test('of pods lead to nodes and to workloads, themselves included', async () => {
    const spec = `{containers: [], nodeSelector: {pool: a}, affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: h, labelSelector: {matchLabels: {app: web}}}]}}}`;
    const text = documents(
      `apiVersion: v1\nkind: Pod\nmetadata: {name: web, labels: {app: web}}\nspec: ${spec}\n`,
      'apiVersion: v1\nkind: Node\nmetadata: {name: one, labels: {pool: a}}\n',
    );
    expect(await edges(text)).toEqual(['Pod/web schedules-onto Node/one', 'Pod/web kept-from Pod/web']);
  });

  test('of controllers count where they select what is not theirs', async () => {
    expect(await edges(documents(WEB, API))).toEqual([]);
    expect(await edges(documents(WEB, deployment('wide', 'app: web, x: y', 'app: web')))).toEqual([
      'Deployment/web controls Deployment/wide',
      'Deployment/wide controls Deployment/web',
    ]);
  });

  test('of Jobs that the API server makes say nothing', async () => {
    const job = (name: string): string =>
      named('batch/v1', 'Job', name, '{template: {metadata: {labels: {app: a}}, spec: {containers: []}}}');
    expect(await edges(documents(job('a'), job('b')))).toEqual([]);
  });

  test('that ask for labels which only a cluster knows', async () => {
    expect(await edges(documents(WEB, service('web', 'app: web, pod-template-hash: a')))).toEqual([
      'Service/web routes-traffic? Deployment/web',
    ]);
  });

  test('of several rules that say the same are one edge', async () => {
    const from = '{from: [{podSelector: {matchLabels: {app: web}}}]}';
    const policy = named(
      'networking.k8s.io/v1',
      'NetworkPolicy',
      'p',
      `{podSelector: {matchLabels: {app: api}}, ingress: [${from}, ${from}]}`,
    );
    expect(await edges(documents(WEB, API, policy))).toEqual([
      'NetworkPolicy/p applies-policy Deployment/api',
      'NetworkPolicy/p allows-from Deployment/web',
    ]);
  });

  test('in other namespaces', async () => {
    const other = deployment('web', 'app: web', 'app: web', ', namespace: shop');
    expect(await edges(documents(other, service('web', 'app: web')))).toEqual([]);
    const found = await relations(documents(other, service('web', 'app: web')), 'shop');
    expect(found.edges).toHaveLength(1);
    expect(found.nodes.map(({ id }) => id)).toEqual(['shop/Deployment/web', 'shop/Service/web']);
  });
});

describe('selectors without edges', () => {
  test('select nothing of what was read', async () => {
    const { nodes, edges: none } = await relations(documents(WEB, service('web', 'app: wep')));
    expect(none).toEqual([]);
    expect(nodes.map(({ idle }) => idle.map(({ selection }) => selection))).toEqual([[], ['app=wep']]);
  });

  test('nothing is said where nothing of their kind was read', async () => {
    expect(await ids(service('web', 'app: web'))).toEqual([]);
  });

  test('select everything: the list of what they do is shared', async () => {
    const policy = (name: string): string =>
      named('networking.k8s.io/v1', 'NetworkPolicy', name, '{podSelector: {}}');
    const { nodes, edges: none } = await relations(documents(WEB, API, policy('a'), policy('b')));
    expect(none).toEqual([]);
    const [, , a, b] = nodes;
    expect(a?.broad).toMatchObject([{ relation: 'applies-policy', selection: 'all pods' }]);
    expect(a?.broad[0]?.selected).toEqual(['default/Deployment/web', 'default/Deployment/api']);
    expect(b?.broad[0]?.selected).toBe(a?.broad[0]?.selected);
  });

  test('have mistakes, which are told', async () => {
    const { unread, edges: none } = await relations(documents(WEB, service('web', 'app: 1')));
    expect(none).toEqual([]);
    expect(unread.map(({ object, finding }) => [object.name, finding.diagnostic.path])).toEqual([
      ['web', 'spec.selector.app'],
    ]);
  });

  test('are those of webhooks that are asked about everything', async () => {
    const hook = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: hook}
webhooks: [{name: a, rules: [{apiGroups: ['*'], apiVersions: ['*'], resources: ['*'], operations: ['*']}]}]
`;
    expect(await ids(documents(WEB, hook))).toEqual(['Deployment/web']);
  });
});

describe('names', () => {
  test('of Services in an Ingress, and of what is scaled', async () => {
    const ingress = named(
      'networking.k8s.io/v1',
      'Ingress',
      'public',
      '{defaultBackend: {service: {name: web}}, rules: [{http: {paths: [{backend: {service: {name: api}}}, {backend: {service: {name: api}}}, {backend: {service: {name: gone}}}]}}]}',
    );
    const scaler = named(
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'web',
      '{scaleTargetRef: {kind: Deployment, name: web}}',
    );
    const text = documents(WEB, service('web', 'app: web'), service('api', 'app: api'), ingress, scaler);
    expect(await edges(text)).toEqual([
      'Service/web routes-traffic Deployment/web',
      'Ingress/public forwards-to Service/web',
      'Ingress/public forwards-to Service/api',
      'HorizontalPodAutoscaler/web scales Deployment/web',
    ]);
  });

  test('of a route, in another namespace', async () => {
    const route = named(
      'gateway.networking.k8s.io/v1',
      'HTTPRoute',
      'r',
      '{rules: [{backendRefs: [{name: web, namespace: shop}, {name: web}]}]}',
    );
    const web = service('web', 'app: web').replace('{name: web}', '{name: web, namespace: shop}');
    expect(await edges(documents(web, route))).toEqual(['HTTPRoute/r forwards-to shop/Service/web']);
  });

  test('of what KEDA scales, which is a Deployment where it says nothing else, and of what is sized', async () => {
    const scaled = named('keda.sh/v1alpha1', 'ScaledObject', 's', '{scaleTargetRef: {name: web}}');
    const sized = named(
      'autoscaling.k8s.io/v1',
      'VerticalPodAutoscaler',
      'v',
      '{targetRef: {kind: Deployment, name: api}}',
    );
    expect(await edges(documents(WEB, API, scaled, sized))).toEqual([
      'ScaledObject/s scales Deployment/web',
      'VerticalPodAutoscaler/v scales Deployment/api',
    ]);
  });

  test('of hosts that a VirtualService sends requests to', async () => {
    const virtual = named(
      'networking.istio.io/v1',
      'VirtualService',
      'v',
      '{http: [{route: [{destination: {host: web, subset: v1}}], mirror: {host: api.shop.svc.cluster.local}}], tcp: [{route: [{destination: {host: web.shop}}, {destination: {host: example.com}}, {}]}]}',
    );
    const api = service('api', 'app: api').replace('{name: api}', '{name: api, namespace: shop}');
    const other = service('web', 'app: web').replace('{name: web}', '{name: web, namespace: shop}');
    const text = documents(service('web', 'app: web'), api, other, virtual);
    expect(await edges(text)).toEqual([
      'VirtualService/v forwards-to Service/web',
      'VirtualService/v forwards-to shop/Service/api',
    ]);
  });

  test('what is named wrongly leads nowhere', async () => {
    for (const spec of [
      '{scaleTargetRef: {kind: 1, name: web}}',
      '{scaleTargetRef: [web]}',
      '{}',
      'null',
      'web',
    ]) {
      const scaler = named('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', spec);
      expect(await edges(documents(WEB, scaler))).toEqual([]);
    }
  });

  test('the same name twice', async () => {
    const { nodes } = await relations(documents(WEB, WEB));
    expect(nodes.map(({ id }) => id)).toEqual(['default/Deployment/web', 'default/Deployment/web#2']);
  });
});

describe('what controllers make', () => {
  const owned = (
    kind: string,
    name: string,
    labels: string,
    owner: string,
    by: string,
  ): string => `apiVersion: ${kind === 'Pod' ? 'v1' : 'apps/v1'}
kind: ${kind}
metadata:
  name: ${name}
  labels: {${labels}}
  ownerReferences: [{apiVersion: apps/v1, kind: ${owner}, name: ${by}, controller: true}]
spec:
  selector: {matchLabels: {app: web}}
  template: {metadata: {labels: {${labels}}}, spec: {}}
  containers: []
`;
  const SET = owned('ReplicaSet', 'web-1', 'app: web, tier: front', 'Deployment', 'web');
  const POD = owned('Pod', 'web-1-a', 'app: web, tier: front', 'ReplicaSet', 'web-1');

  test('is its owner', async () => {
    const text = documents(WEB, SET, POD, service('web', 'app: web'));
    expect(await ids(text)).toEqual(['Deployment/web', 'Service/web']);
    expect(await edges(text)).toEqual(['Service/web routes-traffic Deployment/web']);
  });

  test('stands for itself where only it is selected', async () => {
    const debug = owned('Pod', 'web-1-b', 'app: debug', 'ReplicaSet', 'web-1');
    const text = documents(WEB, SET, debug, service('debug', 'app: debug'));
    expect(await edges(text)).toEqual([
      'Deployment/web owns ReplicaSet/web-1',
      'ReplicaSet/web-1 owns Pod/web-1-b',
      'Service/debug routes-traffic Pod/web-1-b',
    ]);
  });

  test('stands for itself where its owner was not read', async () => {
    expect(await edges(documents(POD, service('web', 'app: web')))).toEqual([
      'Service/web routes-traffic Pod/web-1-a',
    ]);
  });

  test('owners that own each other end', async () => {
    const [a, b] = [owned('Pod', 'a', 'app: x', 'Pod', 'b'), owned('Pod', 'b', 'app: x', 'Pod', 'a')];
    expect(await edges(documents(a, b, service('x', 'app: x')))).toBeInstanceOf(Array);
  });
});

test('ten thousand objects: selectors are held against what has their labels', async () => {
  const line = (value: unknown): string => JSON.stringify(value);
  const text = Array.from({ length: 3300 }, (_, index) => {
    const app = `w${index}`;
    const metadata = { name: app };
    return [
      line({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata,
        spec: { selector: { matchLabels: { app } }, template: { metadata: { labels: { app } } } },
      }),
      line({ apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: { app } } }),
      line({
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata,
        spec: { podSelector: {}, ingress: [{ from: [{ namespaceSelector: {} }] }] },
      }),
    ].join('\n');
  }).join('\n');
  const { objects } = await readManifests(text, 'test.ndjson');
  const started = performance.now();
  const found = relationsOf(objects);
  expect([found.nodes.length, found.edges.length]).toEqual([9900, 3300]);
  // Each with each, thirty million answers, takes half a minute.
  expect(performance.now() - started).toBeLessThan(10_000);
});
