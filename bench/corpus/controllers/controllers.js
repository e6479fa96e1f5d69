import { CANARY, INSTANCE, NAME, TEAM, TIER } from '../fleet/key-names.js';
import { TEMPLATE } from '../fleet/keys.js';
import { suffix } from '../fleet/names.js';
import { allOf, among, is, isNot, notThere, there } from '../fleet/requirements.js';
import { Random } from '../random.js';
import { drawValues } from '../selector-sets/drawing.js';
import { numberedLines } from '../selector-sets/workloads.js';
import { CONVENTIONS, drawConvention } from './conventions.js';

/**
 * A controller, as a cluster has it. One with a flaw overlaps others that it should not; it says which flaw.
 *
 * @typedef {object} WrittenController
 * @property {string} id kind, namespace and name
 * @property {string} namespace
 * @property {string} selector
 * @property {import('../naive-scan.js').Meaning} meaning
 * @property {Flaw} [flaw]
 */

const SEED = 20_150_721;

/** So many workloads share the namespaces of the fleet; the next ones have others, as in a cluster that grows. */
const A_CELL = 800;

/** What goes wrong in a cluster, each with one workload of so many hundred. */
const FLAWS = {
  /** Another workload was copied in the same namespace, and the selector was not changed. */
  copied: 0.012,
  /** One of several parts of an installation lacks what tells it from the others. */
  'no component': 0.03,
  /** A selector by other keys than those around it have, as a chart from elsewhere brings it. */
  'another convention': 0.006,
  /** A canary beside a Deployment that does not leave its pods alone. */
  'canary not excluded': 0.008,
};

/** @typedef {keyof typeof FLAWS} Flaw */
export const FLAW_NAMES = Object.keys(FLAWS);

const TRACK = 'track';
const UID = 'batch.kubernetes.io/controller-uid';

const SHARES = {
  daemonSet: 0.04,
  job: 0.02,
  canary: 0.03,
  /** ReplicaSets of revisions past: up to two, each with this share. */
  pastRevision: 0.5,
  /** Further parts of an installation: up to three. */
  part: 0.5,
};

const PARTS = ['api', 'worker', 'web', 'cache', 'scheduler', 'migrations', 'proxy', 'exporter'];

/** What some selectors have beyond what tells them from others, each for a share of the workloads. */
const EXTRAS = [
  [0.02, (random) => [among(TIER, drawValues(random, TIER, 2))]],
  [0.02, () => [notThere(CANARY)]],
  [0.01, () => [there(TEAM)]],
  [0.01, () => [isNot('environment', 'development')]],
];

function drawExtra(random) {
  let left = random.next();
  const drawn = EXTRAS.find(([share]) => {
    left -= share;
    return left < 0;
  });
  return drawn?.[1](random) ?? [];
}

/** What a cluster remembers of a namespace while it is being filled. */
class Namespace {
  name;
  convention;
  /** Who is there: an installation that comes again is no other one. */
  known = new Set();
  /** The requirements of its Deployments. */
  selectors = [];

  constructor(name, convention) {
    this.name = name;
    this.convention = convention;
  }
}

function workloadOf(labels, namespace) {
  const name = labels[NAME];
  const at = name.indexOf('-');
  const instance = labels[INSTANCE] ?? `${name}-${namespace.slice(0, namespace.indexOf('-'))}`;
  return { name, application: name.slice(0, at), part: name.slice(at + 1), instance };
}

function uuid(random) {
  const hex = (length) => Array.from({ length }, () => random.below(16).toString(16)).join('');
  return [8, 4, 4, 4, 12].map(hex).join('-');
}

/** The parts of an installation; where the convention knows of none, the whole of it is one. */
function partsOf(workload, { part }, random) {
  if (part === undefined) return [workload];
  const parts = new Set([workload.part]);
  for (let i = 0; i < 3; i++) if (random.chance(SHARES.part)) parts.add(random.pick(PARTS));
  return Array.from(parts, (one) => ({ ...workload, part: one, name: `${workload.application}-${one}` }));
}

