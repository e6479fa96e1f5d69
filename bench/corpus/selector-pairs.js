import { INSTANCE, MANAGER, NAME, ZONE } from './fleet/key-names.js';
import { above, allOf, among, below, is, isNot, notAmong, notThere, there } from './fleet/requirements.js';

/*
 * Pairs of selectors as people hold them against each other: those of two controllers, of a Service and a Deployment, of a
 * policy and what it is about. Each has written beside it how the two relate.
 */

const COMPONENT = 'app.kubernetes.io/component';
const PART_OF = 'app.kubernetes.io/part-of';
const HASH = 'pod-template-hash';
const POD_NAME = 'statefulset.kubernetes.io/pod-name';

const checkout = [is(NAME, 'checkout'), is(INSTANCE, 'checkout-prod')];
const payments = [is(NAME, 'payments'), is(INSTANCE, 'payments-prod')];

/** Eight requirements, as a chart that labels everything has them. */
const search = (tier) => [
  is(NAME, 'search'),
  is(INSTANCE, 'search-prod'),
  is(COMPONENT, 'api'),
  is(PART_OF, 'storefront'),
  is(MANAGER, 'Helm'),
  is('environment', 'production'),
  is('team', 'search'),
  is('tier', tier),
];

/** @type {[relation: string, a: import('./fleet/requirements.js').WrittenRequirement[], b: typeof a][]} */
const PAIRS = [
  ['equal', [is('app', 'nginx')], [among('app', ['nginx'])]],
  [
    'equal',
    [among('environment', ['staging', 'production']), is('tier', 'backend')],
    [is('tier', 'backend'), among('environment', ['production', 'staging'])],
  ],
  ['equal', [above('shard', '3'), above('shard', '5')], [above('shard', '5')]],
  [
    'equal',
    [notAmong('tier', ['cache', 'queue']), isNot('tier', 'edge')],
    [notAmong('tier', ['cache', 'edge', 'queue'])],
  ],
  ['equal', [notThere('canary'), isNot('canary', 'true')], [notThere('canary')]],
  ['equal', search('backend'), search('backend').reverse()],

  ['implies', [is('app', 'checkout'), is('tier', 'backend')], [is('app', 'checkout')]],
  ['implied', checkout, [...checkout, is(HASH, '6bdf9c7c5')]],
  ['implies', [is('environment', 'production')], [among('environment', ['production', 'staging'])]],
  [
    'implies',
    [is('app', 'web'), is('environment', 'production')],
    [is('app', 'web'), isNot('environment', 'development')],
  ],
  ['implied', [isNot('environment', 'qa')], [notAmong('environment', ['development', 'qa'])]],
  ['implies', [above('shard', '5'), below('shard', '9')], [above('shard', '3')]],
  ['implies', [among('shard', ['4', '5', '6'])], [above('shard', '3'), below('shard', '10')]],
  ['implied', [isNot('canary', 'true')], [notThere('canary'), is('app', 'website')]],
  ['implies', [is(POD_NAME, 'postgres-0'), is('app', 'postgres')], [there(POD_NAME)]],
  ['implies', search('backend'), [is(NAME, 'search'), is(COMPONENT, 'api'), isNot('tier', 'cache')]],

  ['overlap', [is('app', 'nginx')], [is('tier', 'frontend')]],
  ['overlap', checkout, [is('k8s-app', 'checkout')]],
  [
    'overlap',
    [among('environment', ['production', 'staging'])],
    [among('environment', ['staging', 'qa', 'development'])],
  ],
  ['overlap', [isNot('tier', 'frontend')], [isNot('tier', 'backend')]],
  ['overlap', [notThere('canary'), is('app', 'web')], [notThere('customer'), is('app', 'web')]],
  ['overlap', [above('shard', '1'), below('shard', '6')], [above('shard', '4')]],
  ['overlap', [among('shard', ['1', '3', '9'])], [above('shard', '2'), below('shard', '20')]],
  [
    'overlap',
    [...payments, among(COMPONENT, ['api', 'worker'])],
    [is(NAME, 'payments'), among(COMPONENT, ['worker', 'ledger']), isNot('environment', 'development')],
  ],
  [
    'overlap',
    [
      is(MANAGER, 'Helm'),
      there('helm.sh/chart'),
      among('team', ['platform', 'payments', 'search']),
      notAmong('tier', ['cache', 'queue']),
    ],
    [
      ...payments,
      is('team', 'payments'),
      notThere('canary'),
      among(ZONE, ['us-east-1a', 'us-east-1b']),
      isNot('tier', 'edge'),
    ],
  ],

  ['disjoint', [is('app', 'nginx')], [is('app', 'redis')]],
  ['disjoint', [...checkout, is(COMPONENT, 'api')], [...payments, is(COMPONENT, 'api')]],
  ['disjoint', [...checkout, is(HASH, '6bdf9c7c5')], [...checkout, is(HASH, '7fd8cd6f44')]],
  ['disjoint', [is('app', 'web'), is('canary', 'true')], [is('app', 'web'), notThere('canary')]],
  [
    'disjoint',
    [is('app', 'web'), is('track', 'canary')],
    [is('app', 'web'), notAmong('track', ['canary', 'preview'])],
  ],
  ['disjoint', [below('shard', '3'), is('app', 'index')], [is('app', 'index'), above('shard', '7')]],
  ['disjoint', [above('shard', '3'), below('shard', '5')], [among('shard', ['1', '7', 'unassigned'])]],
  [
    'disjoint',
    [among('environment', ['production', 'staging'])],
    [notAmong('environment', ['development', 'production', 'staging']), is('team', 'web')],
  ],
  [
    'disjoint',
    [...checkout, is('tier', 'cache')],
    [is(NAME, 'checkout'), notAmong('tier', ['cache', 'queue'])],
  ],
  ['disjoint', search('backend'), search('frontend')],
  [
    'disjoint',
    [is('environment', 'production'), is('environment', 'staging')],
    [is('environment', 'production')],
  ],
];

/**
 * The pairs.
 *
 * @typedef {{ selector: string, meaning: import('./naive-scan.js').Meaning }} Written
 * @type {readonly { relation: 'equal' | 'implies' | 'implied' | 'overlap' | 'disjoint', a: Written, b: Written }[]}
 */
export const SELECTOR_PAIRS = PAIRS.map(([relation, a, b]) => ({ relation, a: allOf(a), b: allOf(b) }));
