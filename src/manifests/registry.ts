import { ADMISSION_KINDS } from './admission-kinds.ts';
import { assertDescribedKinds } from './check-described-kinds.ts';
import { CILIUM_KINDS } from './cilium-kinds.ts';
import { type DescribedKind, kindRowsOf } from './described-kind.ts';
import { GATEWAY_KINDS } from './gateway-kinds.ts';
import { MESH_KINDS } from './mesh-kinds.ts';
import { MONITORING_KINDS } from './monitoring-kinds.ts';
import { VOLUME_CLAIM } from './pod-rows.ts';
import { ROLLOUT_KINDS } from './rollout-kinds.ts';
import type { KindRows, Row } from './row.ts';
import { groupOf } from './target.ts';

/** Pods of the object's own namespace, by a LabelSelector under `spec.selector`. */
const OWN_PODS = {
  at: 'spec',
  field: 'selector',
  form: 'label-selector',
  of: 'Pod',
  reach: 'own',
} as const satisfies Partial<Row>;

/** Selectors of workloads: apps/v1 wants one that has requirements. */
const WORKLOAD: Row = { ...OWN_PODS, claim: 'controls', absent: 'refused', empty: 'refused' };

const JOB: Row = { ...OWN_PODS, claim: 'controls', absent: 'generated', empty: 'generated' };

const BUDGET = { ...OWN_PODS, claim: 'budgets-evictions', absent: 'nothing' } as const satisfies Partial<Row>;

const PEER = {
  field: 'podSelector',
  form: 'label-selector',
  of: 'Pod',
  reach: { selector: 'namespaceSelector', absent: 'own' },
  absent: 'of-namespaces',
  empty: 'everything',
} as const satisfies Partial<Row>;

/**
 * Where selectors live, kind by kind, and what each field means when it says nothing. Kubernetes decides that anew for
 * every field; this table is the only place where it is written down.
 */
export const REGISTRY: readonly KindRows[] = [
  { group: '', kind: 'Pod', template: '', rows: [] },
  { group: '', kind: 'PodTemplate', template: 'template', rows: [] },
  {
    group: '',
    kind: 'Service',
    rows: [
      {
        ...OWN_PODS,
        form: 'label-map',
        claim: 'routes-traffic',
        absent: 'nothing',
        empty: 'nothing',
        unless: { field: 'type', value: 'ExternalName' },
      },
    ],
  },
  {
    group: '',
    kind: 'ReplicationController',
    template: 'spec.template',
    rows: [
      {
        ...OWN_PODS,
        form: 'label-map',
        claim: 'controls',
        absent: 'template-labels',
        empty: 'template-labels',
      },
    ],
  },
  { group: '', kind: 'PersistentVolumeClaim', immutable: true, rows: [{ at: 'spec', ...VOLUME_CLAIM }] },
  {
    group: '',
    kind: 'PersistentVolume',
    rows: [
      {
        at: 'spec.nodeAffinity',
        field: 'required',
        form: 'node-selector',
        claim: 'reachable-from',
        of: 'Node',
        reach: 'every',
        absent: 'no-claim',
        empty: 'nothing',
      },
    ],
  },
  { group: 'apps', kind: 'Deployment', template: 'spec.template', immutable: true, rows: [WORKLOAD] },
  { group: 'apps', kind: 'ReplicaSet', template: 'spec.template', immutable: true, rows: [WORKLOAD] },
  { group: 'apps', kind: 'DaemonSet', template: 'spec.template', immutable: true, rows: [WORKLOAD] },
  {
    group: 'apps',
    kind: 'StatefulSet',
    template: 'spec.template',
    immutable: true,
    rows: [WORKLOAD, { at: 'spec.volumeClaimTemplates[].spec', ...VOLUME_CLAIM }],
  },
  { group: 'batch', kind: 'Job', template: 'spec.template', immutable: true, rows: [JOB] },
  {
    group: 'batch',
    kind: 'CronJob',
    template: 'spec.jobTemplate.spec.template',
    rows: [{ ...JOB, at: 'spec.jobTemplate.spec' }],
  },
  // Before policy/v1 an empty selector selected nothing.
  {
    group: 'policy',
    kind: 'PodDisruptionBudget',
    version: 'v1beta1',
    rows: [{ ...BUDGET, empty: 'nothing' }],
  },
  { group: 'policy', kind: 'PodDisruptionBudget', rows: [{ ...BUDGET, empty: 'everything' }] },
  {
    group: 'networking.k8s.io',
    kind: 'NetworkPolicy',
    rows: [
      {
        ...OWN_PODS,
        field: 'podSelector',
        claim: 'applies-policy',
        absent: 'everything',
        empty: 'everything',
      },
      { at: 'spec.ingress[].from[]', claim: 'allows-from', ...PEER },
      { at: 'spec.egress[].to[]', claim: 'allows-to', ...PEER },
    ],
  },
  {
    group: 'rbac.authorization.k8s.io',
    kind: 'ClusterRole',
    rows: [
      {
        at: 'aggregationRule.clusterRoleSelectors[]',
        field: '',
        form: 'label-selector',
        claim: 'aggregates',
        of: 'ClusterRole',
        reach: 'every',
        absent: 'everything',
        empty: 'everything',
      },
    ],
  },
  ...ADMISSION_KINDS,
  ...MONITORING_KINDS,
  ...ROLLOUT_KINDS,
  ...MESH_KINDS,
  ...GATEWAY_KINDS,
  ...CILIUM_KINDS,
];

/** What is known of kinds. */
export type Registry = (apiVersion: string, kind: string) => KindRows | undefined;

/** Asked several times about every object, so kinds are looked up by their names first. */
function byName(kinds: readonly KindRows[]): Registry {
  const named = new Map<string, KindRows[]>();
  for (const one of kinds) named.set(one.kind, [...(named.get(one.kind) ?? []), one]);
  return function knownRowsOf(apiVersion, kind) {
    const found = named.get(kind);
    if (found === undefined) return undefined;
    const group = groupOf(apiVersion);
    const version = apiVersion.slice(apiVersion.indexOf('/') + 1);
    return found.find((one) => one.group === group && (one.version === undefined || one.version === version));
  };
}

/** What is known of a kind here; undefined for kinds that are not in {@link REGISTRY}. */
export const rowsOf: Registry = byName(REGISTRY);

/**
 * A registry in which some kinds are as they are described, and all others as they are known here.
 *
 * @param argument what messages call the list
 * @throws TypeError that names everything that is wrong with the descriptions
 */
export function registryOf(described: readonly DescribedKind[] | undefined, argument: string): Registry {
  if (described === undefined) return rowsOf;
  assertDescribedKinds(described, argument);
  const own = byName(described.map(kindRowsOf));
  return function describedRowsOf(apiVersion, kind) {
    return own(apiVersion, kind) ?? rowsOf(apiVersion, kind);
  };
}

const REGISTRIES = new WeakMap<readonly DescribedKind[], Registry>();

/** {@link registryOf} for whoever asks about objects one by one: a list of descriptions is read once. */
export function keptRegistryOf(described: readonly DescribedKind[] | undefined, argument: string): Registry {
  if (described === undefined) return rowsOf;
  const registry = REGISTRIES.get(described) ?? registryOf(described, argument);
  REGISTRIES.set(described, registry);
  return registry;
}
