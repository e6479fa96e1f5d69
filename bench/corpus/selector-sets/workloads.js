import {
  CANARY,
  CUSTOMER,
  ENVIRONMENT,
  INSTANCE,
  MANAGER,
  NAME,
  SHARD,
  TEAM,
  TIER,
  VERSION,
} from '../fleet/key-names.js';
import { POD_NAME, REVISION, TEMPLATE } from '../fleet/keys.js';
import { suffix } from '../fleet/names.js';
import { fleetLines } from '../fleet/objects.js';
import { above, allOf, among, below, is, isNot, notAmong, notThere, there } from '../fleet/requirements.js';
import { Random } from '../random.js';
import { drawValue, drawValues } from './drawing.js';

const SEED = 19_970_217;

/** A fleet of more objects has ids that come twice. */
const MOST_OBJECTS = 10_000_000;

const ID = '{"id":"'.length;

/** So many workloads share the namespaces of the fleet; the next ones have others, as in a cluster that grows. */
const A_CELL = 2_000;

const inCell = (namespace, number) => `${namespace}-${Math.floor(number / A_CELL) + 1}`;

/**
 * The objects of a fleet as lines, each with the number of its workload; where every object is on its own, its own.
 *
 * @param {import('../fleet/objects.js').Shape} shape of the fleet
 * @param {number} [objects] how many the fleet has
 */
export function* numberedLines(shape, objects = MOST_OBJECTS) {
  const numbers = new Map();
  for (const line of fleetLines(shape, objects)) {
    const id = line.slice(ID, line.indexOf('"', ID));
    const workload = id.slice(0, id.lastIndexOf('-'));
    const known = numbers.get(workload);
    if (known === undefined) numbers.set(workload, numbers.size);
    yield { line, number: known ?? numbers.size - 1, isFirst: known === undefined };
  }
}

/**
 * The first objects of a fleet, in the namespaces that the selectors of their workloads are in.
 *
 * @param {import('../fleet/objects.js').Shape} shape of the fleet
 * @param {number} count
 */
export function objectsInCells(shape, count) {
  return Array.from(numberedLines(shape, count), ({ line, number }) => {
    const object = JSON.parse(line);
    return { ...object, namespace: inCell(object.namespace, number) };
  });
}

/** What tells the pods of a workload from others: name and instance, as charts have it, or the name alone. */
function own(labels) {
  const instance = labels[INSTANCE];
  return [is(NAME, labels[NAME]), ...(instance === undefined ? [] : [is(INSTANCE, instance)])];
}

const name = (labels) => is(NAME, labels[NAME]);

/** A requirement for everybody in a namespace, which no label must meet. */
const WITHOUT = [
  isNot(ENVIRONMENT, 'development'),
  notAmong(TIER, ['database', 'cache']),
  notThere(CUSTOMER),
  notThere(CANARY),
];

/**
 * What is made for a workload: which kind of resource, for which share of the workloads that have the labels, with which
 * selector, and whether it sees all namespaces. A kind has each selector once in a namespace.
 *
 * @type {readonly { kind: string, share: number, needs?: string, everywhere?: true,
 *   requirements: (labels: Record<string, string>, random: Random) =>
 *     import('../fleet/requirements.js').WrittenRequirement[] }[]}
 */
