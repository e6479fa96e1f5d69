import { countOf, failingKeysBy } from './failing-keys.ts';
import { namespacesReached } from './namespaces-reached.ts';
import type { PlacedClaim } from './world.ts';

/** A Service that stands in nobody's manifests, since something in the cluster makes it. */
interface MadeService {
  /** Where it is always; undefined where that is up to who set it up. */
  readonly namespace?: string;
  readonly labels: ReadonlyMap<string, string>;
}

/** The Service that the Prometheus operator makes for all servers of a kind in a namespace. */
function operated(name: string): MadeService {
  return {
    labels: new Map([
      [`operated-${name}`, 'true'],
      ['managed-by', 'prometheus-operator'],
    ]),
  };
}

const MADE: readonly MadeService[] = [
  // The API server makes it for itself: Service kubernetes.
  {
    namespace: 'default',
    labels: new Map([
      ['component', 'apiserver'],
      ['provider', 'kubernetes'],
    ]),
  },
  // It comes with a cluster: Service kube-dns.
  {
    namespace: 'kube-system',
    labels: new Map([
      ['k8s-app', 'kube-dns'],
      ['kubernetes.io/cluster-service', 'true'],
      ['kubernetes.io/name', 'CoreDNS'],
    ]),
  },
  // The Prometheus operator makes it, and endpoints for the kubelets of all nodes.
  {
    labels: new Map([
      ['app.kubernetes.io/name', 'kubelet'],
      ['k8s-app', 'kubelet'],
      ['app.kubernetes.io/managed-by', 'prometheus-operator'],
    ]),
  },
  operated('prometheus'),
  operated('alertmanager'),
  operated('thanos-ruler'),
];

/** Whether a claim on Services selects one that comes with a cluster, or that the Prometheus operator makes. */
export function selectsMadeService(placed: PlacedClaim): boolean {
  const namespaces = namespacesReached(placed);
  const failingKeys = failingKeysBy(placed.claim.selector);
  return MADE.some(({ namespace, labels }) => {
    const isReached = namespace === undefined || namespaces === undefined || namespaces.includes(namespace);
    return isReached && countOf(failingKeys(labels)) === 0;
  });
}
