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
    ['shop', ['monitor-selects-nothing definite 5:3']],
  ])('the Service of the API server is in no manifest, and in default alone: %s', async (where, expected) => {
    const spec = `selector: { matchLabels: { component: apiserver, provider: kubernetes } }
  namespaceSelector: { matchNames: [${where}] }`;
    const others = SERVICE + SERVICE.replace('namespace: shop', 'namespace: default');
    expect(await found(monitor('ServiceMonitor', spec, others))).toEqual(expected);
  });

  test('is told where all Services of its namespace are known', async () => {
    const findings = await lint(
      monitor('ServiceMonitor', 'selector: { matchLabels: { app: api } }', SERVICE),
    );
    expect(findings.map(brief)).toEqual(['monitor-selects-nothing definite 5:3']);
    expect(findings[0]?.message).toBe(
      'ServiceMonitor shop/web scrapes nothing: no Service in its namespaces has app=api',
    );
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
    expect(await found(monitor('PodMonitor', 'selector: { matchLabels: { app: api } }', PODS))).toEqual([
      'monitor-selects-nothing definite 5:3',
    ]);
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
