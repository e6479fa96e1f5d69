/*
 * What is installed in the imagined cluster: releases of applications, each with the labels its chart or its team
 * gives to everything it makes. Labels of one object are not independent of each other, so neither are these.
 */

const APPLICATIONS = [
  // [name, component candidates, part-of, tier, team, kind]
  ['nginx', ['proxy'], 'edge', 'frontend', 'platform', 'deployment'],
  ['redis', ['master', 'replica'], 'data', 'cache', 'platform', 'statefulset'],
  ['postgres', ['primary', 'replica'], 'data', 'database', 'platform', 'statefulset'],
  ['kafka', ['broker'], 'data', 'queue', 'platform', 'statefulset'],
  ['rabbitmq', ['broker'], 'data', 'queue', 'platform', 'statefulset'],
  ['memcached', ['cache'], 'data', 'cache', 'platform', 'deployment'],
  ['etcd', ['member'], 'control', 'database', 'platform', 'statefulset'],
  ['vault', ['server'], 'control', 'backend', 'security', 'statefulset'],
  ['checkout', ['api', 'worker'], 'storefront', 'backend', 'payments', 'deployment'],
  ['payments', ['api', 'worker', 'ledger'], 'storefront', 'backend', 'payments', 'deployment'],
  ['search', ['api', 'indexer'], 'storefront', 'backend', 'search', 'deployment'],
  ['catalog', ['api', 'importer'], 'storefront', 'backend', 'search', 'deployment'],
  ['cart', ['api'], 'storefront', 'backend', 'payments', 'deployment'],
  ['website', ['web'], 'storefront', 'frontend', 'web', 'deployment'],
  ['admin', ['web', 'api'], 'backoffice', 'frontend', 'web', 'deployment'],
  ['mailer', ['worker'], 'backoffice', 'backend', 'web', 'deployment'],
  ['reports', ['batch'], 'backoffice', 'backend', 'analytics', 'job'],
  ['node-exporter', ['agent'], 'monitoring', 'agent', 'platform', 'daemonset'],
  ['log-shipper', ['agent'], 'monitoring', 'agent', 'platform', 'daemonset'],
  ['prometheus', ['server'], 'monitoring', 'backend', 'platform', 'statefulset'],
];

const ENVIRONMENTS = [
  ['production', 'prod'],
  ['production', 'prod'],
  ['production', 'prod'],
  ['staging', 'staging'],
  ['development', 'dev'],
  ['qa', 'qa'],
];

/** How thoroughly a chart labels what it makes: which of these labels it sets at all. */
const CHARTS = [
  { recommended: true, plain: false, helm: true },
  { recommended: true, plain: true, helm: true },
  { recommended: true, plain: true, helm: false },
  { recommended: false, plain: true, helm: false },
];

/**
 * @param {import('./random.js').Random} random
 * @param {number} count how many releases
 */
export function makeReleases(random, count) {
  return Array.from({ length: count }, (_, index) => {
    const [name, components, partOf, tier, team, kind] = APPLICATIONS[index % APPLICATIONS.length];
    // The first release of each application is the one everybody means: in production, from its chart.
    const first = index < APPLICATIONS.length;
    const [environment, short] = first ? ENVIRONMENTS[0] : random.pick(ENVIRONMENTS);
    const { recommended, plain, helm } = first ? CHARTS[0] : random.pick(CHARTS);
    const instance = first || random.chance(0.3) ? `${name}-${short}` : `${name}-${short}-${random.hash(3)}`;
    const version = `${random.below(4) + 1}.${random.below(20)}.${random.below(10)}`;
    const labels = { environment, tier, team };
    if (plain) labels.app = name;
    if (recommended) {
      labels['app.kubernetes.io/name'] = name;
      labels['app.kubernetes.io/instance'] = instance;
      labels['app.kubernetes.io/part-of'] = partOf;
      labels['app.kubernetes.io/managed-by'] = helm ? 'Helm' : random.pick(['kustomize', 'argocd', 'flux']);
      if (random.chance(0.4)) labels['app.kubernetes.io/version'] = version;
    }
    if (helm && random.chance(0.7)) labels['helm.sh/chart'] = `${name}-${version}`;
    return { name, components, kind, recommended, instance, labels };
  });
}
