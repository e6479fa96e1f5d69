import { askedObjects, poolOfObjects } from '../corpus/selector-sets/selector-sets.js';
import { allocatedBytes } from '../measure/allocation.js';
import { timeByTurns } from '../measure/batches.js';
import { Clock } from '../measure/clock.js';
import { heldBytes } from '../measure/heap.js';
import { changedSelectors, replacing, updating } from './changing.js';
import { evaluatingAll, labelwise } from './engines.js';
import { checkedObjects, checkIds, expectedIds } from './expected.js';
import { parsedSelectors, writtenLots } from './kept.js';

const MATCH_PLAN = { warmUp: 300, batch: 25, batches: 15 };
const CHANGE_PLAN = { warmUp: 500, batch: 20, batches: 15 };

/** An object has few hits when it has at least one, and at most so many. */
const FEW_HITS = 3;

/** So many of them are asked about, whatever the size of the set: more of them would wait for memory more. */
const FEW_HIT_OBJECTS = 512;

/** A function of its own: when it has returned, nobody holds the last of the selectors. */
function load(add, lots, parse) {
  const clock = new Clock();
  clock.start();
  for (const kept of parsedSelectors(lots, parse, clock)) add(kept);
  clock.stop();
  return clock.elapsed;
}

/** ns for all selectors, and bytes that are held afterwards. */
function build(add, lots, parse) {
  const before = heldBytes();
  const time = load(add, lots, parse);
  return { build: time, bytes: heldBytes() - before };
}

/** What the selectors and their ids take by themselves: an index that gives them back holds them. */
function bytesOfSelectors(lots, parse) {
  const ids = [];
  const selectors = [];
  const { bytes } = build(
    ({ id, selector }) => {
      ids.push(id);
      selectors.push(selector);
    },
    lots,
    parse,
  );
  // Both are held until here.
  if (ids.length !== selectors.length) throw new Error('a selector without an id');
  return bytes;
}

/** A call asks about one object, the next one of a list. */
function asking(engine, objects) {
  let next = 0;
  return function asksAboutObjects(calls) {
    let found = 0;
    for (let call = 0; call < calls; call++) {
      const { labels, namespace } = objects[next];
      found += engine.matching(labels, namespace).length;
      next = next + 1 === objects.length ? 0 : next + 1;
    }
    return found;
  };
}

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/** Goes once over objects: what the index says it looked at, and how many selectors see each object. */
function pass({ index, matching }, objects) {
  const before = index.statistics();
  const hits = objects.map(({ labels, namespace }) => matching(labels, namespace).length);
  const after = index.statistics();
  return {
    hits,
    hitsPerObject: sum(hits) / objects.length,
    candidates: after.candidates - before.candidates,
    matches: after.matches - before.matches,
  };
}

function objectsWithFewHits({ matching }, pool) {
  const hasFew = ({ labels, namespace }) => {
    const hits = matching(labels, namespace).length;
    return hits > 0 && hits <= FEW_HITS;
  };
  return pool.filter(hasFew).slice(0, FEW_HIT_OBJECTS);
}

/** Candidates for each selector that is found, and for each entry that is: those that mean the same share one. */
function candidatesPer({ candidates, matches, hits }) {
  return { hit: candidates / sum(hits), entry: candidates / matches };
}

function fewHits(engine, few) {
  const passed = pass(engine, few);
  return { hits: passed.hitsPerObject, candidatesPer: candidatesPer(passed) };
}

/** Makes lists as long as those of the hits of some objects, an id at a time. */
function listing(hits) {
  const id = String(hits.length);
  let next = 0;
  return function makesLists(calls) {
    let length = 0;
    for (let call = 0; call < calls; call++) {
      const list = [];
      for (let i = 0; i < hits[next]; i++) list.push(id);
      length += list.length;
      next = next + 1 === hits.length ? 0 : next + 1;
    }
    return length;
  };
}

/** Bytes that an object costs the collector, and what of them any list of its ids would; for so many candidates. */
function allocation(engine, objects, { candidates, hits }) {
  const lists = listing(hits);
  lists(objects.length);
  return {
    bytes: allocatedBytes(asking(engine, objects)),
    lists: allocatedBytes(lists),
    candidates: candidates / objects.length,
  };
}

/** ns per change of each batch; afterwards everything is to be found as before. */
function timeChanges(engine, which, parse, check) {
  const sample = changedSelectors(which);
  const time = (changes) => {
    const [batches] = timeByTurns([changes.run], CHANGE_PLAN);
    changes.finish();
    check();
    return batches;
  };
  return {
    update: time(updating(engine.index, sample, parse)),
    replace: time(replacing(engine.index, sample, parse)),
  };
}

/** What the index says of itself, in numbers. */
function described({ index }) {
  const { entries, anchors, unanchored, refiled, bytes } = index.statistics();
  return { entries, anchors, unanchored: unanchored.length, refiled, accounted: bytes };
}

function timeMatching(engine, naive, objects, few) {
  const asked = [asking(engine, objects), asking(naive, objects)];
  if (few.length === FEW_HIT_OBJECTS) asked.push(asking(engine, few));
  const [all, evaluated, fewHits] = timeByTurns(asked, MATCH_PLAN);
  return { all, evaluated, ...(fewHits && { fewHits }) };
}

/**
 * @param {string} entry
 * @param {Partial<Parameters<typeof poolOfObjects>[0]>} options
 */
export async function round(entry, { set = 'workloads', shape = 'replicas', size = 10_000 }) {
  const { SelectorIndex, compileSelector, parseSelector } = await import(entry);
  const which = { set, shape, size };
  const pool = poolOfObjects(which);
  const objects = askedObjects(pool);
  const checked = checkedObjects(objects);
  const expected = expectedIds(which, checked);
  const lots = writtenLots(which);
  // What reading a selector sets up, once and for all, is not the memory of anybody.
  load(() => {}, writtenLots({ ...which, size: 1 }), parseSelector);

  const engine = labelwise(SelectorIndex);
  const ours = build(engine.add, lots, parseSelector);
  const naive = evaluatingAll(compileSelector);
  const theirs = build(naive.add, lots, parseSelector);
  const selectorBytes = bytesOfSelectors(lots, parseSelector);

  const check = () => checkIds(engine, checked, expected);
  check();
  checkIds(naive, checked, expected);
  const first = pass(engine, objects);
  const few = objectsWithFewHits(engine, pool);
  const times = timeMatching(engine, naive, objects, few);
  const settled = pass(engine, objects);
  return {
    ours: { ...ours, ...described(engine) },
    naive: theirs,
    selectorBytes,
    times,
    hits: { mean: settled.hitsPerObject, most: Math.max(...settled.hits) },
    candidatesPer: { first: candidatesPer(first), settled: candidatesPer(settled) },
    ...(times.fewHits && { few: fewHits(engine, few) }),
    allocated: allocation(engine, objects, settled),
    ...timeChanges(engine, which, parseSelector, check),
    checkedHits: sum(expected.map(({ length }) => length)) / checked.length,
  };
}
