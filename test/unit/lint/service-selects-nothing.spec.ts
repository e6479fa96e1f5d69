import { describe, expect, test } from 'vitest';
import { budget, cronJob, documents, job, service, workload } from './documents.ts';
import { lint } from './linting.ts';
import { foundBy, places } from './mended.ts';

const RULE = 'service-selects-nothing';

async function placesIn(...texts: readonly string[]): Promise<readonly string[]> {
  return places(await foundBy(RULE, documents(...texts)));
}

test('a slip of the fingers is told at the label, with the workload that was meant', async () => {
  const text = documents(service('web', { app: 'wbe' }), workload('web', { labels: { app: 'web' } }));
  const [finding, ...others] = await foundBy(RULE, text);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    verdict: 'definite',
    path: 'spec.selector.app',
    message:
      'Service web selects no pods: no workload of its namespace has app=wbe, so that it has no endpoints',
    mend: 'the pods of Deployment web have app=web; if they are meant, select them by app=web',
    related: [{ object: 'Deployment web', path: 'spec.template.metadata.labels.app' }],
    fix: { title: 'select app=web', isSafe: false },
  });
  expect(
    finding?.fix?.edits.map(({ region, text: by }) => [region.start.line, region.start.column, by]),
  ).toEqual([[5, 20, '"web"']]);
});

test.each([
  ['web', 'web'],
  ['"web"', '"web"'],
  ["'web'", "'web'"],
])('a fix writes %s as %s', async (_, by) => {
  const quoted = by.replace('web', 'wbe');
  const text = `apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector:
    app: ${quoted}
  ports: [{ port: 80 }]
---
${workload('web', { labels: { app: 'web' } })}`;
  const [finding] = await foundBy(RULE, text);
  expect(finding?.fix?.edits.map((edit) => edit.text)).toEqual([by]);
});

test.each(['true', '1.5', 'no', '~'])(
  'a value that YAML would read otherwise is quoted: %s',
  async (value) => {
    const text = `apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector:
    app: wbe
---
${workload('web', { labels: { app: value } })}`;
    const [finding] = await foundBy(RULE, text);
    const edits = finding?.fix?.edits.map((edit) => edit.text) ?? [];
    expect(edits.every((edit) => edit === JSON.stringify(value))).toBe(true);
  },
);

test('a label that the pods do not have', async () => {
  const text = documents(
    service('web', { app: 'web', tier: 'front' }),
    workload('web', { labels: { app: 'web' } }),
    workload('db', { labels: { app: 'db', tier: 'back' } }),
  );
  const [finding] = await foundBy(RULE, text);
  expect(finding?.mend).toBe(
    'the pods of Deployment web have no label tier; if they are meant, give them tier=front, or select them by labels that they have',
  );
  expect(finding?.fix).toBeUndefined();
});

test('the same value under another key', async () => {
  const text = documents(
    service('api', { app: 'web' }),
    workload('web', { labels: { 'app.kubernetes.io/name': 'web' } }),
    workload('db', { labels: { 'app.kubernetes.io/name': 'db' } }),
  );
  const [finding] = await foundBy(RULE, text);
  expect(finding?.mend).toBe(
    'the pods of Deployment web have app.kubernetes.io/name=web, and no label app; if they are meant, select them by app.kubernetes.io/name=web, or give them app=web',
  );
});

test('several workloads that are equally near are no hint, but for those that have the same label', async () => {
  const service1 = service('cache', { app: 'web-0' });
  const one = workload('one', { labels: { app: 'web-1' } });
  const two = workload('two', { labels: { app: 'web-2' } });
  const [without] = await foundBy(RULE, documents(service1, one, two));
  expect(without?.mend).toBeUndefined();
  const alike = workload('two', { labels: { app: 'web-1', shard: 'b' } });
  const [withHint] = await foundBy(RULE, documents(service1, one, alike));
  expect(withHint?.mend).toContain('the pods of Deployment one have app=web-1;');
});

test('labels of the workload itself are not those of its pods', async () => {
  const text = workload('web', { labels: { app: 'shop' }, metadata: 'labels: { app: web }' });
  expect(await placesIn(service('web', { app: 'web' }), text)).toEqual(['definite 5:14']);
});

