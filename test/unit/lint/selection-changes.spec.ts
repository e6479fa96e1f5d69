import { describe, expect, test } from 'vitest';
import { diffManifests, type LintFinding, readManifests } from '../../../src/manifests.ts';
import { deployment, diff, documents, service } from './diffing.ts';

const told = ({ rule, verdict, region: { start } }: LintFinding): string =>
  `${rule} ${verdict} ${start.line}:${start.column}`;
const found = async (before: string, after: string): Promise<string[]> =>
  (await diff(before, after)).map(told);

const WEB = deployment('web', 'app: web, tier: front', 'app: web');
const API = deployment('api', 'app: api, tier: back', 'app: api');
const BOTH = documents(WEB, API);
const SERVICE = service('web', 'app: web');

describe('a Service loses a workload', () => {
  test('by a typing mistake in its selector', async () => {
    const [finding, ...others] = await diff(
      documents(BOTH, SERVICE),
      documents(BOTH, service('web', 'app: wep')),
    );
    expect(others).toEqual([]);
    expect(finding && told(finding)).toBe('service-lost-workload definite 25:3');
    expect(finding).toMatchObject({
      message:
        'Service web no longer routes traffic to the pods of Deployment web: its selector was app=web and is app=wep; it selects nothing now',
      related: [
        { source: 'old.yaml', message: 'the selector before' },
        { source: 'new.yaml', object: 'Deployment web', path: 'spec.template.metadata.labels' },
      ],
    });
  });

  test('by a changed label of the workload', async () => {
    const changed = deployment('web', 'app: web, tier: back', 'app: web');
    const before = documents(WEB, service('front', 'tier: front'));
    expect(await found(before, documents(changed, service('front', 'tier: front')))).toEqual([
      'service-lost-workload definite 8:26',
    ]);
  });

  test('by a label that is left out: there is no place but the labels', async () => {
    const changed = deployment('web', 'app: web', 'app: web');
    const [finding] = await diff(
      documents(WEB, service('front', 'tier: front')),
      documents(changed, service('front', 'tier: front')),
    );
    expect(finding && told(finding)).toBe('service-lost-workload definite 8:7');
    expect(finding?.message).toContain('the label tier=front is gone, and it selects nothing now');
  });

  test('one of several: it still selects the other', async () => {
    const group = [
      deployment('a', 'app: a, part: shop', 'app: a'),
      deployment('b', 'app: b, part: shop', 'app: b'),
    ];
    const changed = deployment('b', 'app: b', 'app: b');
    const shop = service('shop', 'part: shop');
    const [finding] = await diff(documents(...group, shop), documents(group[0] ?? '', changed, shop));
    expect(finding?.verdict).toBe('definite');
    expect(finding?.message).not.toContain('nothing');
  });

  test('that is gone itself, and nothing is left', async () => {
    const before = documents(BOTH, SERVICE);
    expect(await found(before, documents(API, SERVICE))).toEqual(['service-lost-workload definite 15:3']);
    const renamed = deployment('web2', 'app: web2');
    const [finding] = await diff(before, documents(renamed, API, SERVICE));
    expect(finding?.message).toBe(
      'Service web routes traffic to nothing any more: it selected the pods of Deployment web, which is gone',
    );
    // With no workload at all, the workloads are elsewhere, as likely as not.
    expect(await found(before, SERVICE)).toEqual(['service-lost-workload possible 5:3']);
  });

  test('several at once are one finding, at the selector', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const all = names.map((name) => deployment(name, `app: ${name}, part: shop`, `app: ${name}`));
    const [finding, ...others] = await diff(
      documents(...all, service('shop', 'part: shop')),
      documents(...all, service('shop', 'part: shops')),
    );
    expect(others).toEqual([]);
    expect(finding?.message).toContain('the pods of Deployment a, Deployment b, Deployment c and 3 more');
    expect(finding?.related).toHaveLength(4);
  });
});

