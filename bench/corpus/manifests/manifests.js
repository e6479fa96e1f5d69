import { createHash } from 'node:crypto';
import { INSTANCE, MANAGER, NAME, TEAM, VERSION } from '../fleet/key-names.js';
import { NAMES } from '../fleet/keys.js';
import { Random } from '../random.js';
import { DEFECTS } from './defects.js';
import { policyDocument, serviceDocument, workloadDocument } from './documents.js';

const SEED = 20_220_503;

/** An installation is so many documents: five workloads, three Services and two NetworkPolicies. */
const AN_INSTALLATION = 10;

/** So many installations share a namespace. */
const A_NAMESPACE = 4;

/** Every so many-th installation has a mistake in it. */
const ONE_DEFECT_IN = 10;

/** A smaller deployment is the beginning of a larger one, by whole installations. */
export const DOCUMENTS_STEP = AN_INSTALLATION;

const PORTS = { web: 8080, api: 8081, worker: 8082, cache: 6379, db: 5432 };

const TEAMS = ['payments', 'search', 'platform', 'storefront', 'identity'];

/** Objects with a member for each component, made by a function of it. */
const each = (components, make) =>
  Object.fromEntries(components.map((component) => [component, make(component)]));

/**
 * What the documents of an installation are written from, by component.
 *
 * @typedef {Record<'workloads' | 'services' | 'policies', Record<string, any>>} Parts
 * @returns {Parts}
 */
function partsOf(number, namespace, random) {
  const application = NAMES[number % NAMES.length];
  const instance = `${application}-${number + 1}`;
  const version = `${random.below(4) + 1}.${random.below(20)}.${random.below(10)}`;
  const chart = `${application}-${random.below(4) + 1}.${random.below(20)}.0`;
  const team = random.pick(TEAMS);
  const selectorOf = (component) => ({
    [NAME]: application,
    [INSTANCE]: instance,
    'app.kubernetes.io/component': component,
  });
  const common = (component) => ({
    name: `${instance}-${component}`,
    namespace,
    labels: {
      ...selectorOf(component),
      [VERSION]: version,
      [MANAGER]: 'Helm',
      'helm.sh/chart': chart,
    },
    selector: selectorOf(component),
    port: PORTS[component],
  });
  return {
    workloads: each(Object.keys(PORTS), (component) => ({
      ...common(component),
      kind: component === 'db' ? 'StatefulSet' : 'Deployment',
      podLabels: { ...selectorOf(component), [VERSION]: version, [TEAM]: team },
      image: `${application}/${component}:${version}`,
    })),
    services: each(['web', 'api', 'db'], (component) => ({
      ...common(component),
      isHeadless: component === 'db',
    })),
    policies: {
      api: { ...common('api'), from: { instance, components: ['web', 'worker'] } },
      db: { ...common('db'), from: { instance, components: ['api', 'worker'] } },
    },
  };
}

function documentsOf({ workloads, services, policies }) {
  return [
    ...Object.values(workloads).map(workloadDocument),
    ...Object.values(services).map(serviceDocument),
    ...Object.values(policies).map(policyDocument),
  ];
}

/**
 * A large deployment as YAML, a text for each namespace: of ten documents five are workloads of ten pods, three Services and
 * two NetworkPolicies. In every tenth installation there is one mistake.
 *
 * @param {number} size how many documents, a multiple of ten
 * @returns {Generator<{ source: string, text: string, rules: string[] }>} the name of the file, and the rules that find the
 * mistakes in it, once each
 */
export function* manifestFiles(size) {
  const random = new Random(SEED);
  const installations = size / AN_INSTALLATION;
  for (let first = 0; first < installations; first += A_NAMESPACE) {
    const namespace = `shop-${first / A_NAMESPACE + 1}`;
    const documents = [];
    const rules = [];
    for (let number = first; number < Math.min(first + A_NAMESPACE, installations); number++) {
      const parts = partsOf(number, namespace, random);
      if (number % ONE_DEFECT_IN === ONE_DEFECT_IN - 1) {
        const { rule, make } = DEFECTS[Math.floor(number / ONE_DEFECT_IN) % DEFECTS.length];
        make(parts);
        rules.push(rule);
      }
      documents.push(...documentsOf(parts));
    }
    yield { source: `${namespace}.yaml`, text: documents.join('---\n'), rules };
  }
}

/**
 * What tells a deployment from another one, and what is to be found in it.
 *
 * @param {number} size how many documents
 */
export function surveyManifests(size) {
  const hash = createHash('sha256');
  const expected = {};
  let bytes = 0;
  let namespaces = 0;
  for (const { text, rules } of manifestFiles(size)) {
    hash.update(text);
    bytes += Buffer.byteLength(text);
    namespaces++;
    for (const rule of rules) expected[rule] = (expected[rule] ?? 0) + 1;
  }
  return { documents: size, namespaces, bytes, sha256: hash.digest('hex'), expected };
}
