/*
 * The keys of the fleet that selectors speak of, by the names they have in the code here.
 */
export const CANARY = 'acme.example/canary';
export const CUSTOMER = 'acme.example/customer';
export const SHARD = 'acme.example/shard';
export const INSTANCE = 'app.kubernetes.io/instance';
export const MANAGER = 'app.kubernetes.io/managed-by';
export const NAME = 'app.kubernetes.io/name';
export const VERSION = 'app.kubernetes.io/version';
export const ENVIRONMENT = 'environment';
export const TEAM = 'team';
export const TIER = 'tier';
export const ZONE = 'topology.kubernetes.io/zone';
