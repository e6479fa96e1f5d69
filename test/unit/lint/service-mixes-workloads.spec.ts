import { describe, expect, test } from 'vitest';
import { cronJob, documents, job, service, workload } from './documents.ts';
import { foundBy, places } from './mended.ts';

const RULE = 'service-mixes-workloads';
const AT_8080 = '[{ name: http, containerPort: 8080 }]';
const AT_5432 = '[{ name: postgres, containerPort: 5432 }]';

async function placesIn(...texts: readonly string[]): Promise<readonly string[]> {
  return places(await foundBy(RULE, documents(...texts)));
}

const SHOP = service('web', { app: 'shop' });
const WEB = workload('web', { labels: { app: 'shop', job: 'web' }, ports: AT_8080 });

describe('pods of Jobs', () => {
  test.each([
    ['Job migrate', job('migrate', { app: 'shop' })],
    ['CronJob report', cronJob('report', { app: 'shop' })],
  ])('%s gets a share of the requests', async (title, text) => {
    const found = await foundBy(RULE, documents(SHOP, WEB, text));
    expect(places(found)).toEqual(['definite 5:3']);
    expect(found[0]).toMatchObject({
      message: `Service web routes traffic to Deployment web and also to ${title}, whose pods get a share of the requests for as long as they run, and do not answer`,
      mend: `add job=web, which the pods of ${title} do not have, to the selector`,
      related: [{ object: 'Deployment web' }, { object: title }],
    });
  });

  test.each([
    ['alone', SHOP, job('one', { app: 'shop' }), job('two', { app: 'shop' })],
    [
      'of a release test',
      SHOP,
      WEB,
      job('test', { app: 'shop' }, '', '[]', 'annotations: { helm.sh/hook: test }'),
    ],
    ['that is suspended', SHOP, WEB, cronJob('report', { app: 'shop' }, 'suspend: true')],
    ['that listens there', SHOP, WEB, job('serve', { app: 'shop' }, '', AT_8080)],
    [
      'of another namespace',
      service('web', { app: 'shop' }, undefined, 'shop'),
      WEB,
      job('one', { app: 'shop' }),
    ],
    [
      'without the port that is named',
      service('web', { app: 'shop' }, 'ports: [{ port: 80, targetPort: http }]'),
      WEB,
      job('one', { app: 'shop' }),
    ],
    [
      'behind a headless Service',
      service('web', { app: 'shop' }, 'clusterIP: None\n  ports: [{ port: 80 }]'),
      WEB,
      job('one', { app: 'shop' }),
    ],
    [
      'that a CronJob made',
      SHOP,
      WEB,
      job(
        'report-1',
        { app: 'shop' },
        '',
        '[]',
        'ownerReferences: [{ kind: CronJob, name: report, controller: true }]',
      ),
    ],
  ])('%s', async (_, ...texts) => {
    expect(await placesIn(...texts)).toEqual([]);
  });

  test('a hook that is no test', async () => {
    const hook = job(
      'migrate',
      { app: 'shop' },
      '',
      '[]',
      'annotations: { helm.sh/hook: "pre-install,pre-upgrade" }',
    );
    expect(await placesIn(SHOP, WEB, hook)).toEqual(['definite 5:3']);
  });

  test('a port that is not named leads to them, though another is', async () => {
    const both = service(
      'web',
      { app: 'shop' },
      'ports: [{ name: a, port: 80, targetPort: http }, { name: b, port: 81 }]',
    );
    expect(await placesIn(both, WEB, job('one', { app: 'shop' }))).toEqual(['definite 5:3']);
  });
});