describe('a Service that may be meant so', () => {
  test('selects another workload instead', async () => {
    expect(await found(documents(BOTH, SERVICE), documents(BOTH, service('web', 'app: api')))).toEqual([
      'service-lost-workload possible 25:3',
    ]);
  });

  test('has no selector any more', async () => {
    expect(await found(documents(BOTH, SERVICE), documents(BOTH, service('web', '')))).toEqual([
      'service-lost-workload possible 25:3',
    ]);
  });

  test('is an alias now', async () => {
    const alias = service('web', 'app: web', '\n  type: ExternalName\n  externalName: example.org');
    expect(await found(documents(BOTH, SERVICE), documents(BOTH, alias))).toEqual([]);
  });

  test('selects a new workload instead of one that is gone', async () => {
    const renamed = deployment('web2', 'app: web');
    expect(await found(documents(BOTH, SERVICE), documents(renamed, API, SERVICE))).toEqual([]);
  });

  test('was written in another way', async () => {
    const spelled = service('web', '"app": "web"');
    expect(await found(documents(BOTH, SERVICE), documents(BOTH, spelled))).toEqual([]);
  });

  test('is gone together with its workload, or is new', async () => {
    expect(await found(documents(BOTH, SERVICE), API)).toEqual([]);
    expect(await found(BOTH, documents(BOTH, SERVICE))).toEqual([]);
  });

  test('never selected anything', async () => {
    const idle = service('web', 'app: nothing');
    expect(await found(documents(BOTH, idle), documents(BOTH, service('web', 'app: none')))).toEqual([]);
  });
});

describe('what is not sure', () => {
  test('labels that only a cluster knows', async () => {
    const hashed = service('web', 'app: web, pod-template-hash: "1"');
    const [finding] = await diff(documents(BOTH, SERVICE), documents(BOTH, hashed));
    expect(finding).toMatchObject({
      verdict: 'unknown',
      doubt: 'only a cluster knows the label pod-template-hash that it asks for',
      message: 'Service web perhaps no longer routes traffic to the pods of Deployment web',
    });
  });

  test('what could not be read', async () => {
    const wrong = service('web', 'app: wep');
    const broken = '- [\n';
    expect(await found(documents(BOTH, SERVICE), documents(BOTH, wrong, broken))).toEqual([
      'service-lost-workload unknown 25:3',
    ]);
    expect(await found(documents(BOTH, SERVICE, broken), documents(BOTH, wrong))).toEqual([
      'service-lost-workload definite 25:3',
    ]);
    // A label that was changed has left the selector, whatever else there is.
    const changed = deployment('web', 'app: web2', 'app: web2');
    const findings = await found(documents(WEB, SERVICE), documents(changed, SERVICE, broken));
    expect(findings).toContain('service-lost-workload definite 8:16');
  });

  test('pods that an operator makes', async () => {
    const custom = 'apiVersion: example.org/v1\nkind: WebShop\nmetadata: {name: a}\nspec: {}\n';
    const after = documents(BOTH, service('web', 'app: wep'), custom);
    expect(await found(documents(BOTH, SERVICE, custom), after)).toEqual([
      'service-lost-workload unknown 25:3',
    ]);
  });
});

