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

/** By `spec.workloadSelector.labels`. */
const BY_WORKLOAD: Row = { ...CONFIGURED, at: 'spec.workloadSelector', field: 'labels', form: 'label-map' };

const security = (kind: string): KindRows => ({ group: 'security.istio.io', kind, rows: [BY_SELECTOR] });
const networking = (kind: string): KindRows => ({ group: 'networking.istio.io', kind, rows: [BY_WORKLOAD] });

/** The kinds of Istio that select pods. Policies of the root namespace are for all namespaces, which a manifest does not say. */
export const MESH_KINDS: readonly KindRows[] = [
  {
    group: 'networking.istio.io',
    kind: 'Gateway',
    rows: [
      {
        ...CONFIGURED,
        at: 'spec',
        field: 'selector',
        form: 'label-map',
        // The pods of gateways are in a namespace of their own, as a rule.
        reach: 'every',
      },
    ],
  },
  networking('Sidecar'),
  networking('EnvoyFilter'),
  networking('ServiceEntry'),
  security('AuthorizationPolicy'),
  security('PeerAuthentication'),
  security('RequestAuthentication'),
  { group: 'telemetry.istio.io', kind: 'Telemetry', rows: [BY_SELECTOR] },
];
