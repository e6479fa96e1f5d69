import { describe, expect, test } from 'vitest';
import { cronJob, documents, job, workload } from './documents.ts';
import { foundBy, places } from './mended.ts';

const RULE = 'overlapping-controllers';

async function placesIn(...texts: readonly string[]): Promise<readonly string[]> {
  return places(await foundBy(RULE, documents(...texts)));
}

const WEB = workload('web', { labels: { app: 'shop', tier: 'web' }, selector: { app: 'shop' } });
const API = workload('api', { labels: { app: 'shop', tier: 'api' }, selector: { app: 'shop' } });
const OWNED =
  'ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: web, uid: x, controller: true }]';

test('two that select each other are told at the second', async () => {
  const found = await foundBy(RULE, documents(WEB, API));
  expect(places(found)).toEqual(['definite 14:3']);
  expect(found[0]).toMatchObject({
    severity: 'warning',
    message:
      "Deployment api and Deployment web select each other's pods (both select app=shop), so that each may adopt the other's, and what goes by a selector counts them all",
    mend: 'add tier=api, which the others do not have, to the selector; a selector cannot be changed, so delete the Deployment and create it anew',
    related: [{ object: 'Deployment web', path: 'spec.selector', message: 'the selector of Deployment web' }],
  });
});

test.each([[true], [false]])('one that selects more than its own is told where it is', async (isFirst) => {
  const wide = workload('web', { labels: { app: 'shop', tier: 'web' }, selector: { app: 'shop' } });
  const narrow = workload('api', { labels: { app: 'shop', tier: 'api' } });
  const found = await foundBy(RULE, documents(...(isFirst ? [wide, narrow] : [narrow, wide])));
  expect(places(found)).toEqual([isFirst ? 'definite 5:3' : 'definite 14:3']);
  expect(found[0]?.message).toBe(
    'Deployment web also selects the pods of Deployment api (both select app=shop,tier=api), so that it may adopt them, and what goes by its selector counts them',
  );
});

describe('many whose selectors mean the same', () => {
  const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

  test('are told once, at the second of them, with a place for each of the others', async () => {
    const found = await foundBy(
      RULE,
      documents(...NAMES.map((name) => workload(name, { labels: { app: 'x' } }))),
    );
    expect(places(found)).toEqual(['definite 14:3']);
    expect(found[0]).toMatchObject({
      message:
        "Deployment a, Deployment b, Deployment c and 7 more select each other's pods (all select app=x), so that each may adopt those of the others, and what goes by a selector counts them all",
      mend: 'give the pods of each a label that no others have, and select by it; a selector cannot be changed, so delete them and create them anew',
    });
    expect(found[0]?.related.map(({ message, region }) => `${message} ${region.start.line}`)).toEqual(
      NAMES.flatMap((name, at) => (at === 1 ? [] : [`the selector of Deployment ${name} ${5 + 9 * at}`])),
    );
  });

  test('are told with the label by which their pods differ', async () => {
    const three = ['a', 'b', 'c'].map((tier) =>
      workload(tier, { selector: { app: 'x' }, labels: { app: 'x', team: tier, tier } }),
    );
    const [found] = await foundBy(RULE, documents(...three));
    expect(found?.message).toContain("Deployment a, Deployment b and Deployment c select each other's pods");
    expect(found?.mend).toContain('let each ask for its own value of tier as well;');
  });

  test('written in other words all the same', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => workload(name, { labels: { app: 'x' } }));
    const words = 'selector: { matchExpressions: [{ key: app, operator: In, values: [x] }] }';
    expect(await placesIn(a ?? '', b?.replace(/selector: .*/, words) ?? '', c ?? '')).toEqual([
      'definite 14:3',
    ]);
  });

  test('in several namespaces are several', async () => {
    const of = (namespace: string) =>
      ['a', 'b', 'c'].map((name) => workload(name, { namespace, labels: { app: 'x' } }));
    expect(await placesIn(...of('one'), ...of('two'))).toEqual(['definite 14:3', 'definite 41:3']);
  });

  test('and the pods of others besides: together they are told once for each', async () => {
    const wide = ['a', 'b', 'c'].map((name) =>
      workload(name, { selector: { app: 'x' }, labels: { app: 'x', tier: name } }),
    );
    const narrow = workload('own', { labels: { app: 'x', tier: 'own' } });
    const found = await foundBy(RULE, documents(...wide, narrow));
    expect(places(found)).toEqual(['definite 5:3', 'definite 14:3']);
    expect(found[0]).toMatchObject({
      message:
        'Deployment a, Deployment b and Deployment c also select the pods of Deployment own (all select app=x,tier=own), so that they may adopt them, and what goes by their selector counts them',
      related: [{ object: 'Deployment b' }, { object: 'Deployment c' }, { object: 'Deployment own' }],
    });
  });

  test('of which one is selected by another meaning', async () => {
    const same = ['a', 'b', 'c'].map((name) => workload(name, { labels: { app: 'x' } }));
    const other = workload('d', { labels: { app: 'x', tier: 'd' } }).replace(
      /selector: .*/,
      'selector: { matchExpressions: [{ key: app, operator: Exists }] }',
    );
    const found = await foundBy(RULE, documents(...same, other));
    expect(places(found)).toEqual(['definite 14:3', 'definite 32:3']);
    expect(found[1]?.message).toContain(
      "Deployment d and Deployment a, Deployment b and Deployment c select each other's pods (both select app=x)",
    );
  });

  test('of which one is of a kind that is not known: the others are told for certain', async () => {
    const fleet = workload('f', { apiVersion: 'fleets.example.com/v1', kind: 'Fleet', labels: { app: 'x' } });
    const [a, b, c] = ['a', 'b', 'c'].map((name) => workload(name, { labels: { app: 'x' } }));
    const found = await foundBy(RULE, documents(a ?? '', fleet, b ?? '', c ?? ''));
    expect(places(found)).toEqual(['possible 14:3', 'definite 23:3']);
    expect(found[0]?.message).toContain('Deployment a, Fleet f, Deployment b and Deployment c select');
    expect(found[1]?.message).toContain('Deployment a, Deployment b and Deployment c select');
  });

  test('a thousand copies are one finding, in no time', async () => {
    const copies = Array.from({ length: 1000 }, (_, index) =>
      workload(`w${index}`, { labels: { app: 'x' } }),
    );
    const started = performance.now();
    const found = await foundBy(RULE, documents(...copies));
    expect(places(found)).toEqual(['definite 14:3']);
    expect(found[0]?.message).toContain('Deployment w0, Deployment w1, Deployment w2 and 997 more');
    expect(found[0]?.related).toHaveLength(20);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test('base and overlay of one are one of them', async () => {
    const [a, b] = ['a', 'b'].map((name) => workload(name, { labels: { app: 'x' } }));
    const found = await foundBy(RULE, documents(a ?? '', b ?? '', a ?? '', b ?? ''));
    expect(places(found)).toEqual(['definite 14:3']);
    expect(found[0]?.message).toContain("Deployment b and Deployment a select each other's pods");
  });
});

