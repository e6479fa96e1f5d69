/** A Kubernetes object, before it is written down. */
export type Manifest = Readonly<Record<string, unknown>>;

type Labels = Readonly<Record<string, string>>;

const NAMESPACES = 4;
const GROUPS = 100;

/** What is wrong with a group, by its number. */
const MISTAKES = [
  'policy-selects-nothing',
  'service-mixes-workloads',
  'version-in-selector',
  'selector-template-mismatch',
  'overlapping-controllers',
  'service-selects-nothing',
  'redundant-requirement',
  'contradiction',
  'null-selector',
  'overlapping-budgets',
  'invalid-label',
  'budget-selects-nothing',
  'policy-peer-selects-nothing',
] as const;

function is(group: number, mistake: (typeof MISTAKES)[number]): boolean {
  return MISTAKES[group % MISTAKES.length] === mistake;
}

function requirement(key: string, operator: string, ...values: readonly string[]): Manifest {
  return { key, operator, ...(values.length > 0 && { values }) };
}

/** The labels of pods: a group shares one with the next group of its namespace where that is part of its mistake. */
function labelsOf(group: number): Labels {
  const before = group - NAMESPACES;
  const shares = (one: number) =>
    one >= 0 && (is(one, 'overlapping-controllers') || is(one, 'overlapping-budgets'));
  return {
    app: `app-${group}`,
    ...(shares(group) && { shared: `shared-${group}` }),
    ...(!shares(group) && shares(before) && { shared: `shared-${before}` }),
  };
}

function deployment(group: number): Manifest {
  const app = `app-${group}`;
  const matchLabels = is(group, 'selector-template-mismatch')
    ? { app: `apps-${group}` }
    : is(group, 'overlapping-controllers')
      ? { shared: `shared-${group}` }
      : { app, ...(is(group, 'version-in-selector') && { 'app.kubernetes.io/version': '1.4.2' }) };
  const labels = {
    ...labelsOf(group),
    ...(is(group, 'version-in-selector') && { 'app.kubernetes.io/version': '1.4.2' }),
  };
  const containers = [{ name: 'main', image: 'main:1', ports: [{ containerPort: 8080 }] }];
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: app },
    spec: { selector: { matchLabels }, template: { metadata: { labels }, spec: { containers } } },
  };
}

function service(group: number): Manifest {
  const app = is(group, 'service-selects-nothing') ? `apps-${group}` : `app-${group}`;
  const owner = is(group, 'invalid-label') ? 'shop@example.com' : 'shop';
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: `app-${group}`, labels: { owner } },
    spec: { selector: { app }, ports: [{ port: 80, targetPort: 8080 }] },
  };
}

function budgetSelector(group: number): Manifest | null {
  const app = `app-${group}`;
  if (is(group, 'null-selector')) return null;
  if (is(group, 'overlapping-budgets')) return { matchLabels: { shared: `shared-${group}` } };
  if (is(group, 'contradiction')) {
    return { matchExpressions: [requirement('app', 'In', app), requirement('app', 'In', 'web')] };
  }
  return { matchLabels: { app: is(group, 'budget-selects-nothing') ? `apps-${group}` : app } };
}

function budget(group: number): Manifest {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: `app-${group}` },
    spec: { maxUnavailable: 1, selector: budgetSelector(group) },
  };
}

function policy(group: number): Manifest {
  const app = `app-${group}`;
  const own = is(group, 'policy-selects-nothing') ? `apps-${group}` : app;
  const peer = is(group, 'policy-peer-selects-nothing') ? `apps-${group}` : app;
  const needless = is(group, 'redundant-requirement') ? [requirement('app', 'Exists')] : [];
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: app },
    spec: {
      podSelector: { matchExpressions: [requirement('app', 'In', own), ...needless] },
      ingress: [{ from: [{ podSelector: { matchLabels: { app: peer } } }] }],
    },
  };
}

/** What is beside the workload: an autoscaler of one whose selector is too wide, and a CronJob elsewhere. */
function companion(group: number): Manifest {
  const name = `app-${group}`;
  if (is(group, 'overlapping-controllers')) {
    const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name };
    const spec = { scaleTargetRef, maxReplicas: 4 };
    return { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name }, spec };
  }
  const labels = { app: is(group, 'service-mixes-workloads') ? name : `job-${group}` };
  const containers = [{ name: 'main', image: 'main:1' }];
  const template = { metadata: { labels }, spec: { restartPolicy: 'Never', containers } };
  const spec = { schedule: '@daily', jobTemplate: { spec: { template } } };
  return { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name }, spec };
}

/** 500 objects in four namespaces, with true findings of many rules. */
export function crowd(): readonly Manifest[] {
  return Array.from({ length: GROUPS }, (_, group) =>
    [deployment, service, budget, policy, companion].map((make) => {
      const manifest = make(group);
      const namespace = `shop-${group % NAMESPACES}`;
      return { ...manifest, metadata: { ...Object(manifest.metadata), namespace } };
    }),
  ).flat();
}
