import type { KindRows, Row } from './row.ts';

const GROUP = 'cilium.io';

/** Pods by their labels. Selectors that ask for more, such as `reserved:host` or the namespace of pods, are not read. */
const ENDPOINTS = { form: 'cilium-selector', of: 'Pod', empty: 'everything' } as const satisfies Partial<Row>;

/** The selectors of the rules of a policy, which stand under `spec`, or several of them under `specs`. */
function policy(kind: string, reach: 'own' | 'every'): KindRows {
  const rows = ['spec', 'specs[]'].flatMap((at): readonly Row[] => [
    // Without one it is a policy for nodes, by `nodeSelector`.
    { ...ENDPOINTS, at, field: 'endpointSelector', claim: 'applies-policy', reach, absent: 'no-claim' },
    {
      ...ENDPOINTS,
      at: `${at}.ingress[].fromEndpoints[]`,
      field: '',
      claim: 'allows-from',
      reach,
      absent: 'everything',
    },
    {
      ...ENDPOINTS,
      at: `${at}.egress[].toEndpoints[]`,
      field: '',
      claim: 'allows-to',
      reach,
      absent: 'everything',
    },
  ]);
  return { group: GROUP, kind, rows };
}

/**
 * The policies of Cilium, as far as they select pods by labels of pods: what they deny, nodes, CIDRs, entities and names are
 * left out.
 */
export const CILIUM_KINDS: readonly KindRows[] = [
  policy('CiliumNetworkPolicy', 'own'),
  policy('CiliumClusterwideNetworkPolicy', 'every'),
];
