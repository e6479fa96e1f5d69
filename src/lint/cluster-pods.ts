import type { Selector } from '../selector/selector.ts';
import { countOf, failingKeysBy } from './failing-keys.ts';

const NAMESPACE = 'kube-system';

function controlPlane(component: string): ReadonlyMap<string, string> {
  return new Map([
    ['component', component],
    ['tier', 'control-plane'],
  ]);
}

/** The labels of pods that come with a cluster, and stand in nobody's manifests (kubeadm, and those who do as it does). */
const PODS: readonly ReadonlyMap<string, string>[] = [
  new Map([['k8s-app', 'kube-dns']]),
  new Map([['k8s-app', 'kube-proxy']]),
  controlPlane('etcd'),
  controlPlane('kube-apiserver'),
  controlPlane('kube-controller-manager'),
  controlPlane('kube-scheduler'),
];

/** Why a selector may select pods that the cluster itself has, as a sentence; undefined where nothing speaks for it. */
export function clusterPodsDoubt(selector: Selector, namespaces: readonly string[]): string | undefined {
  if (!namespaces.includes(NAMESPACE)) return undefined;
  const failingKeys = failingKeysBy(selector);
  return PODS.some((labels) => countOf(failingKeys(labels)) === 0)
    ? `clusters come with such pods in ${NAMESPACE}, which stand in no manifest`
    : undefined;
}
