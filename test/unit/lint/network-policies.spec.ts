import { describe, expect, test } from 'vitest';
import { documents, policy, workload } from './documents.ts';
import { brief, lint } from './linting.ts';
import { foundBy, places } from './mended.ts';

const DB = workload('db', { labels: { app: 'db' } });
const WEB = workload('web', { labels: { app: 'web' } });

describe('a policy that selects nothing', () => {
  const RULE = 'policy-selects-nothing';

  test('is told with what was meant', async () => {
    const found = await foundBy(RULE, documents(policy('db', '{ matchLabels: { app: dbs } }'), DB, WEB));
    expect(places(found)).toEqual(['definite 5:33']);
    expect(found[0]?.message).toBe(
      'NetworkPolicy db selects no pods: no workload of its namespace has app=dbs, so that it restricts nothing',
    );
    expect(found[0]?.mend).toContain('the pods of Deployment db have app=db;');
  });

  test.each([
    ['for all pods', '{}'],
    ['for all pods', 'null'],
    ['for what is not labelled', '{ matchExpressions: [{ key: role, operator: DoesNotExist }] }'],
    ['for pods that are there', '{ matchLabels: { app: db } }'],
  ])('%s: %s', async (_, selector) => {
    expect(await foundBy(RULE, documents(policy('db', selector), DB))).toEqual([]);
    const elsewhere = documents(policy('db', '{}', '', 'other'), DB);
    expect(await foundBy(RULE, elsewhere)).toEqual([]);
  });
});

describe('a policy for pods that something in the cluster makes', () => {
  const RULE = 'policy-selects-nothing';
  const SOLVER = policy('solver', '{ matchLabels: { acme.cert-manager.io/http01-solver: "true" } }');

  test('is not certain, since no workload knows the domain of its label', async () => {
    const found = await foundBy(RULE, documents(SOLVER, WEB));
    expect(found.map(({ verdict, doubt }) => [verdict, doubt])).toEqual([
      [
        'possible',
        'no workload that was read has labels of acme.cert-manager.io, and acme.cert-manager.io/http01-solver may be of pods that something in the cluster makes',
      ],
    ]);
  });

  test.each([
    ['a slip in a domain that is used', { 'example.com/app': 'web' }, 'example.com/ap: web'],
    ['labels that people write', { app: 'web' }, 'app.kubernetes.io/name: web'],
  ])('%s is', async (_, labels, selected) => {
    const text = documents(policy('p', `{ matchLabels: { ${selected} } }`), workload('web', { labels }));
    expect((await foundBy(RULE, text)).map(({ verdict }) => verdict)).toEqual(['definite']);
  });
});

