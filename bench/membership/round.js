import { fleetLines } from '../corpus/fleet/objects.js';
import { Relabelling, replacing } from '../index/changing.js';
import { changedObjects, parsedObjects } from '../index/objects.js';
import { timeByTurns } from '../measure/batches.js';
import { Clock } from '../measure/clock.js';
import { heldBytes } from '../measure/heap.js';
import { updating } from '../selectors/changing.js';
import { Evaluating } from './evaluating.js';
import { SHAPE, spreadSelectors } from './kept.js';
import { EVENTS_A_POD, replicaSetsOf, rolledObjects, rollingLots } from './rolling.js';

const CHANGE_PLAN = { warmUp: 300, batch: 50, batches: 9 };

/** Objects, and selectors, that change by themselves. */
const SAMPLE = 10_000;

/** Pods of the rolling update that every selector is evaluated for. */
const EVALUATED_PODS = 100;

/** Objects whose selectors are counted by evaluating all, from all over the fleet. */
const RECOUNTED = 100;

/** Who is told of changes, and counts them. */
function counting(membership) {
  const told = { joined: 0, left: 0 };
  membership.subscribe(({ joined, left }) => {
    told.joined += joined.length;
    told.left += left.length;
  });
  return told;
}

function timed(action) {
  const start = process.hrtime.bigint();
  action();
  return Number(process.hrtime.bigint() - start);
}

/** A function of its own: when it has returned, nobody else holds the selectors. */
function setSelectors(membership, selectors, parse) {
  const parsed = selectors.map(({ id, namespace, before }) => ({ id, namespace, selector: parse(before) }));
  return timed(() => {
    for (const { id, selector, namespace } of parsed) membership.setSelector(id, selector, namespace);
  });
}

function* entries(objects) {
  for (const { id, labels, namespace } of objects) yield [id, labels, namespace];
}

function load(membership, objects) {
  const clock = new Clock();
  clock.start();
  membership.load(entries(parsedObjects(SHAPE, objects, clock)));
  clock.stop();
  return clock.elapsed;
}

function same(what, actual, expected) {
  if (actual !== expected) throw new Error(`${what}: ${actual}, where ${expected} are expected`);
}

/** ns per change of each batch; afterwards as many selectors see objects as before. */
function timeChanges(membership, told, objects, selectors, parse) {
  const sample = changedObjects(SHAPE, objects, SAMPLE);
  const pods = {
    change: (_, { id, labels, namespace }) => membership.setObject(id, labels, namespace),
    remove: ({ id }) => membership.deleteObject(id),
    insert: ({ id, labels, namespace }) => membership.setObject(id, labels, namespace),
  };
  const index = { set: (id, selector, namespace) => membership.setSelector(id, selector, namespace) };
  const before = told.joined - told.left;
  const unchanged = () => same('memberships after changes', told.joined - told.left, before);

  const relabelling = new Relabelling(pods, sample);
  const [change] = timeByTurns([relabelling.run], CHANGE_PLAN);
  relabelling.undo();
  unchanged();
  const [replace] = timeByTurns([replacing(pods, sample)], CHANGE_PLAN);
  unchanged();
  const updates = updating(index, selectors, parse);
  const [update] = timeByTurns([updates.run], CHANGE_PLAN);
  updates.finish();
  unchanged();
  return { change, replace, update };
}

function enact(membership, events) {
  for (let i = 0; i < events.length; i++) {
    const { id, labels, namespace } = events[i];
    if (labels === undefined) membership.deleteObject(id);
    else membership.setObject(id, labels, namespace);
  }
}

/** The first events of the rolling update, with every selector evaluated: ns of one, by pod, and how much they change. */
function evaluateAll(compiled, objects) {
  const evaluating = new Evaluating(compiled);
  const [{ events }] = rollingLots(objects);
  for (const line of fleetLines(SHAPE, EVALUATED_PODS)) evaluating.begin(JSON.parse(line));
  const times = Array.from({ length: EVALUATED_PODS }, (_, pod) => {
    const chosen = events.slice(pod * EVENTS_A_POD, (pod + 1) * EVENTS_A_POD);
    const time = timed(() => {
      for (const event of chosen) evaluating.apply(event);
    });
    return time / EVENTS_A_POD;
  });
  return { times, joined: evaluating.joined, left: evaluating.left };
}