test.each([
  ['a Deployment', workload('web', { labels: { app: 'web', more: 'x' } })],
  ['a Job', job('web', { app: 'web' })],
  [
    'a Pod',
    'apiVersion: v1\nkind: Pod\nmetadata: { name: web, labels: { app: web } }\nspec: { containers: [] }\n',
  ],
  [
    'pods of a cluster',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web-1\n  labels: { app: web }\n  ownerReferences: [{ kind: ReplicaSet, name: web, controller: true }]\n',
  ],
  [
    'a kind with a template',
    workload('web', { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', labels: { app: 'web' } }),
  ],
])('%s has what is selected', async (_, text) => {
  expect(await placesIn(service('web', { app: 'web' }), text)).toEqual([]);
});

test.each([
  [
    'without a selector',
    'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { ports: [{ port: 80 }] }\n',
  ],
  ['with an empty selector', service('web', {})],
  ['of another name', service('web', { app: 'nobody' }, 'type: ExternalName\n  externalName: example.com')],
  ['that is headless', service('web', { app: 'nobody' }, 'clusterIP: None')],
])('a Service %s may select nothing', async (_, text) => {
  expect(await placesIn(text, workload('web', { labels: { app: 'web' } }))).toEqual([]);
});

test('a headless Service that nearly selects something is meant to', async () => {
  const text = service('web', { app: 'wbe' }, 'clusterIP: None');
  expect(await placesIn(text, workload('web', { labels: { app: 'web' } }))).toEqual(['definite 5:14']);
  expect(await placesIn(text)).toEqual([]);
});

test('the headless Service of a StatefulSet must select its pods', async () => {
  const set = workload('db', { kind: 'StatefulSet', labels: { app: 'db' } }).replace(
    'spec:\n',
    'spec:\n  serviceName: db\n',
  );
  const text = documents(service('db', { app: 'database' }, 'clusterIP: None'), set);
  const [finding] = await foundBy(RULE, text);
  expect(finding?.message).toBe(
    'Service db selects no pods: no workload of its namespace has app=database, so that the pods of StatefulSet db, which names it, have no names in DNS',
  );
});

test('nothing that could be selected was read', async () => {
  expect(await placesIn(service('web', { app: 'web' }))).toEqual(['possible 5:3']);
  const elsewhere = workload('web', { namespace: 'other', labels: { app: 'shop' } });
  expect(await placesIn(service('web', { app: 'web' }), elsewhere)).toEqual(['possible 5:3']);
});

test('a namespace that is not the one of the pods', async () => {
  const found = await foundBy(
    RULE,
    documents(
      service('web', { app: 'web' }, undefined, 'front'),
      workload('web', { namespace: 'back', labels: { app: 'web' } }),
      workload('other', { namespace: 'front', labels: { app: 'other' } }),
    ),
  );
  expect(places(found)).toEqual(['definite 5:3']);
  expect(found[0]?.mend).toBe(
    'Deployment back/web has pods with these labels, but in the namespace back; a Service selects in its own',
  );
});

test('what names no namespace may be applied where it is selected', async () => {
  const other = workload('other', { namespace: 'shop', labels: { app: 'other' } });
  const [finding] = await foundBy(
    RULE,
    documents(
      service('web', { app: 'web' }, undefined, 'shop'),
      workload('web', { labels: { app: 'web' } }),
      other,
    ),
  );
  expect(finding).toMatchObject({
    verdict: 'unknown',
    doubt: 'Deployment web names no namespace; applied in shop, it is selected',
  });
});

test('what could not be read may have what is selected', async () => {
  const text = documents(service('web', { app: 'web' }), workload('db', { labels: { app: 'db' } }), 'a: [\n');
  const found = (await lint(text)).filter(({ rule }) => rule === RULE);
  expect(places(found)).toEqual(['unknown 5:3']);
  expect(found[0]?.message).toBe(
    'Service web selects no pods: no workload of its namespace that was read has app=web',
  );
});

test.each([
  ['labels with a mistake', workload('web', { labels: { app: 'w' } }).replaceAll('"w"', '1.0')],
  ['labels that are filled in later', workload('web', { labels: { app: '$(APP)' } })],
  [
    'a patch',
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: {} } }\n',
  ],
  [
    'a kind whose operator makes pods',
    'apiVersion: example.com/v1\nkind: Database\nmetadata: { name: web }\n',
  ],
  [
    'a kind whose operator may label its pods',
    workload('web', { apiVersion: 'example.com/v1', kind: 'Server', labels: { app: 'server' } }),
  ],
  [
    'something that may make pods of its own',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: hub }\nrules: [{ apiGroups: [""], resources: [pods], verbs: [get, create] }]\n',
  ],
  [
    'something that may make pods of its own, by a role for all namespaces',
    `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: runner }
rules: [{ apiGroups: [""], resources: [pods, secrets], verbs: ["*"] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: runner }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: runner }
subjects: [{ kind: ServiceAccount, name: runner, namespace: default }]
`,
  ],
])('%s', async (_, text) => {
  const found = await placesIn(
    service('web', { app: 'web' }),
    workload('db', { labels: { app: 'db' } }),
    text,
  );
  expect(found).toEqual(['unknown 5:3']);
});

