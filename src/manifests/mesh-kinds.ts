import type { KindRows, Row } from './row.ts';

/** Configuration for the proxies of pods; without a selector, of all of its namespace. */
const CONFIGURED = {
  claim: 'configures',
  of: 'Pod',
  reach: 'own',
  absent: 'everything',
  empty: 'everything',
} as const satisfies Partial<Row>;

/** By `spec.selector.matchLabels`, which is all that a selector of Istio has. */
const BY_SELECTOR: Row = { ...CONFIGURED, at: 'spec', field: 'selector', form: 'label-selector' };

/** The same, unless it is for the gateways, waypoints and Services that `targetRefs` names. */
const BY_SELECTOR_OR_TARGET: Row = { ...BY_SELECTOR, absent: 'of-targets' };

/** By `spec.workloadSelector.labels`. */
const BY_WORKLOAD: Row = { ...CONFIGURED, at: 'spec.workloadSelector', field: 'labels', form: 'label-map' };

const NETWORKING = 'networking.istio.io';
const SECURITY = 'security.istio.io';
const EXTENSIONS = 'extensions.istio.io';

/** The kinds of Istio that select pods. Policies of the root namespace are for all namespaces, which a manifest does not say. */
export const MESH_KINDS: readonly KindRows[] = [
  {
    group: NETWORKING,
    kind: 'Gateway',
    rows: [
      {
        ...CONFIGURED,
        at: 'spec',
        field: 'selector',
        form: 'label-map',
        // The pods of gateways are in a namespace of their own, as a rule, and Istio looks in all of them unless it is told not to.
        reach: 'every',
      },
    ],
  },
  {
    group: NETWORKING,
    kind: 'DestinationRule',
    rows: [
      {
        ...CONFIGURED,
        at: 'spec',
        field: 'workloadSelector',
        form: 'label-selector',
        // Without one it is for all clients that it is exported to, which are in all namespaces.
        absent: 'no-claim',
      },
    ],
  },
  { group: NETWORKING, kind: 'Sidecar', rows: [BY_WORKLOAD] },
  { group: NETWORKING, kind: 'EnvoyFilter', rows: [BY_WORKLOAD] },
  { group: NETWORKING, kind: 'ServiceEntry', rows: [BY_WORKLOAD] },
  { group: NETWORKING, kind: 'ProxyConfig', rows: [BY_SELECTOR] },
  { group: SECURITY, kind: 'AuthorizationPolicy', rows: [BY_SELECTOR_OR_TARGET] },
  { group: SECURITY, kind: 'PeerAuthentication', rows: [BY_SELECTOR] },
  { group: SECURITY, kind: 'RequestAuthentication', rows: [BY_SELECTOR_OR_TARGET] },
  { group: 'telemetry.istio.io', kind: 'Telemetry', rows: [BY_SELECTOR_OR_TARGET] },
  { group: EXTENSIONS, kind: 'WasmPlugin', rows: [BY_SELECTOR_OR_TARGET] },
  { group: EXTENSIONS, kind: 'TrafficExtension', rows: [BY_SELECTOR_OR_TARGET] },
];