describe('a peer that selects nothing', () => {
  const RULE = 'policy-peer-selects-nothing';
  const NAMESPACE =
    'apiVersion: v1\nkind: Namespace\nmetadata: { name: monitoring, labels: { team: ops } }\n';
  const PROMETHEUS = workload('prometheus', { namespace: 'monitoring', labels: { app: 'prometheus' } });

  function peer(text: string): string {
    return policy('db', '{}', `{ ${text} }`);
  }

  async function placesIn(...texts: readonly string[]): Promise<readonly string[]> {
    return places(await foundBy(RULE, documents(...texts)));
  }

  test('in its own namespace', async () => {
    const found = await foundBy(RULE, documents(peer('podSelector: { matchLabels: { app: wbe } }'), DB, WEB));
    expect(places(found)).toEqual(['definite 7:46']);
    expect(found[0]).toMatchObject({
      path: 'spec.ingress[0].from[0].podSelector.matchLabels.app',
      message:
        'NetworkPolicy db allows traffic from no pods: no workload of its namespace has app=wbe, so that this peer lets nothing through',
      mend: 'the pods of Deployment web have app=web; if they are meant, select them by app=web',
    });
  });

  test('of traffic that goes out', async () => {
    const out = peer('podSelector: { matchLabels: { app: wbe } }')
      .replace('ingress', 'egress')
      .replace('from', 'to');
    const [finding] = await foundBy(RULE, documents(out, DB, WEB));
    expect(finding?.message).toContain('NetworkPolicy db allows traffic to no pods:');
  });

  test('whose pods are in another namespace', async () => {
    const here = policy('db', '{}', '{ podSelector: { matchLabels: { app: prometheus } } }', 'shop');
    const other = workload('db', { namespace: 'shop', labels: { app: 'db' } });
    const found = await foundBy(RULE, documents(here, other, PROMETHEUS));
    expect(places(found)).toEqual(['definite 7:16']);
    expect(found[0]?.mend).toBe(
      'Deployment monitoring/prometheus has pods with these labels, but in the namespace monitoring; for those, put a namespaceSelector beside the podSelector',
    );
  });

  test.each([
    ['pods that are there', 'podSelector: { matchLabels: { app: web } }'],
    ['all pods', 'podSelector: {}'],
    ['addresses', 'ipBlock: { cidr: 10.0.0.0/8 }'],
    ['all namespaces', 'namespaceSelector: {}'],
    ['pods of all namespaces', 'namespaceSelector: {}, podSelector: { matchLabels: { app: prometheus } }'],
    [
      'all pods of a namespace',
      'namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } }',
    ],
    [
      'pods of a namespace by its name',
      'namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } }, podSelector: { matchLabels: { app: prometheus } }',
    ],
    [
      'pods of a namespace by a label',
      'namespaceSelector: { matchLabels: { team: ops } }, podSelector: { matchLabels: { app: prometheus } }',
    ],
    [
      'pods of a namespace that was not read',
      'namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }, podSelector: { matchLabels: { k8s-app: kube-dns } }',
    ],
    [
      'pods of namespaces that were not read',
      'namespaceSelector: { matchLabels: { env: prod } }, podSelector: { matchLabels: { app: x } }',
    ],
    ['namespaces that were not read', 'namespaceSelector: { matchLabels: { env: prod } }'],
  ])('%s', async (_, text) => {
    expect(await placesIn(peer(text), DB, WEB, NAMESPACE, PROMETHEUS)).toEqual([]);
  });

  test('pods that a namespace that was read has not', async () => {
    const named =
      'namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } }, podSelector: { matchLabels: { app: grafana } }';
    const found = await foundBy(RULE, documents(peer(named), DB, PROMETHEUS));
    expect(places(found)).toEqual(['possible 7:97']);
    expect(found[0]).toMatchObject({
      doubt: 'what this peer is for may be deployed by somebody else, or not at all',
    });
    expect(found[0]?.message).toContain('no workload of monitoring has app=grafana,');
    const slip = await foundBy(RULE, documents(peer(named.replace('grafana', 'promethues')), DB, PROMETHEUS));
    expect(places(slip)).toEqual(['definite 7:127']);
  });

  test('pods that a namespace with a label has not may be in another one', async () => {
    const labelled =
      'namespaceSelector: { matchLabels: { team: ops } }, podSelector: { matchLabels: { app: grafana } }';
    expect(await placesIn(peer(labelled), DB, NAMESPACE, PROMETHEUS)).toEqual(['possible 7:67']);
    const open = workload('grafana', { namespace: 'tools', labels: { app: 'grafana' } });
    expect(await placesIn(peer(labelled), DB, NAMESPACE, PROMETHEUS, open)).toEqual(['unknown 7:67']);
  });

  test('a label that those may give their pods who need it', async () => {
    const text = peer('podSelector: { matchLabels: { db-client: "true" } }');
    expect(await placesIn(text, DB, WEB)).toEqual(['possible 7:16']);
  });

  test('the name of a namespace that is nearly there', async () => {
    const text = peer('namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: montoring } }');
    const found = await foundBy(RULE, documents(text, DB, NAMESPACE));
    expect(places(found)).toEqual(['possible 7:16']);
    expect(found[0]).toMatchObject({
      message:
        'NetworkPolicy db allows traffic from no pods: no namespace montoring was read, but monitoring',
      mend: 'if it is meant, name the namespace monitoring',
    });
  });

  test('a label that namespaces do not have of themselves', async () => {
    const text = peer('namespaceSelector: { matchLabels: { name: monitoring } }');
    const found = await foundBy(RULE, documents(text, NAMESPACE));
    expect(places(found)).toEqual(['possible 7:16']);
    expect(found[0]?.mend).toBe(
      'select it by kubernetes.io/metadata.name=monitoring, the label that every namespace has, or give it the label name',
    );
    const labelled = NAMESPACE.replace('team: ops', 'name: monitoring');
    expect(await placesIn(text, labelled)).toEqual([]);
  });
});

