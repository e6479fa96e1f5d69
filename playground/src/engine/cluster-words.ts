/*
 * What the generated cluster is made of. The first of a list are drawn more often.
 */

type Words = readonly [string, ...string[]];

export const NAMESPACES: Words = [
  'shop',
  'payments',
  'search',
  'orders',
  'identity',
  'delivery',
  'pricing',
  'reviews',
  'media',
  'mail',
  'reports',
  'fraud',
  'loyalty',
  'support',
  'platform',
  'monitoring',
];

export const ENVIRONMENTS: Words = ['production', 'production', 'staging', 'development'];

export const TEAMS: Words = [
  'storefront',
  'orders',
  'data',
  'platform',
  'growth',
  'risk',
  'mobile',
  'partners',
];

/** What parts of a product are called, and the tier that they are in. */
export const PARTS: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['web', 'front'],
  ['api', 'back'],
  ['worker', 'batch'],
  ['gateway', 'front'],
  ['cache', 'cache'],
  ['store', 'database'],
  ['events', 'queue'],
  ['admin', 'front'],
  ['sync', 'batch'],
  ['graph', 'back'],
  ['index', 'database'],
  ['hooks', 'back'],
];

export const SUBJECTS: Words = [
  'catalog',
  'basket',
  'checkout',
  'account',
  'invoice',
  'parcel',
  'stock',
  'offer',
  'session',
  'notice',
  'image',
  'price',
  'rating',
  'return',
  'voucher',
  'wallet',
  'address',
  'label',
  'menu',
  'ticket',
];

export const ZONES: Words = ['a', 'b', 'c'];