test.each([
  ['different values', workload('a', { labels: { app: 'a' } }), workload('b', { labels: { app: 'b' } })],
  ['different keys', workload('a', { labels: { app: 'a' } }), workload('b', { labels: { name: 'b' } })],
  [
    'different namespaces',
    workload('a', { namespace: 'one', labels: { app: 'a' } }),
    workload('b', { namespace: 'two', labels: { app: 'a' } }),
  ],
  [
    'a ReplicaSet of a Deployment',
    workload('web', { labels: { app: 'a' } }),
    workload('web-1', { kind: 'ReplicaSet', labels: { app: 'a' }, metadata: OWNED }),
  ],
  [
    'a ReplicaSet that was stripped of its owner',
    workload('web', { labels: { app: 'a' } }),
    workload('web-1', {
      kind: 'ReplicaSet',
      labels: { app: 'a', 'pod-template-hash': 'abc' },
      metadata: 'labels: { app: a, pod-template-hash: abc }',
    }),
  ],
  [
    'one object, twice',
    workload('web', { labels: { app: 'a' } }),
    workload('web', { labels: { app: 'a' }, namespace: 'default' }),
  ],
  ['a Job', workload('web', { labels: { app: 'a' } }), job('migrate', { app: 'a' })],
  ['a CronJob and its Job', cronJob('report', { app: 'a' }), job('report-1', { app: 'a' })],
  [
    'a Pod',
    workload('web', { kind: 'ReplicaSet', labels: { app: 'a' } }),
    'apiVersion: v1\nkind: Pod\nmetadata: { name: web, labels: { app: a } }\nspec: { containers: [] }\n',
  ],
])('no conflict: %s', async (_, one, other) => {
  expect(await placesIn(one, other)).toEqual([]);
  expect(await placesIn(other, one)).toEqual([]);
});

test.each(['StatefulSet', 'DaemonSet', 'ReplicaSet'])('a Deployment and a %s', async (kind) => {
  const other = workload('b', { kind, labels: { app: 'a' } });
  expect(await placesIn(workload('a', { labels: { app: 'a' } }), other)).toEqual(['definite 14:3']);
});

test('a ReplicationController without a selector selects the labels of its template', async () => {
  const old =
    'apiVersion: v1\nkind: ReplicationController\nmetadata: { name: old }\nspec:\n  template:\n    metadata: { labels: { app: a } }\n    spec: { containers: [] }\n';
  expect(await placesIn(workload('a', { labels: { app: 'a' } }), old)).toEqual(['definite 13:1']);
});

