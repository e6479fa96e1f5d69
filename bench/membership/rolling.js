import { CANARY } from '../corpus/fleet/key-names.js';
import { POD_NAME, REVISION, TEMPLATE } from '../corpus/fleet/keys.js';
import { suffix } from '../corpus/fleet/names.js';
import { fleetLines } from '../corpus/fleet/objects.js';
import { Random } from '../corpus/random.js';
import { SHAPE } from './kept.js';

const SEED = 20_161_212;

/** So many pods are replaced before the next ones. */
const LOT = 500;

export const EVENTS_A_POD = 3;
const EVENTS_A_LOT = LOT * EVENTS_A_POD;

/**
 * What happens to an object: it is there with these labels from now on, or, without labels, it is gone.
 *
 * @typedef {{ id: string, namespace: string, labels?: Record<string, string> }} ObjectEvent
 */

/** Until it is ready, a pod is marked as on trial, with the first of its labels. */
function starting(object) {
  const { [CANARY]: _, ...labels } = object.labels;
  return { ...object, labels: { [CANARY]: 'starting', ...labels } };
}

/** What each template is to be replaced with. */
class Revisions {
  #random = new Random(SEED);
  #hashes = new Map();

  /** Whether this is the first pod of a template, and the hash of the next one. */
  next(hash) {
    const known = this.#hashes.get(hash);
    if (known !== undefined) return { hash: known, first: false };
    const made = this.#random.hash(10);
    this.#hashes.set(hash, made);
    return { hash: made, first: true };
  }
}

/** A pod of a Deployment: another one takes over, with a name of its own, and then it goes. */
function replaced(pod, number, { hash }) {
  const prefix = pod.id.slice(0, pod.id.length - pod.labels[TEMPLATE].length - suffix(0).length - 1);
  const id = `${prefix}${hash}-${suffix(number)}`;
  const ready = { ...pod, id, labels: { ...pod.labels, [TEMPLATE]: hash } };
  return [starting(ready), ready, { id: pod.id, namespace: pod.namespace }];
}

/** A pod of a StatefulSet: it goes, and then comes back under its name. */
function recreated(pod, { hash }) {
  const controller = pod.labels[POD_NAME].slice(0, pod.labels[POD_NAME].lastIndexOf('-'));
  const ready = { ...pod, labels: { ...pod.labels, [REVISION]: `${controller}-${hash}` } };
  return [{ id: pod.id, namespace: pod.namespace }, starting(ready), ready];
}

/** Every text its own, as a client gets them. */
const parsed = (value) => JSON.parse(JSON.stringify(value));

/**
 * A rolling update of a whole fleet, by lots of pods. All controllers are at it at once, as far as their pods stand near
 * each other in the fleet.
 *
 * @param {number} objects how many the fleet has, a multiple of the lot
 * @returns {Generator<{ started: { before: string, after: string }[], events: ObjectEvent[] }>} for each lot the templates
 * that are first replaced in it, by their hashes, and what happens, three events a pod
 */
export function* rollingLots(objects) {
  const revisions = new Revisions();
  let started = [];
  let events = [];
  let number = objects;
  for (const line of fleetLines(SHAPE, objects)) {
    const pod = JSON.parse(line);
    const before = pod.labels[TEMPLATE];
    const revision = revisions.next(before ?? pod.labels[REVISION]);
    if (before === undefined) events.push(...recreated(pod, revision));
    else {
      if (revision.first) started.push({ before, after: revision.hash });
      events.push(...replaced(pod, number, revision));
    }
    number++;
    if (events.length < EVENTS_A_LOT) continue;
    yield { started, events: parsed(events) };
    started = [];
    events = [];
  }
}

/** The pods of a fleet after its rolling update. */
export function* rolledObjects(objects) {
  for (const { events } of rollingLots(objects)) {
    const there = new Map(events.map((event) => [event.id, event]));
    for (const event of there.values()) if (event.labels !== undefined) yield event;
  }
}

/**
 * The selectors of the ReplicaSets that a rolling update makes, by the hash of the template they take the place of.
 *
 * @param {readonly { id: string, namespace: string | undefined, before: string, meaning: any }[]} selectors
 * @returns {(started: { before: string, after: string }) => { id: string, namespace: string | undefined, text: string }[]}
 */
export function replicaSetsOf(selectors) {
  const known = new Map();
  for (const { id, namespace, before, meaning } of selectors) {
    const hash = meaning.find(([key]) => key === TEMPLATE)?.[2];
    if (hash !== undefined) known.set(hash, { id, namespace, text: before });
  }
  return function replicaSetsFor({ before, after }) {
    const found = known.get(before);
    if (found === undefined) return [];
    return [{ ...found, id: `${found.id}-${after}`, text: found.text.replace(before, after) }];
  };
}
