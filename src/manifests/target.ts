/**
 * Kinds of objects as rules of the API name them, by group and resource; `*` is all of them. A group is the part of
 * `apiVersion` before the slash, `""` for the core; a resource is the plural of a kind in lower case.
 */
export interface Target {
  /** Any of these groups: `apps`, `""`, or `*`. */
  readonly groups: readonly string[];
  /** Any of these resources: `pods`, or `*`. */
  readonly resources: readonly string[];
  /** Where it matters: only objects that are in a namespace, or only those that are in none. */
  readonly scope?: 'Namespaced' | 'Cluster';
}

/** What tells which kind an object is of. */
export interface Typed {
  /** Group and version, `apps/v1`; the version alone for the core, `v1`. */
  readonly apiVersion: string;
  /** In the singular, as manifests have it: `Deployment`. */
  readonly kind: string;
}

/** The kinds that selectors of the registry select, webhooks aside, which select by rules of their own. */
export const SELECTED_KINDS = {
  Pod: 'v1',
  Node: 'v1',
  Namespace: 'v1',
  Service: 'v1',
  PersistentVolume: 'v1',
  ClusterRole: 'rbac.authorization.k8s.io/v1',
  ClusterTrustBundle: 'certificates.k8s.io/v1beta1',
  Ingress: 'networking.k8s.io/v1',
  ServiceMonitor: 'monitoring.coreos.com/v1',
  PodMonitor: 'monitoring.coreos.com/v1',
  Probe: 'monitoring.coreos.com/v1',
  PrometheusRule: 'monitoring.coreos.com/v1',
  ScrapeConfig: 'monitoring.coreos.com/v1alpha1',
  AlertmanagerConfig: 'monitoring.coreos.com/v1alpha1',
} as const;

/** A kind of objects that selectors select: a name of {@link SELECTED_KINDS}. */
export type SelectedKind = keyof typeof SELECTED_KINDS;

/** The targets of claims on one kind. */
export function targetsOf(kind: SelectedKind): readonly Target[] {
  return TARGETS.get(kind) ?? [];
}

/** Objects of every kind. */
export const EVERY_KIND: Target = { groups: ['*'], resources: ['*'] };

/** The group of an API version: `apps` of `apps/v1`, `""` of `v1`. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? '' : apiVersion.slice(0, slash);
}

/**
 * The resource of a kind, as Kubernetes guesses it (apimachinery `meta.UnsafeGuessKindToResource`).
 * @param kind in the singular, as manifests have it: `Deployment`
 */
export function resourceOf(kind: string): string {
  const lower = kind.toLowerCase();
  if (lower.endsWith('endpoints')) return lower;
  if (lower.endsWith('s')) return `${lower}es`;
  if (lower.endsWith('y')) return `${lower.slice(0, -1)}ies`;
  return `${lower}s`;
}

/** Whether an object is of a target; `namespace` is `""` for objects that are in none. */
export function isOfTarget(
  { groups, resources, scope }: Target,
  { apiVersion, kind, namespace }: Typed & { readonly namespace: string },
): boolean {
  if (scope !== undefined && (scope === 'Namespaced') !== (namespace !== '')) return false;
  if (!groups.includes('*') && !groups.includes(groupOf(apiVersion))) return false;
  // Plurals of custom resources are up to their authors: gateways, not gatewaies.
  return ['*', resourceOf(kind), `${kind.toLowerCase()}s`].some((name) => resources.includes(name));
}

const TARGETS: ReadonlyMap<string, readonly Target[]> = new Map(
  Object.entries(SELECTED_KINDS).map(([kind, apiVersion]) => [
    kind,
    Object.freeze([{ groups: [groupOf(apiVersion)], resources: [resourceOf(kind)] }]),
  ]),
);
