import type { Registry } from '../manifests/registry.ts';
import { groupOf, type Typed } from '../manifests/target.ts';

/** Groups of Kubernetes itself: what makes pods there is in the registry. */
const OF_KUBERNETES: ReadonlySet<string> = new Set(['apps', 'batch', 'autoscaling', 'policy', 'extensions']);

/** Groups of custom resources none of which makes pods that carry labels of the user's. */
const WITHOUT_PODS: ReadonlySet<string> = new Set([
  'argoproj.io',
  'aquasecurity.github.io',
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
  'configuration.konghq.com',
  'constraints.gatekeeper.sh',
  'crd.projectcalico.org',
  'elbv2.k8s.aws',
  'gateway.envoyproxy.io',
  'getambassador.io',
  'image.openshift.io',
  'image.toolkit.fluxcd.io',
  'k8s.nginx.org',
  'karpenter.sh',
  'kyverno.io',
  'linkerd.io',
  'metallb.io',
  // Of its servers it is known which pods they have; rules, and what is scraped, have none.
  'monitoring.coreos.com',
  'monitoring.googleapis.com',
  'networking.gke.io',
  'notification.toolkit.fluxcd.io',
  'policy.linkerd.io',
  'projectcalico.org',
  'route.openshift.io',
  'secrets.hashicorp.com',
  'secrets-store.csi.x-k8s.io',
  'templates.gatekeeper.sh',
  'traefik.containo.us',
  'trust.cert-manager.io',
  'vpcresources.k8s.aws',
  'wgpolicyk8s.io',
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
  'getambassador.io/AmbassadorInstallation',
  'keda.sh/ScaledJob',
  'metallb.io/MetalLB',
  'sparkoperator.k8s.io/SparkApplication',
  'sparkoperator.k8s.io/ScheduledSparkApplication',
  'sparkoperator.k8s.io/SparkConnect',
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
