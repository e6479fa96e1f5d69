/**
 * The selectors that are measured, each with its meaning: what each requirement asks of its key. The meaning is
 * written by hand, not parsed, so that the naive scan (naive-scan.js) judges parser and matcher alike.
 *
 * A requirement is `[key, test, ...values]`; tests: `one of`, `none of` (an absent key passes), `there`, `not there`,
 * `above`, `below`.
 */
export const SELECTORS = [
  ['app=nginx', [['app', 'one of', 'nginx']]],
  ['app.kubernetes.io/name=checkout', [['app.kubernetes.io/name', 'one of', 'checkout']]],
  ['tier!=frontend', [['tier', 'none of', 'frontend']]],
  ['environment in (production,staging)', [['environment', 'one of', 'production', 'staging']]],
  ['environment notin (development,qa)', [['environment', 'none of', 'development', 'qa']]],
  ['partition', [['partition', 'there']]],
  ['!canary', [['canary', 'not there']]],
  [
    'app=nginx,tier=frontend',
    [
      ['app', 'one of', 'nginx'],
      ['tier', 'one of', 'frontend'],
    ],
  ],
  [
    'app.kubernetes.io/name=checkout,app.kubernetes.io/instance=checkout-prod',
    [
      ['app.kubernetes.io/name', 'one of', 'checkout'],
      ['app.kubernetes.io/instance', 'one of', 'checkout-prod'],
    ],
  ],
  [
    'app.kubernetes.io/name=payments,app.kubernetes.io/component in (api,worker),environment!=development',
    [
      ['app.kubernetes.io/name', 'one of', 'payments'],
      ['app.kubernetes.io/component', 'one of', 'api', 'worker'],
      ['environment', 'none of', 'development'],
    ],
  ],
  [
    'pod-template-hash,!batch.kubernetes.io/job-name',
    [
      ['pod-template-hash', 'there'],
      ['batch.kubernetes.io/job-name', 'not there'],
    ],
  ],
  [
    'app in (nginx,redis,postgres,kafka,rabbitmq,memcached,etcd,vault)',
    [['app', 'one of', 'nginx', 'redis', 'postgres', 'kafka', 'rabbitmq', 'memcached', 'etcd', 'vault']],
  ],
  ['shard>3', [['shard', 'above', '3']]],
  [
    'shard>1,shard<6,environment=production',
    [
      ['shard', 'above', '1'],
      ['shard', 'below', '6'],
      ['environment', 'one of', 'production'],
    ],
  ],
  [
    'app.kubernetes.io/managed-by=Helm,helm.sh/chart,team in (platform,payments,search),tier notin (cache,queue)',
    [
      ['app.kubernetes.io/managed-by', 'one of', 'Helm'],
      ['helm.sh/chart', 'there'],
      ['team', 'one of', 'platform', 'payments', 'search'],
      ['tier', 'none of', 'cache', 'queue'],
    ],
  ],
  [
    'topology.kubernetes.io/zone in (us-east-1a,us-east-1b),topology.kubernetes.io/region=us-east-1,!node.kubernetes.io/exclude-from-external-load-balancers',
    [
      ['topology.kubernetes.io/zone', 'one of', 'us-east-1a', 'us-east-1b'],
      ['topology.kubernetes.io/region', 'one of', 'us-east-1'],
      ['node.kubernetes.io/exclude-from-external-load-balancers', 'not there'],
    ],
  ],
  [
    'x in (foo,,baz),y,z notin ()',
    [
      ['x', 'one of', 'foo', '', 'baz'],
      ['y', 'there'],
      ['z', 'none of', ''],
    ],
  ],
  [
    'app = nginx , environment in ( production , staging ) , ! canary',
    [
      ['app', 'one of', 'nginx'],
      ['environment', 'one of', 'production', 'staging'],
      ['canary', 'not there'],
    ],
  ],
  [
    'statefulset.kubernetes.io/pod-name=postgres-0,controller-revision-hash',
    [
      ['statefulset.kubernetes.io/pod-name', 'one of', 'postgres-0'],
      ['controller-revision-hash', 'there'],
    ],
  ],
  [
    'app.kubernetes.io/name=search,app.kubernetes.io/instance=search-prod,app.kubernetes.io/component=api,app.kubernetes.io/part-of=storefront,app.kubernetes.io/managed-by=Helm,environment=production,tier=backend,team=search',
    [
      ['app.kubernetes.io/name', 'one of', 'search'],
      ['app.kubernetes.io/instance', 'one of', 'search-prod'],
      ['app.kubernetes.io/component', 'one of', 'api'],
      ['app.kubernetes.io/part-of', 'one of', 'storefront'],
      ['app.kubernetes.io/managed-by', 'one of', 'Helm'],
      ['environment', 'one of', 'production'],
      ['tier', 'one of', 'backend'],
      ['team', 'one of', 'search'],
    ],
  ],
];

/** Texts with a mistake each, as people make them: what telling of it costs. */
export const WRONG_TEXTS = [
  'environment in production',
  'environment not in (development,qa)',
  'app=nginx tier=frontend',
  'app=nginx||app=redis',
  'app="nginx"',
  'app: nginx',
  'app=nginx,',
  'app.kubernetes.io/name=check*,environment in (production,staging',
];
