import type { KindRows, Row } from './row.ts';

const GROUP = 'gateway.networking.k8s.io';

/** Namespaces by their labels, where `from` says that labels decide; with another word there, the selector is not looked at. */
const FROM_NAMESPACES = {
  field: 'selector',
  form: 'label-selector',
  of: 'Namespace',
  reach: 'every',
  only: { field: 'from', value: 'Selector' },
  absent: 'nothing',
  empty: 'everything',
} as const satisfies Partial<Row>;

/** Whose routes a listener takes. */
const LISTENERS: Row = {
  ...FROM_NAMESPACES,
  at: 'spec.listeners[].allowedRoutes.namespaces',
  claim: 'accepts-routes',
};

/** The kinds of the Gateway API that select. */
export const GATEWAY_KINDS: readonly KindRows[] = [
  {
    group: GROUP,
    kind: 'Gateway',
    rows: [
      LISTENERS,
      { ...FROM_NAMESPACES, at: 'spec.allowedListeners.namespaces', claim: 'accepts-listeners' },
    ],
  },
  { group: GROUP, kind: 'ListenerSet', rows: [LISTENERS] },
  { group: 'gateway.networking.x-k8s.io', kind: 'XListenerSet', rows: [LISTENERS] },
];