describe('a policy of Cilium', () => {
  /** With its endpointSelector on line 5, and its peers on line 6. */
  const cilium = (selector: string, peers = '', kind = 'CiliumNetworkPolicy') => `apiVersion: cilium.io/v2
kind: ${kind}
metadata: { name: db }
spec:
  endpointSelector: ${selector}
  ingress: [{ fromEndpoints: [${peers}] }]
`;
  const found = async (text: string) => (await lint(documents(text, DB, WEB))).map(brief);

  test('that selects nothing is told as others are, and the value alone is put right', async () => {
    const [finding, ...others] = await lint(
      documents(cilium('{ matchLabels: { "k8s:app": dbb } }'), DB, WEB),
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'policy-selects-nothing',
      verdict: 'definite',
      region: { start: { line: 5, column: 38 } },
      message:
        'CiliumNetworkPolicy db selects no pods: no workload of its namespace has app=dbb, so that it restricts nothing',
      fix: { title: 'select app=db', edits: [{ text: 'db', region: { start: { line: 5, column: 49 } } }] },
    });
  });

  test('with a peer that selects nothing', async () => {
    const findings = await lint(
      documents(cilium('{ matchLabels: { app: db } }', '{ matchLabels: { app: webb } }'), DB, WEB),
    );
    expect(findings.map(brief)).toEqual(['policy-peer-selects-nothing definite 6:48']);
    const prometheus = workload('p', { namespace: 'monitoring', labels: { app: 'prometheus' } });
    const [elsewhere] = await lint(
      documents(
        cilium('{ matchLabels: { app: db } }', '{ matchLabels: { app: prometheus } }').replace(
          'name: db',
          'name: db, namespace: shop',
        ),
        workload('db', { namespace: 'shop', labels: { app: 'db' } }),
        prometheus,
      ),
    );
    expect(elsewhere?.mend).toContain('for those, ask for io.kubernetes.pod.namespace too');
  });

  test.each([
    [
      'pods that are there',
      cilium('{ matchLabels: { "k8s:app": db } }', '{ matchLabels: { "any:app": web } }'),
    ],
    ['all pods', cilium('{}', '{}')],
    [
      'another namespace',
      cilium('{}', '{ matchLabels: { "k8s:io.kubernetes.pod.namespace": other, app: x } }'),
    ],
    ['what is no pod', cilium('{ matchLabels: { app: db } }', '{ matchLabels: { "reserved:ingress": "" } }')],
    ['a namespace, of another kind', cilium('{ matchLabels: { io.kubernetes.pod.namespace: x } }')],
  ])('for %s is right', async (_, text) => {
    expect(await found(text)).toEqual([]);
  });

  test('for all namespaces may be for pods that were not read', async () => {
    expect(
      await found(cilium('{ matchLabels: { app: x } }', '{}', 'CiliumClusterwideNetworkPolicy')),
    ).toEqual(['policy-selects-nothing possible 5:38']);
  });

  test('cannot contradict itself by sources alone, and can by what they stand for', async () => {
    const both =
      '{ matchLabels: { "k8s:app": db }, matchExpressions: [{ key: app, operator: In, values: [web] }] }';
    expect(await found(cilium(both))).toEqual(['contradiction definite 5:74']);
    const same =
      '{ matchLabels: { "k8s:app": db }, matchExpressions: [{ key: app, operator: In, values: [db] }] }';
    expect(await found(cilium(same))).toEqual(['redundant-requirement definite 5:74']);
  });
});

describe('a policy of Calico', () => {
  const calico = (kind: string) => `apiVersion: projectcalico.org/v3
kind: ${kind}
metadata: { name: db }
spec:
  selector: app == 'dbb' && has(tier)
  ingress: [{ action: Allow, source: { selector: "app == 'webb'" } }]
`;

  test.each(['NetworkPolicy', 'GlobalNetworkPolicy'])(
    'is not looked into, makes no pods, and leaves what is known of others: %s',
    async (kind) => {
      expect((await lint(documents(calico(kind), DB))).map(brief)).toEqual([]);
      const wrong = policy('db', '{ matchLabels: { app: dbb } }');
      expect((await lint(documents(calico(kind), wrong, DB))).map(brief)).toEqual([
        'policy-selects-nothing definite 12:33',
      ]);
    },
  );
});
