import { suffix, templateHash } from './names.js';

/*
 * The keys of the fleet, in byte order, as the Kubernetes API serves them: which share of the objects has each, and
 * its values, the most frequent first.
 */

const APPLICATIONS = [
  'checkout',
  'payments',
  'search',
  'catalog',
  'cart',
  'website',
  'orders',
  'billing',
  'mailer',
  'reports',
  'identity',
  'ledger',
  'pricing',
  'shipping',
  'reviews',
  'gateway',
  'inventory',
  'fraud',
  'media',
  'recommendations',
];

const PARTS = [
  'api',
  'worker',
  'web',
  'cache',
  'db',
  'queue',
  'proxy',
  'cron',
  'admin',
  'indexer',
  'importer',
  'exporter',
  'sync',
  'auth',
  'batch',
];

const TIERS = ['backend', 'frontend', 'cache', 'database', 'queue', 'edge'];
const REGIONS = ['us-east-1', 'us-west-2', 'eu-central-1'];

function numbered(count, make) {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** 300 names, `checkout-api` the most frequent. */
export const NAMES = numbered(300, (index) => `${APPLICATIONS[index % 20]}-${PARTS[Math.floor(index / 20)]}`);

export const NAMESPACES = numbered(
  40,
  (index) => `${APPLICATIONS[index % 20]}-${index < 20 ? 'production' : 'staging'}`,
);

/** 500 keys that only a few objects have each; they stand between `environment` and `pod-template-hash`. */
export const RARE_KEYS = numbered(
  500,
  (index) => `ops.acme.example/${APPLICATIONS[index % 20]}-check-${Math.floor(index / 20) + 1}`,
);

/** Labels that only the pods of a StatefulSet, or no two objects, have; the shapes of the fleet fill them in. */
export const POD_INDEX = 'apps.kubernetes.io/pod-index';
export const REVISION = 'controller-revision-hash';
export const TEMPLATE = 'pod-template-hash';
export const POD_NAME = 'statefulset.kubernetes.io/pod-name';
export const RARE = 'ops.acme.example/*';

/**
 * @typedef {object} Key
 * @property {string} key
 * @property {number} share of the objects that have it, 0 to 1
 * @property {readonly string[]} values
 * @property {number} exponent of Zipf's law, over the values
 */

/** @type {readonly Key[]} */
export const KEYS = [
  ['acme.example/canary', 0.06, ['true', '', 'weighted'], 0.5],
  ['acme.example/customer', 0.25, numbered(3_000, (index) => `customer-${index + 1}`), 0.8],
  // Numbers, and now and then a word where a number should be.
  ['acme.example/shard', 0.5, [...numbered(999, String), 'unassigned'], 0.3],
  ['app.kubernetes.io/instance', 0.6, numbered(10_000, (index) => `release-${suffix(index)}`), 0.8],
  ['app.kubernetes.io/managed-by', 0.8, ['Helm', 'argocd', 'flux', 'kustomize'], 1],
  ['app.kubernetes.io/name', 1, NAMES, 1],
  [
    'app.kubernetes.io/version',
    0.5,
    numbered(1_000, (i) => `${Math.floor(i / 100) + 1}.${Math.floor(i / 10) % 10}.${i % 10}`),
    0.8,
  ],
  [POD_INDEX, 0, [], 0],
  [REVISION, 0, [], 0],
  ['environment', 0.95, ['production', 'staging', 'development'], 1],
  [RARE, 0.3, RARE_KEYS, 0],
  [TEMPLATE, 0.85, numbered(10_000, templateHash), 0.6],
  [POD_NAME, 0, [], 0],
  ['team', 0.9, numbered(40, (i) => `${APPLICATIONS[i % 20]}-${i < 20 ? 'core' : 'platform'}`), 1],
  ['tier', 0.85, TIERS, 1],
  [
    'topology.kubernetes.io/zone',
    0.8,
    numbered(24, (index) => `${REGIONS[index % 3]}${'abcdefgh'[Math.floor(index / 3)]}`),
    0.6,
  ],
].map(([key, share, values, exponent]) => ({ key, share, values, exponent }));
