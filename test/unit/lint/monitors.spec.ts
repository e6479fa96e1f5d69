import { describe, expect, test } from 'vitest';
import { brief, lint } from './linting.ts';

const monitor = (kind: string, spec: string, more = '') => `apiVersion: monitoring.coreos.com/v1
kind: ${kind}
metadata: { name: web, namespace: shop }
spec:
  ${spec}
${more}`;

const SERVICE = `---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, labels: { app: web } }
spec:
  ports: [{ name: http-metrics, port: 9090 }]
`;

const PODS = `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: web, ports: [{ name: metrics, containerPort: 9090 }] }] }
`;

const WEB = 'selector: { matchLabels: { app: web } }';
const found = async (text: string) => (await lint(text)).map(brief);

describe('a monitor that selects nothing', () => {
  test.each([
    ['default', []],
    ['shop', ['monitor-selects-nothing definite 5:30']],
  ])('the Service of the API server is in no manifest, and in default alone: %s', async (where, expected) => {
    const spec = `selector: { matchLabels: { component: apiserver, provider: kubernetes } }
  namespaceSelector: { matchNames: [${where}] }`;
    const others = SERVICE + SERVICE.replace('namespace: shop', 'namespace: default');
    expect(await found(monitor('ServiceMonitor', spec, others))).toEqual(expected);
  });

  test.each([
    'app.kubernetes.io/name: kubelet, k8s-app: kubelet',
    'operated-prometheus: "true"',
    'operated-alertmanager: "true"',
    'operated-thanos-ruler: "true", managed-by: prometheus-operator',
  ])('the Services of the Prometheus operator are in no manifest: %s', async (labels) => {
    const spec = `selector: { matchLabels: { ${labels} } }`;
    const [made, ...others] = await lint(monitor('ServiceMonitor', spec, SERVICE));
    expect(others).toEqual([]);
    expect(made).toMatchObject({ rule: 'monitor-selects-nothing', verdict: 'possible' });
    expect(made?.doubt).toContain('which the Prometheus operator makes where it runs');
    const exact = `selector: { matchLabels: { ${labels}, app: web } }`;
    const findings = await lint(monitor('ServiceMonitor', exact, SERVICE));
    expect(findings.map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual([
      'monitor-selects-nothing definite',
    ]);
  });

  test.each([
    'matchExpressions: [{ key: scrape, operator: NotIn, values: ["false"] }]',
    'matchExpressions: [{ key: scrape, operator: DoesNotExist }]',
  ])('a selector of what lacks labels is meant for none of them: %s', async (selector) => {
    const service = SERVICE.replace('app: web', 'scrape: "false"');
    const findings = await lint(monitor('ServiceMonitor', `selector: { ${selector} }`, service));
    expect(findings.map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual([
      'monitor-selects-nothing definite',
    ]);
  });

  test.each(['kube-system', 'shop'])(
    'the Service of the cluster for DNS is in kube-system: %s',
    async (where) => {
      const spec = `selector: { matchLabels: { k8s-app: kube-dns } }
  namespaceSelector: { matchNames: [${where}] }`;
      const others = SERVICE + SERVICE.replace('namespace: shop', 'namespace: kube-system');
      const findings = await lint(monitor('ServiceMonitor', spec, others));
      expect(findings.map(({ verdict }) => verdict)).toEqual(where === 'shop' ? ['definite'] : []);
    },
  );

  test('is not known where an operator may make Services for an object of its namespace', async () => {
    const spec = 'selector: { matchLabels: { app: rook-ceph-mgr } }';
    const cluster = (where: string) => `---
apiVersion: ceph.rook.io/v1
kind: CephCluster
metadata: { name: ceph, namespace: ${where} }
`;
    const findings = await lint(monitor('ServiceMonitor', spec, SERVICE + cluster('shop')));
    expect(findings.map(({ verdict, doubt }) => [verdict, doubt])).toEqual([
      [
        'unknown',
        'CephCluster shop/ceph is of a kind that is not known here, and its operator may make objects for it',
      ],
    ]);
    const elsewhere = await lint(monitor('ServiceMonitor', spec, SERVICE + cluster('rook')));
    expect(elsewhere.map(({ verdict }) => verdict)).toEqual(['definite']);
  });

  test('is told where all Services of its namespace are known', async () => {
    const findings = await lint(
      monitor('ServiceMonitor', 'selector: { matchLabels: { app: api } }', SERVICE),
    );
    expect(findings.map(brief)).toEqual(['monitor-selects-nothing definite 5:30']);
    expect(findings[0]).toMatchObject({
      message:
        'ServiceMonitor shop/web selects no Services: no Service of its namespace has app=api, so that it scrapes nothing',
      mend: 'Service shop/web has app=web; if it is meant, select it by app=web',
      related: [
        { object: 'Service shop/web', path: 'metadata.labels.app', message: 'the labels that are nearest' },
      ],
    });
    expect(findings[0]).not.toHaveProperty('fix');
  });

  test.each([
    ['a slip of the fingers', 'app: wbe', 'app: web', 'web'],
    ['in quotes', "app: 'wbe'", 'app: web', "'web'"],
    ['a value that YAML would take for another one', 'app: no1', "app: 'no'", '"no"'],
  ])('is mended where it is nearly there, though not safely: %s', async (_, asked, labels, text) => {
    const [finding] = await lint(
      monitor(
        'ServiceMonitor',
        `selector: { matchLabels: { ${asked} } }`,
        SERVICE.replace('app: web', labels),
      ),
    );
    expect(finding?.fix).toMatchObject({ isSafe: false, edits: [{ source: 'test.yaml', text }] });
    expect(finding?.fix?.edits[0]?.region.start).toEqual({ line: 5, column: 35 });
  });

  test('of the labels that the pods behind a Service have, and the Service has not', async () => {
    const service = SERVICE.replace('labels: { app: web } }', 'labels: { team: shop } }').replace(
      'spec:\n',
      'spec:\n  selector: { app: web }\n',
    );
    const findings = await lint(monitor('ServiceMonitor', WEB, service + PODS));
    expect(findings.map(brief)).toEqual(['monitor-selects-nothing definite 5:30']);
    expect(findings[0]).toMatchObject({
      mend: 'the pods of Deployment shop/web, which Service shop/web selects, have these labels, and Service shop/web itself has not; select the labels in the metadata of the Service itself',
      related: [
        { object: 'Service shop/web', path: 'metadata.labels', message: 'the labels of Service shop/web' },
      ],
    });
  });

  test('of a Service in another namespace, of which nothing was read here', async () => {
    const other = SERVICE.replace('namespace: shop', 'namespace: web');
    const api = SERVICE.replace('name: web', 'name: api').replace('app: web', 'app: api');
    const [finding] = await lint(monitor('ServiceMonitor', WEB, other + api));
    expect(finding).toMatchObject({
      verdict: 'definite',
      mend: 'Service web/web has these labels, but in the namespace web; name that one under namespaceSelector',
      related: [{ object: 'Service web/web', message: 'the same labels in another namespace' }],
    });
  });

  test.each([
    ['names no namespace', 'name: web', 'names no namespace; applied in shop, it is selected'],
    [
      'is in one that is filled in',
      `name: web, namespace: '\${NAMESPACE}'`,
      'is in a namespace that is filled in before it is applied; applied in shop, it is selected',
    ],
  ])('is unknown where a Service %s', async (_, metadata, doubt) => {
    const other = SERVICE.replace('name: web, namespace: shop', metadata);
    const api = SERVICE.replace('name: web', 'name: api').replace('app: web', 'app: api');
    for (const more of ['', '\n  namespaceSelector: { matchNames: [shop] }']) {
      const [finding] = await lint(monitor('ServiceMonitor', WEB + more, other + api));
      expect(finding).toMatchObject({ rule: 'monitor-selects-nothing', verdict: 'unknown' });
      expect(finding?.doubt).toContain(doubt);
    }
  });

  test('is unknown where a label is filled in before it is applied', async () => {
    const findings = await lint(
      monitor('ServiceMonitor', WEB, SERVICE.replace('app: web', `app: '\${NAME}'`)),
    );
    const [finding] = findings.filter(({ rule }) => rule === 'monitor-selects-nothing');
    expect(finding).toMatchObject({ verdict: 'unknown' });
    expect(finding?.doubt).toContain(`"\${NAME}" looks as if something were filled in`);
  });

  test('is possible where no Service of the namespaces it looks in was read', async () => {
    const elsewhere = 'namespaceSelector: { matchNames: [kube-system] }';
    expect(await found(monitor('ServiceMonitor', `${WEB}\n  ${elsewhere}`, SERVICE))).toEqual([
      'monitor-selects-nothing possible 5:3',
    ]);
    expect(await found(monitor('ServiceMonitor', WEB))).toEqual(['monitor-selects-nothing possible 5:3']);
  });

  test('is unknown where something could not be read', async () => {
    const broken = `${SERVICE}---\nkind: [\n`;
    expect(await found(monitor('ServiceMonitor', 'selector: { matchLabels: { app: api } }', broken))).toEqual(
      ['monitor-selects-nothing unknown 5:3'],
    );
  });

  test('of pods goes by the labels of pods', async () => {
    expect(await found(monitor('PodMonitor', WEB, PODS))).toEqual([]);
    const [finding, ...others] = await lint(
      monitor('PodMonitor', 'selector: { matchLabels: { app: wbe } }', PODS),
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      verdict: 'definite',
      region: { start: { line: 5, column: 30 } },
      message:
        'PodMonitor shop/web selects no pods: no workload of its namespace has app=wbe, so that it scrapes nothing',
      mend: 'the pods of Deployment shop/web have app=web; if they are meant, select them by app=web',
      fix: { title: 'select app=web', isSafe: false },
    });
  });
});

describe('a monitor that asks for a port by its name', () => {
  test('of a Service, that it does not have', async () => {
    const findings = await lint(
      monitor(
        'ServiceMonitor',
        `${WEB}\n  endpoints: [{ port: http-metrics }, { port: http-metric }]`,
        SERVICE,
      ),
    );
    expect(findings.map(brief)).toEqual(['monitor-port-missing definite 6:47']);
    expect(findings[0]).toMatchObject({
      message:
        'no Service that ServiceMonitor shop/web selects has a port named http-metric: they have http-metrics',
      mend: '"http-metrics" is probably meant',
    });
  });

  test.each([
    ['asked for', `endpoints: [{ port: '\${PORT}' }]`, SERVICE],
    ['of the Service', 'endpoints: [{ port: metrics }]', SERVICE.replace('http-metrics', `'\${PORT}'`)],
  ])('is unknown where the name %s is filled in', async (_, endpoints, service) => {
    const findings = await lint(monitor('ServiceMonitor', `${WEB}\n  ${endpoints}`, service));
    expect(findings.map(brief)).toEqual(['monitor-port-missing unknown 6:23']);
    expect(findings[0]?.doubt).toContain('looks as if something were filled in');
  });

  test('of pods, that no container has', async () => {
    expect(
      await found(monitor('PodMonitor', `${WEB}\n  podMetricsEndpoints: [{ port: metrics }]`, PODS)),
    ).toEqual([]);
    expect(
      await found(monitor('PodMonitor', `${WEB}\n  podMetricsEndpoints: [{ port: http }]`, PODS)),
    ).toEqual(['monitor-port-missing definite 6:33']);
  });

  test('by a number, or of what is not selected for certain, says nothing', async () => {
    expect(
      await found(monitor('ServiceMonitor', `${WEB}\n  endpoints: [{ targetPort: 9090 }]`, SERVICE)),
    ).toEqual([]);
    expect(await found(monitor('ServiceMonitor', `selector: {}\n  endpoints: [{ port: x }]`))).toEqual([]);
  });
});
