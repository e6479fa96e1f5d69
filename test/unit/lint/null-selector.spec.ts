import { describe, expect, test } from 'vitest';
import { foundBy, places } from './mended.ts';

const RULE = 'null-selector';

async function found(text: string): Promise<readonly string[]> {
  return places(await foundBy(RULE, text));
}

function budget(spec: string, version = 'policy/v1'): string {
  return `apiVersion: ${version}
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  minAvailable: 1
${spec}`;
}

function policy(spec: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec:
  policyTypes: [Ingress]
${spec}`;
}

function service(spec: string): string {
  return `apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  ports: [{ port: 80 }]
${spec}`;
}

function pod(spec: string): string {
  return `apiVersion: v1
kind: Pod
metadata: { name: web, labels: { app: web } }
spec:
  containers: [{ name: web, image: web }]
${spec}`;
}

describe('budgets', () => {
  test('without a selector', async () => {
    expect(await found(budget(''))).toEqual(['definite 4:1']);
    expect(await found(budget('  selector:\n'))).toEqual(['definite 6:3']);
    expect(await found(budget('  selector: null\n'))).toEqual(['definite 6:3']);
    const [told] = await foundBy(RULE, budget('  selector:\n'));
    expect(told).toMatchObject({
      message: 'selector is null, which selects no pod: the budget protects nothing',
      mend: 'select by labels; {} is every pod',
    });
  });

  test('with an empty one, which is every pod, and is meant', async () => {
    for (const selector of ['{}', '{ matchLabels: {} }', '{ matchExpressions: [] }']) {
      expect(await found(budget(`  selector: ${selector}\n`))).toEqual([]);
    }
  });

  test('with one that was emptied', async () => {
    expect(await found(budget('  selector:\n    matchLabels:\n    #  app: web\n'))).toEqual(['definite 7:5']);
    expect(await found(budget('  selector: { matchLabels: , matchExpressions: [] }\n'))).toHaveLength(1);
    const other = '{ matchLabels: , matchExpressions: [{ key: a, operator: Exists }] }';
    expect(await found(budget(`  selector: ${other}\n`))).toEqual([]);
  });

  test('of before policy/v1', async () => {
    expect(await found(budget('  selector: {}\n', 'policy/v1beta1'))).toEqual(['definite 6:3']);
    expect(await found(budget('  selector:\n', 'policy/v1beta1'))).toEqual(['definite 6:3']);
    const [told, another] = await foundBy(RULE, budget('  selector: { matchLabels: }\n', 'policy/v1beta1'));
    expect(told?.message).toBe('matchLabels is null, so the selector is empty and selects no pod');
    expect(another).toBeUndefined();
  });

  test('that are read twice may be patches', async () => {
    const text = `${budget('')}---\n${budget('  selector: { matchLabels: { app: web } }\n')}`;
    expect(await found(text)).toEqual(['possible 4:1']);
    expect(await found(`${budget('')}$patch: delete\n`)).toEqual(['possible 4:1']);
  });
});

describe('policies', () => {
  test('without a podSelector', async () => {
    expect(await found(policy(''))).toEqual(['definite 4:1']);
    expect(await found(policy('  podSelector:\n'))).toEqual(['definite 6:3']);
    expect(await found(policy('  podSelector:\n    matchLabels:\n'))).toEqual(['definite 7:5']);
    expect(await found(policy('  podSelector: {}\n'))).toEqual([]);
    expect(await found(policy('  podSelector: { matchLabels: {} }\n'))).toEqual([]);
  });

  test('peers', async () => {
    const peer = (text: string) =>
      policy(
        `  podSelector: {}\n  ingress:\n    - from:\n        - ${text.replaceAll('\n', '\n          ')}\n`,
      );
    expect(await found(peer('podSelector: {}\nnamespaceSelector:'))).toEqual(['definite 10:11']);
    expect(await found(peer('podSelector: {}\nnamespaceSelector: { matchLabels: }'))).toEqual([
      'definite 10:32',
    ]);
    expect(await found(peer('podSelector: { matchLabels: }\nnamespaceSelector: {}'))).toEqual([
      'definite 9:26',
    ]);
    expect(await found(peer('podSelector: {}\nnamespaceSelector: {}'))).toEqual([]);
    expect(await found(peer('podSelector:\nnamespaceSelector: {}'))).toEqual([]);
    expect(await found(peer('podSelector: {}'))).toEqual([]);
    expect(await found(peer('namespaceSelector: {}'))).toEqual([]);
    expect(await found(peer('ipBlock: { cidr: 10.0.0.0/8 }'))).toEqual([]);
  });
});

describe('Services', () => {
  test('without a selector are made by hand', async () => {
    expect(await found(service(''))).toEqual([]);
    expect(await found(service('  selector: {}\n'))).toEqual([]);
    expect(await found(service('  selector: { app: web }\n'))).toEqual([]);
  });

  test('with a name of one and nothing behind it', async () => {
    expect(await found(service('  selector:\n'))).toEqual(['definite 6:3']);
    expect(await found(service('  type: ExternalName\n  selector:\n'))).toEqual([]);
  });

  test('with endpoints that are there', async () => {
    const endpoints = '---\napiVersion: v1\nkind: Endpoints\nmetadata: { name: web }\n';
    expect(await found(`${service('  selector:\n')}${endpoints}`)).toEqual([]);
    expect(await found(`${service('  selector:\n')}${endpoints.replace('web', 'api')}`)).toHaveLength(1);
    const slice = `---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: web-1, labels: { kubernetes.io/service-name: web } }