test('a Job with a selector of its own', async () => {
  const manual = job('one', { app: 'a' }).replace(
    'backoffLimit: 0',
    'manualSelector: true\n  selector: { matchLabels: { app: a } }',
  );
  expect(await placesIn(workload('a', { labels: { app: 'a' } }), manual)).toEqual(['definite 15:3']);
});

test('three of which two are one object are one pair', async () => {
  const base = workload('web', { labels: { app: 'a' } });
  const found = await placesIn(base, workload('api', { labels: { app: 'a' } }), base);
  expect(found).toEqual(['definite 14:3']);
});

test('kinds that are not known may tell their pods apart otherwise', async () => {
  const rollout = workload('web', {
    apiVersion: 'fleets.example.com/v1',
    kind: 'Fleet',
    labels: { app: 'a' },
  });
  const found = await foundBy(RULE, documents(workload('old', { labels: { app: 'a' } }), rollout));
  expect(places(found)).toEqual(['possible 14:3']);
  expect(found[0]?.doubt).toContain('Fleet web is of a kind that is not known here');
});

test('a canary that its stable one selects', async () => {
  const stable = workload('web', { labels: { app: 'web' } });
  const canary = workload('web-canary', { labels: { app: 'web', track: 'canary' } });
  expect(await placesIn(stable, canary)).toEqual(['definite 5:3']);
  const told = workload('web', { labels: { app: 'web', track: 'stable' } });
  expect(await placesIn(told, canary)).toEqual([]);
});

test('selectors that overlap, though no template makes such pods', async () => {
  const front = workload('front', { labels: { app: 'shop', tier: 'front' } });
  const api = workload('api', { labels: { app: 'shop', role: 'api' } });
  const found = await foundBy(RULE, documents(front, api));
  expect(places(found)).toEqual(['possible 14:3']);
  expect(found[0]).toMatchObject({
    message: 'Deployment api and Deployment front both select pods with app=shop,role=api,tier=front',
    doubt: 'no pods of either have these labels now',
  });
});

test('values in common, of which the templates have others', async () => {
  const either = (name: string, values: string, app: string) =>
    workload(name, { labels: { app } }).replace(
      /selector: .*/,
      `selector: { matchExpressions: [{ key: app, operator: In, values: ${values} }] }`,
    );
  expect(await placesIn(either('a', '[one, two]', 'one'), either('b', '[two, three]', 'three'))).toEqual([
    'possible 14:3',
  ]);
  expect(await placesIn(either('a', '[one, two]', 'one'), either('b', '[four, three]', 'three'))).toEqual([]);
});

test.each([
  ['a label that many have in common', { 'app.kubernetes.io/part-of': 'shop' }],
  ['a release', { 'app.kubernetes.io/instance': 'shop' }],
])('%s is no overlap', async (_, common) => {
  const one = workload('a', { labels: { ...common, app: 'a' } });
  const other = workload('b', { labels: { ...common, 'k8s-app': 'b' } });
  expect(await placesIn(one, other)).toEqual([]);
});

test('templates that have a label against it keep selectors apart', async () => {
  const one = workload('a', {
    selector: { app: 'shop', tier: 'front' },
    labels: { app: 'shop', tier: 'front', role: 'ui' },
  });
  const other = workload('b', {
    selector: { app: 'shop', role: 'api' },
    labels: { app: 'shop', role: 'api', tier: 'back' },
  });
  expect(await placesIn(one, other)).toEqual([]);
});

test('a document that cannot be read changes nothing', async () => {
  expect(await placesIn(WEB, API, 'a: [\n')).toEqual(['definite 14:3']);
});

test('DaemonSets for different nodes share a selector, and each has its own pods', async () => {
  const daemons = (name: string, arch: string) => `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app: net } }
  template:
    metadata: { labels: { app: net } }
    spec:
      nodeSelector: { kubernetes.io/arch: ${arch} }
      containers: [{ name: net, image: net }]
`;
  const found = await foundBy(RULE, `${daemons('a', 'amd64')}---\n${daemons('b', 'arm64')}`);
  expect(places(found)).toEqual(['possible 16:3']);
  expect(found[0]?.doubt).toBe('they are for different nodes, where each has none but its own pods');
  const same = await foundBy(RULE, `${daemons('a', 'amd64')}---\n${daemons('b', 'amd64')}`);
  expect(places(same)).toEqual(['definite 16:3']);
  const three = (last: string) =>
    foundBy(RULE, documents(daemons('a', 'amd64'), daemons('b', 'arm64'), daemons('c', last)));
  expect(places(await three('s390x'))).toEqual(['possible 16:3']);
  expect(places(await three('amd64'))).toEqual(['definite 16:3']);
});