describe('a Service gains a workload', () => {
  test('by a changed label of it', async () => {
    const changed = deployment('api', 'app: web, tier: back', 'tier: back');
    const before = documents(WEB, deployment('api', 'app: api, tier: back', 'tier: back'), SERVICE);
    const [finding, ...others] = await diff(before, documents(WEB, changed, SERVICE));
    expect(others).toEqual([]);
    expect(finding && told(finding)).toBe('service-gained-workload definite 18:16');
    expect(finding?.message).toBe(
      'Service web now also routes traffic to the pods of Deployment api: the label app=api became app=web',
    );
  });

  test('by a selector that asks for less: that may be meant', async () => {
    const shop = [
      deployment('a', 'part: shop, app: a', 'app: a'),
      deployment('b', 'part: shop, app: b', 'app: b'),
    ];
    const before = documents(...shop, service('a', 'part: shop, app: a'));
    expect(await found(before, documents(...shop, service('a', 'part: shop')))).toEqual([
      'service-gained-workload possible 25:3',
    ]);
  });

  test('by a new one beside a single one: that may be a canary', async () => {
    const canary = deployment('web-canary', 'app: web, track: canary');
    expect(await found(documents(WEB, SERVICE), documents(WEB, canary, SERVICE))).toEqual([
      'service-gained-workload possible 18:16',
    ]);
  });

  test('not by one more of a group', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) =>
      deployment(name, `part: shop, app: ${name}`, `app: ${name}`),
    );
    const shop = service('shop', 'part: shop');
    expect(
      await found(documents(a ?? '', b ?? '', shop), documents(a ?? '', b ?? '', c ?? '', shop)),
    ).toEqual([]);
  });

  test('not where it selects nothing that it selected before', async () => {
    const before = documents(BOTH, SERVICE);
    const findings = await found(before, documents(BOTH, service('web', 'app: api')));
    expect(findings.filter((one) => one.startsWith('service-gained'))).toEqual([]);
  });
});

describe('other selectors', () => {
  const policy = (selector: string): string => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: closed}
spec:
  podSelector: ${selector}
  policyTypes: [Ingress]
`;

  test('a policy for all pods says nothing of new ones', async () => {
    expect(await found(documents(WEB, policy('{}')), documents(BOTH, policy('{}')))).toEqual([]);
  });

  test('a policy for all pods that is for some', async () => {
    expect(
      await found(documents(BOTH, policy('{}')), documents(BOTH, policy('{matchLabels: {app: web}}'))),
    ).toEqual(['policy-lost-workload possible 25:3']);
  });

  test('a Prometheus that reads a monitor by its label', async () => {
    const prometheus = `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main}
spec:
  serviceMonitorSelector: {matchLabels: {release: main}}
`;
    const monitor = (labels: string): string => `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: web, labels: {${labels}}}
spec: {selector: {matchLabels: {app: web}}}
`;
    const [finding] = await diff(
      documents(monitor('release: main'), prometheus),
      documents(monitor('release: other'), prometheus),
    );
    expect(finding && told(finding)).toBe('monitor-lost-target definite 3:32');
    expect(finding?.message).toContain('Prometheus main no longer reads ServiceMonitor web');
  });

  test('what a controller made is not compared: its owner is', async () => {
    const owned = (name: string, labels: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  labels: {${labels}}
  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-1, controller: true}]
spec: {containers: []}
`;
    const before = documents(WEB, owned('web-1-a', 'app: web'), SERVICE);
    expect(await found(before, documents(WEB, owned('web-1-a', 'app: debug'), SERVICE))).toEqual([]);
  });
});

test('ten thousand objects are compared one by one, and not each with each', async () => {
  const many = Array.from({ length: 5000 }, (_, index) =>
    JSON.stringify({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: `w${index}` },
      spec: {
        selector: { matchLabels: { app: `w${index}` } },
        template: { metadata: { labels: { app: `w${index}` } } },
      },
    }),
  );
  const services = Array.from({ length: 5000 }, (_, index) =>
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: `w${index}` },
      spec: { selector: { app: `w${index}` } },
    }),
  );
  const text = [...many, ...services].join('\n');
  const before = (await readManifests(text, 'old.ndjson')).objects;
  const changed = text.replace('"selector":{"app":"w77"}', '"selector":{"app":"x77"}');
  const after = (await readManifests(changed, 'new.ndjson')).objects;
  const started = performance.now();
  expect(diffManifests(before, after).map(({ object }) => object)).toEqual(['Service w77']);
  // Each with each, fifty million answers, takes half a minute.
  expect(performance.now() - started).toBeLessThan(10_000);
});
