import type { Registry } from '../manifests/registry.ts';
import { groupOf, type Typed } from '../manifests/target.ts';

/** Groups of Kubernetes itself: what makes pods there is in the registry. */
const OF_KUBERNETES: ReadonlySet<string> = new Set(['apps', 'batch', 'autoscaling', 'policy', 'extensions']);

/** Groups of custom resources none of which makes pods that carry labels of the user's. */
const WITHOUT_PODS: ReadonlySet<string> = new Set([
  'argoproj.io',
  'cert-manager.io',
  'external-secrets.io',
  'gateway.networking.k8s.io',
  'keda.sh',
  'kustomize.config.k8s.io',
  'kustomize.toolkit.fluxcd.io',
  'networking.istio.io',
  'security.istio.io',
  'telemetry.istio.io',
  'source.toolkit.fluxcd.io',
  'traefik.io',
  'projectcontour.io',
  'bitnami.com',
  'cilium.io',
  'cloud.google.com',
  'config.linkerd.io',
  'crd.projectcalico.org',
  'elbv2.k8s.aws',
  'image.toolkit.fluxcd.io',
  'karpenter.sh',
  'kyverno.io',
  'linkerd.io',
  'monitoring.googleapis.com',
  'networking.gke.io',
  'notification.toolkit.fluxcd.io',
  'policy.linkerd.io',
  'projectcalico.org',
  'secrets-store.csi.x-k8s.io',
  'traefik.containo.us',
]);

/** Kinds of such groups that make pods after all. */
const WITH_PODS: ReadonlySet<string> = new Set([
  'argoproj.io/Workflow',
  'argoproj.io/CronWorkflow',
  'argoproj.io/WorkflowTemplate',
  'argoproj.io/ClusterWorkflowTemplate',
  'argoproj.io/ArgoCD',
  'argoproj.io/EventSource',
  'argoproj.io/Sensor',
  'gateway.networking.k8s.io/Gateway',
  'keda.sh/ScaledJob',
]);

/** Whether it is known that nothing makes pods for an object, other than those that the object itself tells of. */
export function makesNoPods({ apiVersion, kind }: Typed, registry: Registry): boolean {
  const known = registry(apiVersion, kind);
  if (known?.pods !== undefined) return known.pods === 'none';
  const group = groupOf(apiVersion);
  const name = `${group}/${kind}`;
  if (group === '' || group.endsWith('.k8s.io')) return !WITH_PODS.has(name);
  if (OF_KUBERNETES.has(group)) return true;
  if (WITHOUT_PODS.has(group)) return !WITH_PODS.has(name);
  return known !== undefined;
}