/** The selectors of one workload: what they require, and which flaw they have. */
function selectorsOf(workload, siblings, space, random) {
  const { own, part = () => [] } = space.convention;
  const chance = (flaw) => random.chance(FLAWS[flaw]);
  if (space.selectors.length > 0 && chance('copied'))
    return [{ requirements: random.pick(space.selectors), flaw: 'copied' }];
  if (chance('another convention')) {
    const other = random.pick(CONVENTIONS.filter((convention) => convention !== space.convention));
    const requirements = [...other.own(workload), ...(other.part?.(workload) ?? [])];
    return [{ requirements, flaw: 'another convention' }];
  }
  if (siblings > 1 && chance('no component')) return [{ requirements: own(workload), flaw: 'no component' }];
  const requirements = [...own(workload), ...part(workload)];
  const canary = { requirements: [...requirements, is(TRACK, 'canary')] };
  if (chance('canary not excluded')) return [{ requirements }, { ...canary, flaw: 'canary not excluded' }];
  if (random.chance(SHARES.canary))
    return [{ requirements: [...requirements, isNot(TRACK, 'canary')] }, canary];
  return [{ requirements: [...requirements, ...drawExtra(random)] }];
}

/** A Deployment and its ReplicaSets, or another kind that has its pods itself. */
function* controllersOf(kind, requirements, random) {
  yield { kind, requirements };
  if (kind !== 'deployments') return;
  const revisions = 1 + [1, 2].filter(() => random.chance(SHARES.pastRevision)).length;
  for (let i = 0; i < revisions; i++)
    yield { kind: 'replicasets', requirements: [...requirements, is(TEMPLATE, random.hash(10))] };
}

function* controllersOfWorkload(labels, space, random) {
  const workload = workloadOf(labels, space.name);
  const identity = space.convention
    .own(workload)
    .map(([text]) => text)
    .join();
  if (space.known.has(identity)) return;
  space.known.add(identity);
  const parts = partsOf(workload, space.convention, random);
  for (const one of parts) {
    const kind =
      labels[TEMPLATE] === undefined
        ? 'statefulsets'
        : random.chance(SHARES.daemonSet)
          ? 'daemonsets'
          : 'deployments';
    for (const { requirements, flaw } of selectorsOf(one, parts.length, space, random)) {
      space.selectors.push(requirements);
      for (const controller of controllersOf(kind, requirements, random))
        yield { ...controller, name: one.name, ...(controller.kind === kind && flaw && { flaw }) };
    }
  }
  // Kubernetes itself makes up the selector of a Job, and leaves it to the uid that no other pod has it.
  if (random.chance(SHARES.job))
    yield { kind: 'jobs', requirements: [is(UID, uuid(random))], name: workload.name };
}

function* allControllers() {
  const random = new Random(SEED);
  const namespaces = new Map();
  let made = 0;
  for (const { line, number, isFirst } of numberedLines('replicas')) {
    if (!isFirst) continue;
    const { namespace: fleetNamespace, labels } = JSON.parse(line);
    const name = `${fleetNamespace}-${Math.floor(number / A_CELL) + 1}`;
    const space = namespaces.get(name) ?? new Namespace(name, drawConvention(random));
    namespaces.set(name, space);
    for (const { kind, requirements, name: workload, flaw } of controllersOfWorkload(labels, space, random)) {
      const id = `${kind}/${name}/${workload}-${suffix(made++)}`;
      yield { id, namespace: name, ...allOf(requirements), ...(flaw && { flaw }) };
    }
  }
}

/**
 * Controllers as a cluster has them, made from the workloads of a fleet: Deployments with their ReplicaSets, StatefulSets,
 * DaemonSets and Jobs. A smaller set is the beginning of a larger one.
 *
 * @param {number} size how many
 * @returns {Generator<WrittenController>}
 */
export function* writtenControllers(size) {
  let left = size;
  if (left === 0) return;
  for (const controller of allControllers()) {
    yield controller;
    if (--left === 0) return;
  }
}