addressType: IPv4
endpoints: []
`;
    expect(await found(`${service('  selector:\n')}${slice}`)).toEqual([]);
  });
});

describe('pods', () => {
  test('affinities without a selector', async () => {
    const text = pod(`  affinity:
    podAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        - topologyKey: zone
        - { topologyKey: zone, labelSelector: }
        - { topologyKey: zone, labelSelector: {} }
        - { topologyKey: zone, labelSelector: { matchLabels: { app: web } }, namespaceSelector: }
    podAntiAffinity:
      preferredDuringSchedulingIgnoredDuringExecution:
        - { weight: 1, podAffinityTerm: { topologyKey: zone } }
`);
    expect(await found(text)).toEqual([
      'definite 9:11',
      'definite 10:32',
      'definite 12:78',
      'definite 15:24',
    ]);
  });

  test('spread without a selector', async () => {
    const text = pod(`  topologySpreadConstraints:
    - { maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway }
    - { maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: {} }
`);
    const [told, another] = await foundBy(RULE, text);
    expect(another).toBeUndefined();
    expect(told?.mend).toBe('select the pods by their labels, such as app: web');
  });

  test('terms of nodes that are empty', async () => {
    const text = pod(`  affinity:
    nodeAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        nodeSelectorTerms:
          - {}
          - matchExpressions: []
          - matchExpressions: [{ key: os, operator: Exists }]
      preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: {} }]
`);
    expect(await found(text)).toEqual(['definite 10:13', 'definite 11:13']);
  });

  test('what constrains nothing is left alone', async () => {
    expect(await found(pod('  nodeSelector:\n'))).toEqual([]);
    expect(await found(pod('  affinity:\n'))).toEqual([]);
    expect(await found(pod('  affinity: { podAffinity: , nodeAffinity: }\n'))).toEqual([]);
    expect(await found(pod('  topologySpreadConstraints: []\n'))).toEqual([]);
  });

  test('of kinds that are not known', async () => {
    const text = `apiVersion: fleets.example.com/v1
kind: Fleet
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: web }]
      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule }]
`;
    expect(await found(text)).toEqual(['unknown 10:35']);
  });
});

describe('the Prometheus operator', () => {
  const prometheus = (spec: string) => `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: web }
spec: ${spec}
`;

  test('what it reads', async () => {
    expect(await found(prometheus('{ ruleSelector: null }'))).toEqual(['definite 4:9']);
    expect(await found(prometheus('{ ruleSelector: {}, ruleNamespaceSelector: null }'))).toEqual([
      'definite 4:27',
    ]);
    expect(await found(prometheus('{ ruleSelector: {}, ruleNamespaceSelector: {} }'))).toEqual([]);
    expect(await found(prometheus('{}'))).toEqual([]);
  });

  test('spread of its own', async () => {
    const constraint = 'maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule';
    const own = `{ topologySpreadConstraints: [{ ${constraint}, additionalLabelSelectors: OnShard }] }`;
    expect(await found(prometheus(own))).toEqual([]);
  });

  test('monitors of everything', async () => {
    const text = prometheus('{ selector: {}, endpoints: [{ port: web }] }').replace(
      'kind: Prometheus',
      'kind: ServiceMonitor',
    );
    expect(await found(text)).toEqual([]);
  });
});

test('webhooks without selectors are asked about everything, however that is written', async () => {
  const text = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: web }
webhooks:
  - name: a.example.com
    objectSelector:
    namespaceSelector:
    rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]
`;
  expect(await found(text)).toEqual([]);
});
