import { ENVIRONMENTS, NAMESPACES, PARTS, SUBJECTS, TEAMS, ZONES } from './cluster-words.ts';
import { Random } from './random.ts';
import type { Row } from './row.ts';

const SEED = 20_270_101;

/** A cluster that nobody has: always the same, for as many pods. */
export interface Cluster {
  readonly pods: readonly Row[];
  /** Everything that is no pod, as JSON values. */
  readonly contents: readonly Readonly<Record<string, unknown>>[];
}

interface Workload {
  readonly kind: 'Deployment' | 'StatefulSet';
  readonly namespace: string;
  readonly name: string;
  readonly selector: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly replicas: number;
}

const STATEFUL: ReadonlySet<string> = new Set(['cache', 'database', 'queue']);

/** Few workloads have many pods, and many have few. */
function drawReplicas(random: Random): number {
  return 1 + Math.floor(180 * random.next() ** 3.2);
}

function drawWorkload(random: Random, number: number): Workload {
  const namespace = random.pick(NAMESPACES);
  const [part, tier] = random.pick(PARTS);
  const product = random.pick(SUBJECTS);
  const track = random.chance(0.06) ? 'canary' : 'stable';
  const environment = random.pick(ENVIRONMENTS);
  const name = `${product}-${part}-${number.toString(36)}`;
  const labels: Record<string, string> = {
    app: part,
    product,
    'app.kubernetes.io/instance': name,
    tier,
    // One workload of a hundred has the slip that everybody makes once.
    [random.chance(0.01) ? 'enviroment' : 'environment']: environment,
    team: random.pick(TEAMS),
    track,
    release: String(1 + random.below(120)),
  };
  if (track === 'canary') labels.canary = 'true';
  if (random.chance(0.15)) labels['pci.example/scope'] = random.chance(0.5) ? 'card' : 'none';
  return {
    kind: STATEFUL.has(tier) ? 'StatefulSet' : 'Deployment',
    namespace,
    name,
    selector: { 'app.kubernetes.io/instance': name },
    labels,
    replicas: drawReplicas(random),
  };
}

/** The pods of a workload. Those of a Deployment share their labels; each of a StatefulSet has its name among its own. */
function podsOf({ kind, namespace, name, labels }: Workload, replicas: number, random: Random): Row[] {
  const hash = random.hash(9);
  const shared: Readonly<Record<string, string>> =
    kind === 'Deployment'
      ? { ...labels, 'pod-template-hash': hash }
      : { ...labels, 'controller-revision-hash': hash };
  const zoned = ZONES.map((zone) => ({ ...shared, 'topology.kubernetes.io/zone': zone }));
  return Array.from({ length: replicas }, (_, number): Row => {
    const podName = kind === 'Deployment' ? `${name}-${hash}-${random.hash(5)}` : `${name}-${number}`;
    const base = zoned[random.below(zoned.length)] ?? shared;
    const own = {
      'apps.kubernetes.io/pod-index': String(number),
      'statefulset.kubernetes.io/pod-name': podName,
    };
    return {
      id: `${namespace}/Pod/${podName}`,
      apiVersion: 'v1',
      kind: 'Pod',
      namespace,
      name: podName,
      owner: `${namespace}/${kind}/${name}`,
      labels: kind === 'Deployment' ? base : { ...base, ...own },
      added: [],
    };
  });
}

function objectsOf(workload: Workload, random: Random): Record<string, unknown>[] {
  const { kind, namespace, name, selector, labels, replicas } = workload;
  const metadata = { name, namespace, labels: { app: labels.app, team: labels.team } };
  const matchLabels = selector;
  const template = {
    metadata: { labels },
    spec: { containers: [{ name: 'main', image: 'example/main:1' }] },
  };
  const objects: Record<string, unknown>[] = [
    { apiVersion: 'apps/v1', kind, metadata, spec: { replicas, selector: { matchLabels }, template } },
    { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector, ports: [{ port: 80 }] } },
  ];
  if (replicas > 20) {
    const spec = { minAvailable: '50%', selector: { matchLabels } };
    objects.push({ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec });
  }
  if (random.chance(0.1)) {
    const podSelector = { matchLabels: { app: labels.app, product: labels.product } };
    const from = [{ podSelector: { matchLabels: { tier: 'front' } } }];
    const spec = { podSelector, ingress: [{ from }] };
    objects.push({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec });
  }
  return objects;
}

function namespaceObjects(name: string): Record<string, unknown>[] {
  const closed = { podSelector: {}, policyTypes: ['Ingress'] };
  const metadata = { name: 'closed', namespace: name };
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { purpose: 'products' } } },
    { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec: closed },
  ];
}

/**
 * A cluster with so many pods, and with what selects them.
 * Complexity: O(pods).
 */
export function makeCluster(pods: number): Cluster {
  const random = new Random(SEED);
  const rows: Row[] = [];
  const contents = NAMESPACES.flatMap(namespaceObjects);
  for (let number = 0; rows.length < pods; number++) {
    const drawn = drawWorkload(random, number);
    const replicas = Math.min(drawn.replicas, pods - rows.length);
    const workload = { ...drawn, replicas };
    contents.push(...objectsOf(workload, random));
    for (const row of podsOf(workload, replicas, random)) rows.push(row);
  }
  return { pods: rows, contents };
}
