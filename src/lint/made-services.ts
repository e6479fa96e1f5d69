import { countOf, failingKeysBy } from './failing-keys.ts';
import { namespacesReached } from './namespaces-reached.ts';
import type { PlacedClaim } from './world.ts';

/** A Service that stands in nobody's manifests, since something in the cluster makes it. */
interface MadeService {
  /** What it is, for messages. */
  readonly title: string;
  /** Where it is always; undefined where that is up to who set it up, and whether it is there at all. */
  readonly namespace?: string;
  readonly labels: ReadonlyMap<string, string>;
}

/** The Service that the Prometheus operator makes for all servers of a kind in a namespace. */
function operated(name: string): MadeService {
  return {
    title: `Service ${name}-operated`,
    labels: new Map([
      [`operated-${name}`, 'true'],
      ['managed-by', 'prometheus-operator'],
    ]),
  };
}

const MADE: readonly MadeService[] = [
  // The API server makes it for itself: Service kubernetes.
  {
    title: 'Service kubernetes',
    namespace: 'default',
    labels: new Map([
      ['component', 'apiserver'],
      ['provider', 'kubernetes'],
    ]),
  },
  // It comes with a cluster: Service kube-dns.
  {
    title: 'Service kube-dns',
    namespace: 'kube-system',
    labels: new Map([
      ['k8s-app', 'kube-dns'],
      ['kubernetes.io/cluster-service', 'true'],
      ['kubernetes.io/name', 'CoreDNS'],
    ]),
  },
  // The Prometheus operator makes it, and endpoints for the kubelets of all nodes.
  {
    title: 'Service kubelet',
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

/**
 * The Service that a claim on Services selects of those that come with a cluster, or that the Prometheus operator makes.
 * What may be in any namespace, or in none, is selected only where labels are asked for that it has: a selector that asks
 * for the absence of labels is not meant for it.
 */
export function madeServiceOf(placed: PlacedClaim): MadeService | undefined {
  const namespaces = namespacesReached(placed);
  const failingKeys = failingKeysBy(placed.claim.selector);
  const asksForAny = countOf(failingKeys(new Map())) > 0;
  return MADE.find(({ namespace, labels }) => {
    const isReached =
      namespace === undefined ? asksForAny : namespaces === undefined || namespaces.includes(namespace);
    return isReached && countOf(failingKeys(labels)) === 0;
  });
}

/** Why a claim that selects a made Service may select something after all, as a sentence; undefined where it surely does. */
export function madeServiceDoubt({ title, namespace }: MadeService): string | undefined {
  return namespace === undefined
    ? `${title} has these labels, which the Prometheus operator makes where it runs, and which is in no manifest`
    : undefined;
}