const RULES = [
  {
    kind: 'replicasets',
    share: 1,
    needs: TEMPLATE,
    requirements: (labels) => [...own(labels), is(TEMPLATE, labels[TEMPLATE])],
  },
  // Deployments keep the ReplicaSets of revisions past, which have no pods any more.
  {
    kind: 'replicasets',
    share: 0.8,
    needs: TEMPLATE,
    requirements: (labels, random) => [...own(labels), is(TEMPLATE, random.hash(10))],
  },
  { kind: 'deployments', share: 1, needs: TEMPLATE, requirements: own },
  { kind: 'statefulsets', share: 1, needs: REVISION, requirements: own },
  { kind: 'services', share: 0.8, requirements: own },
  { kind: 'services', share: 0.08, requirements: (labels) => [...own(labels), notThere(CANARY)] },
  {
    kind: 'services',
    share: 0.05,
    needs: POD_NAME,
    requirements: (labels) => [is(POD_NAME, labels[POD_NAME])],
  },
  { kind: 'poddisruptionbudgets', share: 0.25, requirements: own },
  { kind: 'poddisruptionbudgets', share: 0.1, requirements: (labels) => [name(labels)] },
  { kind: 'networkpolicies', share: 0.2, requirements: own },
  {
    kind: 'networkpolicies',
    share: 0.06,
    needs: TIER,
    requirements: (labels, random) => [name(labels), among(TIER, drawValues(random, TIER, 2, labels[TIER]))],
  },
  {
    kind: 'networkpolicies',
    share: 0.05,
    requirements: (labels) => [name(labels), among(ENVIRONMENT, ['production', 'staging'])],
  },
  {
    kind: 'networkpolicies',
    share: 0.05,
    requirements: (labels) => [name(labels), isNot(ENVIRONMENT, 'development')],
  },
  {
    kind: 'networkpolicies',
    share: 0.05,
    needs: INSTANCE,
    requirements: (labels) => [is(INSTANCE, labels[INSTANCE]), notAmong(TIER, ['database', 'cache'])],
  },
  {
    kind: 'networkpolicies',
    share: 0.03,
    needs: CUSTOMER,
    requirements: (labels, random) => [among(CUSTOMER, drawValues(random, CUSTOMER, 4, labels[CUSTOMER]))],
  },
  {
    kind: 'networkpolicies',
    share: 0.01,
    needs: TEAM,
    requirements: (labels, random) => [is(TEAM, labels[TEAM]), isNot(TIER, drawValue(random, TIER))],
  },
  { kind: 'networkpolicies', share: 0.002, requirements: (_, random) => [random.pick(WITHOUT)] },
  { kind: 'networkpolicies', share: 0.001, requirements: () => [] },
  {
    kind: 'podmonitors',
    share: 0.1,
    needs: VERSION,
    requirements: (labels, random) => [
      name(labels),
      among(VERSION, drawValues(random, VERSION, 3, labels[VERSION])),
    ],
  },
  { kind: 'podmonitors', share: 0.1, requirements: own },
  {
    kind: 'podmonitors',
    share: 0.03,
    everywhere: true,
    requirements: (labels) => [name(labels)],
  },
  {
    kind: 'podmonitors',
    share: 0.02,
    needs: SHARD,
    requirements: (labels, random) => {
      const bound = random.below(20) * 50;
      const from = bound === 0 ? [] : [above(SHARD, String(bound - 1))];
      return [name(labels), ...from, below(SHARD, String(bound + 50))];
    },
  },
  {
    kind: 'clusterpolicies',
    share: 0.01,
    everywhere: true,
    needs: TEAM,
    requirements: (labels) => [is(TEAM, labels[TEAM]), is(ENVIRONMENT, 'staging'), there(CANARY)],
  },
  {
    kind: 'clusterpolicies',
    share: 0.01,
    everywhere: true,
    needs: INSTANCE,
    requirements: (labels) => [is(INSTANCE, labels[INSTANCE]), isNot(MANAGER, 'Helm')],
  },
];

/**
 * Selectors as a cluster has them: those that its controllers, services, budgets, policies and monitors have for the
 * workloads of a fleet, in the order of the workloads.
 *
 * @param {import('../fleet/objects.js').Shape} shape of the fleet
 * @param {number} [objects] how many the fleet has; then all workloads are in its own namespaces
 * @returns {Generator<import('./selector-sets.js').WrittenSelector>}
 */
export function* workloadSelectors(shape, objects) {
  const random = new Random(SEED);
  const known = new Set();
  let made = 0;
  for (const { line, number, isFirst } of numberedLines(shape, objects)) {
    if (!isFirst) continue;
    const { namespace: fleetNamespace, labels } = JSON.parse(line);
    const namespace = objects === undefined ? inCell(fleetNamespace, number) : fleetNamespace;
    for (const { kind, share, needs, everywhere, requirements } of RULES) {
      if (!random.chance(share) || (needs !== undefined && labels[needs] === undefined)) continue;
      const written = allOf(requirements(labels, random));
      const place = everywhere ? `${kind}/` : `${kind}/${namespace}/`;
      const once = `${place}${written.selector}`;
      if (known.has(once)) continue;
      known.add(once);
      const id = `${place}${labels[NAME]}-${suffix(made++)}`;
      yield { id, ...(everywhere ? {} : { namespace }), ...written };
    }
  }
}