/**
 * Replaces every pod of the fleet. The first pods are replaced apart, so that what is told of them can be held against what
 * evaluating every selector finds.
 */
function roll(membership, told, objects, replicaSets, parse) {
  const clocks = { objects: new Clock(), selectors: new Clock() };
  const made = [];
  const times = [];
  let events = 0;
  let first;
  const before = { ...told };
  for (const lot of rollingLots(objects)) {
    const sets = lot.started.flatMap(replicaSets);
    const parsed = sets.map(({ text }) => parse(text));
    made.push(...sets);
    clocks.selectors.start();
    for (const [place, { id, namespace }] of sets.entries())
      membership.setSelector(id, parsed[place], namespace);
    clocks.selectors.stop();
    const apart = first === undefined ? EVENTS_A_POD * EVALUATED_PODS : 0;
    enact(membership, lot.events.slice(0, apart));
    first ??= { joined: told.joined - before.joined, left: told.left - before.left, made: made.length };
    const rest = apart === 0 ? lot.events : lot.events.slice(apart);
    const start = clocks.objects.elapsed;
    clocks.objects.start();
    enact(membership, rest);
    clocks.objects.stop();
    times.push((clocks.objects.elapsed - start) / rest.length);
    events += rest.length;
  }
  return {
    times,
    nsPerEvent: clocks.objects.elapsed / events,
    joined: told.joined - before.joined,
    left: told.left - before.left,
    replicaSets: made.length,
    nsPerReplicaSet: clocks.selectors.elapsed / made.length,
    first,
    made,
  };
}

/** Counts everything again, in three ways, and ends the run where a number is another. */
function recount(membership, expected, { LabelIndex, parseSelector }, selectors, evaluating, objects) {
  let held = 0;
  for (const { id } of selectors) held += membership.objectsOf(id).length;
  same('memberships by selector', held, expected);

  const index = new LabelIndex();
  index.load(entries(rolledObjects(objects)));
  let indexed = 0;
  for (const { namespace, text } of selectors) {
    indexed += index.count(parseSelector(text), namespace === undefined ? {} : { namespace });
  }
  same('memberships by an index of the objects', expected, indexed);

  let number = 0;
  for (const object of rolledObjects(objects)) {
    if (number++ % Math.floor(objects / RECOUNTED) !== 0) continue;
    same(`selectors of ${object.id}`, membership.selectorsOf(object.id).length, evaluating.count(object));
  }
}

/**
 * @param {string} entry
 * @param {{ objects?: number, selectors?: number }} options how many; of the objects a multiple of the lot
 */
export async function round(entry, { objects = 100_000, selectors: count = 10_000 }) {
  const { Membership, LabelIndex, compileSelector, parseSelector } = await import(entry);
  const selectors = spreadSelectors(objects, count);
  Array.from(parsedObjects(SHAPE, 1, new Clock()));
  const before = heldBytes();
  const membership = new Membership();
  const told = counting(membership);
  const set = setSelectors(membership, selectors, parseSelector);
  const loaded = load(membership, objects);
  const bytes = heldBytes() - before;
  const memberships = told.joined - told.left;

  const changes = timeChanges(membership, told, objects, selectors, parseSelector);
  const { first, made, ...rolling } = roll(
    membership,
    told,
    objects,
    replicaSetsOf(selectors),
    parseSelector,
  );
  const all = [...selectors.map(({ before: text, ...rest }) => ({ ...rest, text })), ...made];
  const compile = (text) => compileSelector(parseSelector(text));
  const compiled = all.map(({ namespace, text }) => ({ namespace, matches: compile(text) }));
  // Of the selectors that the update makes only those that are there by then.
  const { times, ...evaluated } = evaluateAll(compiled.slice(0, count + first.made), objects);
  same('joined at first', first.joined, evaluated.joined);
  same('left at first', first.left, evaluated.left);
  const evaluating = new Evaluating(compiled);
  recount(membership, told.joined - told.left, { LabelIndex, parseSelector }, all, evaluating, objects);
  return {
    objects,
    selectors: count,
    set,
    loaded,
    bytes,
    memberships,
    ...changes,
    rolling,
    evaluated: times,
  };
}