test.each([
  ['pods', '[get, list]', '[""]'],
  ['pods/exec', '[create]', '[""]'],
  ['"*"', '["*"]', '["*"]'],
])('a role for %s with %s makes no pods', async (resource, verbs, groups) => {
  const role = `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: hub }\nrules: [{ apiGroups: ${groups}, resources: [${resource}], verbs: ${verbs} }]\n`;
  const found = await placesIn(
    service('web', { app: 'web' }),
    workload('db', { labels: { app: 'db' } }),
    role,
  );
  expect(found).toEqual(['definite 5:3']);
});

describe('labels that controllers add', () => {
  const DB = workload('db', { kind: 'StatefulSet', labels: { app: 'db' } });

  test.each([
    [{ 'statefulset.kubernetes.io/pod-name': 'db-0' }, DB, []],
    [{ app: 'db', 'statefulset.kubernetes.io/pod-name': 'db-12' }, DB, []],
    [{ 'apps.kubernetes.io/pod-index': '0' }, DB, []],
    [{ 'statefulset.kubernetes.io/pod-name': 'web-0' }, DB, ['definite']],
    [{ 'statefulset.kubernetes.io/pod-name': 'db-x' }, DB, ['definite']],
    [{ app: 'web', 'statefulset.kubernetes.io/pod-name': 'db-0' }, DB, ['definite']],
    [{ 'controller-revision-hash': 'abc' }, DB, ['unknown']],
    [{ 'job-name': 'migrate' }, job('migrate', { app: 'db' }), []],
    [{ 'job-name': 'other' }, job('migrate', { app: 'db' }), ['definite']],
    [{ 'batch.kubernetes.io/job-name': 'report-1' }, cronJob('report', { app: 'db' }), []],
  ])('%j', async (selector, text, verdicts) => {
    const found = await foundBy(RULE, documents(service('one', selector as Record<string, string>), text));
    expect(found.map(({ verdict }) => verdict)).toEqual(verdicts);
  });
});

test('a broken document elsewhere changes nothing but certainty', async () => {
  const broken = 'apiVersion: v1\nkind: Service\nmetadata: { name: broken }\nspec: { selector: [a] }\n';
  const text = [service('web', { app: 'web' }), workload('db', { labels: { app: 'db' } })];
  expect(await placesIn(...text, broken)).toEqual(await placesIn(...text));
});

test.each([
  [{ app: 'vault', 'vault-active': 'true' }, 'possible'],
  [{ app: 'vault', role: 'master' }, 'possible'],
  [{ app: 'vault', 'example.com/spilo-role': 'master' }, 'possible'],
  [{ app: 'vault', 'security.istio.io/tlsMode': 'istio' }, 'possible'],
  [{ app: 'vault', isMaster: 'true' }, 'possible'],
  [{ app: 'vault', roles: 'x' }, 'definite'],
  [{ app: 'other', role: 'master' }, 'definite'],
])('labels that pods get while they run: %j', async (selector, verdict) => {
  const set = workload('vault', { kind: 'StatefulSet', labels: { app: 'vault' } });
  const [finding] = await foundBy(RULE, documents(service('active', selector), set));
  expect(finding?.verdict).toBe(verdict);
});

test('a base and its patch are one object', async () => {
  const patch = workload('web', { labels: { tier: 'front' } });
  const base = workload('web', { labels: { app: 'web' } });
  expect(await placesIn(service('web', { app: 'web', tier: 'front' }), base, patch)).toEqual([
    'possible 5:3',
  ]);
  const first = service('web', { app: 'web' });
  expect(await placesIn(first, service('web', { track: 'canary' }), base)).toEqual(['possible 12:14']);
});

test('a budget is no Service', async () => {
  const text = documents(budget('web', { app: 'nobody' }), workload('web', { labels: { app: 'web' } }));
  expect(await foundBy(RULE, text)).toEqual([]);
});

test('what contradicts itself is told as that', async () => {
  const policy =
    'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: web }\nspec: { selector: { matchLabels: { app: web }, matchExpressions: [{ key: app, operator: NotIn, values: [web] }] } }\n';
  const text = documents(policy, workload('web', { labels: { app: 'web' } }));
  expect(await foundBy('budget-selects-nothing', text)).toEqual([]);
});
