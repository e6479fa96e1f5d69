import { createHash } from 'node:crypto';
import { Random } from './random.js';
import { makeReleases } from './releases.js';

/** What every result was measured on. */
export const SEED = 20_261_123;
const OBJECT_COUNT = 10_000;
const FEWEST_LABELS = 4;
const MOST_LABELS = 12;

const ZONES = ['us-east-1a', 'us-east-1b', 'us-east-1c', 'us-west-2a', 'us-west-2b', 'eu-central-1a'];

/** Labels that only some teams have, so that objects differ in which keys they have, as they do in clusters. */
const HOUSE_KEYS = Array.from({ length: 48 }, (_, i) => {
  const subjects = [
    'cost-center',
    'owner',
    'on-call',
    'data-class',
    'criticality',
    'sla',
    'backup',
    'network-zone',
  ];
  const houses = [
    'acme.example',
    'ops.acme.example',
    'security.acme.example',
    'finance.acme.example',
    'ci.acme.example',
    'mesh.acme.example',
  ];
  return `${houses[Math.floor(i / 8)]}/${subjects[i % 8]}`;
});

/** The labels that the controller of an object adds to it. */
const CONTROLLER_LABELS = {
  deployment: (random) => ({ 'pod-template-hash': random.hash(10) }),
  statefulset: (random, { name }) => {
    const index = String(random.below(7));
    return {
      'controller-revision-hash': `${name}-${random.hash(10)}`,
      'statefulset.kubernetes.io/pod-name': `${name}-${index}`,
      ...(random.chance(0.5) && { 'apps.kubernetes.io/pod-index': index }),
    };
  },
  daemonset: (random) => ({
    'controller-revision-hash': random.hash(10),
    'pod-template-generation': String(random.below(30) + 1),
  }),
  job: (random, { name }) => ({
    'batch.kubernetes.io/job-name': `${name}-${random.below(100_000)}`,
    'batch.kubernetes.io/controller-uid': `${random.hash(8)}-${random.hash(4)}-${random.hash(12)}`,
    ...(random.chance(0.3) && { 'pod-template-hash': random.hash(10) }),
  }),
};

function makeLabels(random, releases) {
  const release = random.pick(releases);
  const labels = { ...release.labels, ...CONTROLLER_LABELS[release.kind](random, release) };
  if (release.recommended) labels['app.kubernetes.io/component'] = random.pick(release.components);
  for (const key of ['environment', 'tier', 'team']) if (random.chance(0.15)) delete labels[key];
  if (random.chance(0.25)) {
    const zone = random.pick(ZONES);
    labels['topology.kubernetes.io/zone'] = zone;
    labels['topology.kubernetes.io/region'] = zone.slice(0, -1);
    if (random.chance(0.1)) labels['node.kubernetes.io/exclude-from-external-load-balancers'] = '';
  }
  if (random.chance(0.25)) labels.shard = String(random.below(12));
  if (random.chance(0.12)) labels.partition = `p${random.below(16)}`;
  if (random.chance(0.08)) labels.canary = random.pick(['true', 'false', '']);
  if (random.chance(0.06)) labels.x = random.pick(['foo', 'bar', 'baz', '']);
  if (random.chance(0.06)) labels.y = random.pick(['1', 'on', '']);
  if (random.chance(0.06)) labels.z = random.pick(['a', 'b', '']);
  for (let i = random.below(4); i > 0; i--) {
    labels[random.pick(HOUSE_KEYS)] = random.pick([
      'low',
      'high',
      'none',
      'team-a',
      'team-b',
      '24x7',
      'c1200',
    ]);
  }
  return labels;
}

/**
 * Trims a set to a drawn number of labels, or fills it to the fewest, and puts its keys in byte order, as the
 * Kubernetes API serves them.
 */
function arrange(labels, random) {
  const keys = Object.keys(labels);
  const most = MOST_LABELS - random.below(MOST_LABELS - FEWEST_LABELS + 1);
  while (keys.length > most) keys.splice(random.below(keys.length), 1);
  while (keys.length < FEWEST_LABELS) {
    const key = random.pick(HOUSE_KEYS);
    if (keys.includes(key)) continue;
    labels[key] = random.pick(['low', 'high']);
    keys.push(key);
  }
  return Object.fromEntries(keys.sort().map((key) => [key, labels[key]]));
}

/** Every object on its own: nearly each has a key set that no other has. */
function variedLabels(random) {
  const releases = makeReleases(random, 240);
  return () => arrange(makeLabels(random, releases), random);
}

/** Pods of workloads: each has the keys of its template, and of the values only its controller's are its own. */
function clusterLabels(random) {
  const releases = makeReleases(random, 240);
  const templates = Array.from({ length: 600 }, () => {
    const release = random.pick(releases);
    return { release, labels: arrange(makeLabels(random, [release]), random) };
  });
  return () => {
    const { release, labels } = random.pick(templates);
    const own = CONTROLLER_LABELS[release.kind](random, release);
    // The template's hash is the same for all its pods.
    delete own['pod-template-hash'];
    return Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, own[key] ?? value]));
  };
}

const CORPORA = { varied: variedLabels, cluster: clusterLabels };

/** @typedef {keyof typeof CORPORA} CorpusName */
export const CORPUS_NAMES = Object.keys(CORPORA);

/**
 * The label sets of the benchmarks, as lines of JSON: `{"id","namespace","labels"}`. A text, because how an object
 * came to be decides how fast an engine reads it: the benchmarks parse these lines, as clients of Kubernetes do.
 *
 * @param {CorpusName} name `varied` is hard on an engine that reads objects by their shapes; `cluster` is more like life
 * @returns {string[]} one line per object, without line feeds
 */
export function objectLines(name) {
  const random = new Random(SEED);
  const next = CORPORA[name](random);
  return Array.from({ length: OBJECT_COUNT }, (_, index) =>
    JSON.stringify({ id: `o${index}`, namespace: `ns-${index % 40}`, labels: next() }),
  );
}

/**
 * @param {readonly string[]} lines
 * @returns what the lines hold, and what tells this corpus from another
 */
export function describeCorpus(lines) {
  const keySets = new Set();
  let labels = 0;
  for (const line of lines) {
    const keys = Object.keys(JSON.parse(line).labels);
    labels += keys.length;
    keySets.add(keys.join());
  }
  return {
    seed: SEED,
    objects: lines.length,
    labelsPerObject: Number((labels / lines.length).toFixed(2)),
    keySets: keySets.size,
    sha256: createHash('sha256').update(lines.join('\n')).digest('hex'),
  };
}
