import { Random } from '../random.js';
import { NAME } from './key-names.js';
import { NAMESPACES, POD_INDEX, POD_NAME, REVISION, TEMPLATE } from './keys.js';
import { suffix, templateHash } from './names.js';
import { drawTemplate, label, labelsText, placeOf } from './template.js';
import { Zipf } from './zipf.js';

/** What every result was measured on. */
export const SEED = 20_261_125;

const namespaces = new Zipf(NAMESPACES.length, 1);

const nameIn = (labels) => labels[placeOf(NAME)].slice(NAME.length + 4, -1);

function line(id, namespace, labels) {
  return `{"id":"${id}","namespace":"${namespace}","labels":${labels}}`;
}

/** Every object on its own: each of its labels is drawn for it, and one is like no other's. */
function uniqueObjects(random) {
  const place = placeOf(POD_NAME);
  return (number) => {
    const labels = drawTemplate(random);
    const name = nameIn(labels);
    labels[place] = label(POD_NAME, `${name}-${suffix(number + 1_000_000)}`);
    const id = `${name}-${templateHash(number * 13)}-${suffix(number)}`;
    return line(id, NAMESPACES[namespaces.draw(random)], labelsText(labels));
  };
}

/** So many controllers make pods at the same time, so that the pods of one do not come in a row. */
const AT_ONCE = 64;

/** Of four controllers one is a StatefulSet, which comes to a seventh of the pods. */
const STATEFUL = 0.25;

/** 1 to 50 pods, 10 in the mean: each further pod is as likely as this, given that there is room for one. */
const MOST_REPLICAS = 50;
const ONE_MORE = 0.90297;

function drawReplicas(random) {
  for (;;) {
    const replicas = 1 + Math.floor(Math.log(1 - random.next()) / Math.log(ONE_MORE));
    if (replicas <= MOST_REPLICAS) return replicas;
  }
}

/** A ReplicaSet: its pods have the labels of its template, to the letter. */
function replicaSet(random, number) {
  const labels = drawTemplate(random);
  const hash = templateHash(number);
  labels[placeOf(TEMPLATE)] = label(TEMPLATE, hash);
  const text = labelsText(labels);
  const prefix = `${nameIn(labels)}-${hash}`;
  const namespace = NAMESPACES[namespaces.draw(random)];
  return {
    left: drawReplicas(random),
    next: (pod) => line(`${prefix}-${suffix(pod)}`, namespace, text),
  };
}

/** A StatefulSet: each of its pods, 1 to 10, has its name and its number among its labels. */
function statefulSet(random, number) {
  const labels = drawTemplate(random);
  const prefix = `${nameIn(labels)}-${suffix(number)}`;
  labels[placeOf(TEMPLATE)] = undefined;
  labels[placeOf(REVISION)] = label(REVISION, `${prefix}-${templateHash(number)}`);
  const namespace = NAMESPACES[namespaces.draw(random)];
  let made = 0;
  return {
    left: 1 + random.below(10),
    next: () => {
      const id = `${prefix}-${made}`;
      labels[placeOf(POD_INDEX)] = label(POD_INDEX, String(made));
      labels[placeOf(POD_NAME)] = label(POD_NAME, id);
      made++;
      return line(id, namespace, labelsText(labels));
    },
  };
}

/** Pods as controllers make them. */
function replicaObjects(random) {
  let controllers = 0;
  const start = () => (random.chance(STATEFUL) ? statefulSet : replicaSet)(random, controllers++);
  const busy = Array.from({ length: AT_ONCE }, start);
  return (number) => {
    const place = random.below(AT_ONCE);
    if (busy[place].left === 0) busy[place] = start();
    busy[place].left--;
    return busy[place].next(number);
  };
}

const SHAPES = { unique: uniqueObjects, replicas: replicaObjects };

/** @typedef {keyof typeof SHAPES} Shape */
export const SHAPE_NAMES = Object.keys(SHAPES);

/**
 * The objects of the fleet one by one, as lines of JSON: `{"id","namespace","labels"}`. A smaller fleet is the
 * beginning of a larger one.
 *
 * @param {Shape} shape `unique`: every object drawn by itself; `replicas`: pods that share the labels of their templates
 * @param {number} count up to 10 million
 */
export function* fleetLines(shape, count) {
  const next = SHAPES[shape](new Random(SEED));
  for (let number = 0; number < count; number++) yield next(number);
}
