import { POD_ROWS } from './pod-rows.ts';
import type { KindRows, Row } from './row.ts';
import type { SelectedKind } from './target.ts';

const GROUP = 'monitoring.coreos.com';

/** What is scraped: in the monitor's own namespace, in those that are named, or everywhere. */
const SCRAPED = {
  at: 'spec',
  field: 'selector',
  form: 'label-selector',
  claim: 'scrapes',
  reach: { choice: 'namespaceSelector' },
  absent: 'refused',
  empty: 'everything',
} as const satisfies Partial<Row>;

/** Objects a server takes its configuration from: `ruleSelector`, in the namespaces of `ruleNamespaceSelector`. */
function configuration(name: string, of: SelectedKind): Row {
  return {
    at: 'spec',
    field: `${name}Selector`,
    form: 'label-selector',
    claim: 'reads',
    of,
    reach: { selector: `${name}NamespaceSelector`, absent: 'own' },
    absent: 'nothing',
    empty: 'everything',
  };
}

const MONITORS: readonly Row[] = [
  configuration('serviceMonitor', 'ServiceMonitor'),
  configuration('podMonitor', 'PodMonitor'),
  configuration('probe', 'Probe'),
  configuration('scrapeConfig', 'ScrapeConfig'),
];

const RULES: Row = configuration('rule', 'PrometheusRule');

/** The kinds of the Prometheus operator. Its servers have the fields of a pod under `spec`. */
export const MONITORING_KINDS: readonly KindRows[] = [
  { group: GROUP, kind: 'ServiceMonitor', rows: [{ ...SCRAPED, of: 'Service' }] },
  { group: GROUP, kind: 'PodMonitor', rows: [{ ...SCRAPED, of: 'Pod' }] },
  {
    group: GROUP,
    kind: 'Probe',
    rows: [{ ...SCRAPED, at: 'spec.targets.ingress', of: 'Ingress', absent: 'everything' }],
  },
  { group: GROUP, kind: 'Prometheus', rows: [...MONITORS, RULES, ...POD_ROWS] },
  { group: GROUP, kind: 'PrometheusAgent', rows: [...MONITORS, ...POD_ROWS] },
  { group: GROUP, kind: 'ThanosRuler', rows: [RULES, ...POD_ROWS] },
  {
    group: GROUP,
    kind: 'Alertmanager',
    rows: [configuration('alertmanagerConfig', 'AlertmanagerConfig'), ...POD_ROWS],
  },
];
