import { describe, expect, test } from 'vitest';
import { foundBy, places } from './mended.ts';

const RULE = 'required-selector';

const TEMPLATE = `  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: web }] }
`;

function workload(kind: string, selector: string, template = TEMPLATE): string {
  return `apiVersion: apps/v1
kind: ${kind}
metadata: { name: web }
spec:
${selector}${template}`;
}

describe('workloads of apps/v1', () => {
  test.each(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'])('%s', async (kind) => {
    expect(places(await foundBy(RULE, workload(kind, '')))).toEqual(['definite 4:1']);
    expect(places(await foundBy(RULE, workload(kind, '  selector:\n')))).toEqual(['definite 5:3']);
    expect(places(await foundBy(RULE, workload(kind, '  selector: {}\n')))).toEqual(['definite 5:3']);
    expect(places(await foundBy(RULE, workload(kind, '  selector: { matchLabels: {} }\n')))).toEqual([
      'definite 5:3',
    ]);
    expect(await foundBy(RULE, workload(kind, '  selector: { matchLabels: { app: web } }\n'))).toEqual([]);
  });

  test('says what to write', async () => {
    const [found] = await foundBy(RULE, workload('Deployment', ''));
    expect(found).toMatchObject({
      message: 'the selector is missing, and the API server refuses a Deployment without one',
      mend: 'select its pods by their labels, as in { matchLabels: { "app": "web" } }',
    });
  });

  test('a selector with a mistake is there', async () => {
    const text = workload('Deployment', '  selector: { matchLabels: { app: 1 } }\n');
    expect(await foundBy(RULE, text)).toEqual([]);
    const keyless = workload('Deployment', '  selector: { matchExpressions: [{ operator: Exists }] }\n');
    expect(await foundBy(RULE, keyless)).toEqual([]);
  });
});

describe('patches', () => {
  test('what no pods can be made of may be a patch', async () => {
    for (const template of [
      '  replicas: 3\n',
      '  template: { spec: { containers: [{ name: web, image: web }] } }\n',
      '  template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web }] } }\n',
    ]) {
      const [found] = await foundBy(RULE, workload('Deployment', '', template));
      expect(found).toMatchObject({ verdict: 'possible' });
      expect(found?.doubt).toContain('patch');
    }
  });

  test('so may what is there twice', async () => {
    const whole = workload('Deployment', '  selector: { matchLabels: { app: web } }\n');
    const found = await foundBy(RULE, `${workload('Deployment', '')}---\n${whole}`);
    expect(places(found)).toEqual(['possible 4:1']);
  });
});

describe('other kinds', () => {
  test('a Job that has to select its pods', async () => {
    const job = (spec: string) => `apiVersion: batch/v1
kind: Job
metadata: { name: web }
spec:
${spec}${TEMPLATE}`;
    expect(places(await foundBy(RULE, job('  manualSelector: true\n')))).toEqual(['definite 4:1']);
    expect(await foundBy(RULE, job('  manualSelector: false\n'))).toEqual([]);
    expect(await foundBy(RULE, job(''))).toEqual([]);
  });

  test('a ReplicationController takes the labels of its template, if there are some', async () => {
    const text = workload('ReplicationController', '').replace('apps/v1', 'v1');
    expect(await foundBy(RULE, text)).toEqual([]);
    expect(await foundBy(RULE, text.replace('{ app: web }', '{}'))).toHaveLength(1);
  });

  test('the peers of a NetworkPolicy', async () => {
    const policy = (peer: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec:
  podSelector: {}
  ingress:
    - from:
        - ${peer}
`;
    expect(places(await foundBy(RULE, policy('{}')))).toEqual(['definite 8:11']);
    expect(await foundBy(RULE, policy('podSelector:'))).toHaveLength(1);
    expect(await foundBy(RULE, policy('podSelector: {}'))).toEqual([]);
    expect(await foundBy(RULE, policy('namespaceSelector: {}'))).toEqual([]);
    expect(await foundBy(RULE, policy('ipBlock: { cidr: 10.0.0.0/8 }'))).toEqual([]);
  });

  test('a monitor', async () => {
    const monitor = (spec: string) => `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web }
spec: ${spec}
`;
    expect(await foundBy(RULE, monitor('{ endpoints: [{ port: web }] }'))).toHaveLength(1);
    expect(await foundBy(RULE, monitor('{ endpoints: [{ port: web }], selector: {} }'))).toEqual([]);
  });

  test('a node affinity without terms', async () => {
    const pod = (required: string) => `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers: [{ name: web, image: web }]
  nodeSelector: {}
  affinity:
    nodeAffinity:
      requiredDuringSchedulingIgnoredDuringExecution: ${required}
`;
    expect(places(await foundBy(RULE, pod('{ nodeSelectorTerms: [] }')))).toEqual(['definite 9:7']);
    expect(places(await foundBy(RULE, pod('{}')))).toEqual(['definite 9:7']);
    expect(await foundBy(RULE, pod('{ nodeSelectorTerms: [{}] }'))).toEqual([]);
    expect(await foundBy(RULE, pod('null'))).toEqual([]);
  });

  test('what needs no selector', async () => {
    const texts = [
      'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { ports: [{ port: 80 }] }\n',
      'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: web }\nspec: {}\n',
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: web }\nspec: {}\n',
      workload('Rollout', '').replace('apps/v1', 'argoproj.io/v1alpha1'),
      workload('Deployment', '').replace('apps/v1', 'extensions/v1beta1'),
    ];
    for (const text of texts) expect(await foundBy(RULE, text)).toEqual([]);
  });
});
