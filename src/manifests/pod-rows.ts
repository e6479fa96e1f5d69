import type { Row } from './row.ts';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

/** Which pods an affinity term means: all that its labelSelector selects, in its namespaces. */
const AFFINITY_TERM = {
  field: 'labelSelector',
  form: 'label-selector',
  of: 'Pod',
  reach: { selector: 'namespaceSelector', names: 'namespaces', absent: 'own' },
  absent: 'nothing',
  empty: 'everything',
  hasLabelKeys: true,
} as const satisfies Partial<Row>;

/** Which volumes a claim for storage can bind to. Without a selector, and with an empty one, any. */
export const VOLUME_CLAIM: Omit<Row, 'at'> = {
  field: 'selector',
  form: 'label-selector',
  claim: 'binds',
  of: 'PersistentVolume',
  reach: 'every',
  absent: 'no-claim',
  empty: 'no-claim',
};

/** The selectors of a pod, seen from the pod or its template. */
export const POD_ROWS: readonly Row[] = [
  {
    at: 'spec',
    field: 'nodeSelector',
    form: 'label-map',
    claim: 'schedules-onto',
    of: 'Node',
    reach: 'every',
    absent: 'no-claim',
    empty: 'no-claim',
  },
  {
    at: 'spec.affinity.nodeAffinity',
    field: REQUIRED,
    form: 'node-selector',
    claim: 'schedules-onto',
    of: 'Node',
    reach: 'every',
    absent: 'no-claim',
    empty: 'nothing',
  },
  {
    at: `spec.affinity.nodeAffinity.${PREFERRED}[]`,
    field: 'preference',
    form: 'node-term',
    claim: 'prefers-nodes',
    of: 'Node',
    reach: 'every',
    absent: 'nothing',
    empty: 'nothing',
  },
  { at: `spec.affinity.podAffinity.${REQUIRED}[]`, claim: 'attracted-to', ...AFFINITY_TERM },
  { at: `spec.affinity.podAntiAffinity.${REQUIRED}[]`, claim: 'kept-from', ...AFFINITY_TERM },
  { at: `spec.affinity.podAffinity.${PREFERRED}[].podAffinityTerm`, claim: 'prefers-near', ...AFFINITY_TERM },
  {
    at: `spec.affinity.podAntiAffinity.${PREFERRED}[].podAffinityTerm`,
    claim: 'prefers-away',
    ...AFFINITY_TERM,
  },
  {
    at: 'spec.topologySpreadConstraints[]',
    field: 'labelSelector',
    form: 'label-selector',
    claim: 'spreads-over',
    of: 'Pod',
    reach: 'own',
    absent: 'nothing',
    empty: 'everything',
    hasLabelKeys: true,
  },
  { at: 'spec.volumes[].ephemeral.volumeClaimTemplate.spec', ...VOLUME_CLAIM },
  {
    at: 'spec.volumes[].projected.sources[].clusterTrustBundle',
    field: 'labelSelector',
    form: 'label-selector',
    claim: 'mounts',
    of: 'ClusterTrustBundle',
    reach: 'every',
    absent: 'no-claim',
    empty: 'everything',
  },
];