describe('workloads that are not the same', () => {
  test('another application', async () => {
    const orders = workload('orders', { labels: { tier: 'back', app: 'orders' }, ports: AT_8080 });
    const users = workload('users', { labels: { tier: 'back', app: 'users' }, ports: AT_8080 });
    const found = await foundBy(RULE, documents(service('users', { tier: 'back' }), orders, users));
    expect(places(found)).toEqual(['possible 5:3']);
    expect(found[0]).toMatchObject({
      message:
        'Service users routes traffic to Deployment users and also to Deployment orders, whose labels say that it is something else (app=orders, not app=users), so that a request gets to either',
      mend: 'add app=users, which the pods of Deployment orders do not have, to the selector',
      doubt: 'both may be meant to answer the same requests',
    });
  });

  test('another part of the application, that listens elsewhere', async () => {
    const web = workload('web', { labels: { app: 'shop', component: 'web' }, ports: AT_8080 });
    const db = workload('db', { labels: { app: 'shop', component: 'db' }, ports: AT_5432 });
    const worker = workload('worker', { labels: { app: 'shop', component: 'worker' } });
    expect(await placesIn(SHOP, web, db)).toEqual(['possible 5:3']);
    expect(await placesIn(SHOP, web, worker)).toEqual(['possible 5:3']);
  });

  test('containers that list other ports', async () => {
    const blue = workload('web-blue', { labels: { app: 'shop', slot: 'blue' }, ports: AT_8080 });
    const green = workload('web-green', {
      labels: { app: 'shop', slot: 'green' },
      ports: '[{ containerPort: 9090 }]',
    });
    const found = await foundBy(RULE, documents(SHOP, blue, green));
    expect(places(found)).toEqual(['possible 5:3']);
    expect(found[0]?.message).toBe(
      'Service web routes traffic to Deployment web-blue and also to Deployment web-green, none of whose containers lists the port 8080, so that requests that get there are refused',
    );
  });

  test('several of them', async () => {
    const names = ['a1', 'a2', 'a3', 'a4', 'a5', 'web'];
    const all = names.map((name) => workload(name, { labels: { tier: 'back', app: `app-${name}x` } }));
    const [finding] = await foundBy(RULE, documents(service('web', { tier: 'back' }), ...all));
    expect(finding?.message).toContain(
      'to Deployment web and also to Deployment a1, Deployment a2, Deployment a3 and 2 more, whose labels',
    );
  });
});

describe('copies of one application', () => {
  const both = (one: Record<string, string>, other: Record<string, string>): readonly string[] => [
    service('web', { service: 'web' }),
    workload('web', { labels: { service: 'web', ...one }, ports: AT_8080 }),
    workload('more', { labels: { service: 'web', ...other }, ports: AT_8080 }),
  ];

  test.each([
    ['canary and stable', { app: 'web', track: 'stable' }, { app: 'web', track: 'canary' }],
    ['blue and green', { color: 'blue' }, { color: 'green' }],
    ['names of copies', { app: 'web' }, { app: 'web-canary' }],
    ['versions', { app: 'web-v1' }, { app: 'web-v2' }],
    ['shards', { app: 'web', shard: '0' }, { app: 'web', shard: '1' }],
    ['the same part', { app: 'web', component: 'server' }, { app: 'web', component: 'server' }],
    ['instances', { 'app.kubernetes.io/instance': 'a' }, { 'app.kubernetes.io/instance': 'b' }],
    ['parts that all listen there', { component: 'master' }, { component: 'data' }],
  ])('%s', async (_, one, other) => {
    expect(await placesIn(...both(one, other))).toEqual([]);
  });

  test('one workload, twice', async () => {
    expect(await placesIn(SHOP, WEB, WEB.replace('8080', '9090'))).toEqual([]);
  });

  test('a Deployment and what it made', async () => {
    const made = workload('web-1', {
      kind: 'ReplicaSet',
      labels: { app: 'shop', component: 'x' },
      metadata: 'ownerReferences: [{ kind: Deployment, name: web, controller: true }]',
    });
    expect(await placesIn(SHOP, WEB, made)).toEqual([]);
  });

  test('each has its own of the ports that are named', async () => {
    const ports = service(
      'web',
      { app: 'shop' },
      'ports: [{ name: a, port: 80, targetPort: http }, { name: b, port: 81, targetPort: postgres }]',
    );
    const web = workload('web', { labels: { app: 'shop', component: 'web' }, ports: AT_8080 });
    const db = workload('db', { labels: { app: 'shop', component: 'db' }, ports: AT_5432 });
    expect(await placesIn(ports, web, db)).toEqual([]);
  });
});
