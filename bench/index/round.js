import { fleetQueries } from '../corpus/fleet/queries.js';
import { surveyFleet } from '../corpus/fleet/survey.js';
import { timeByTurns } from '../measure/batches.js';
import { Clock } from '../measure/clock.js';
import { heldBytes } from '../measure/heap.js';
import { Relabelling, replacing } from './changing.js';
import { ENGINES } from './engines.js';
import { kernelPass } from './kernel-pass.js';
import { changedObjects, parsedObjects } from './objects.js';
import { asking, check, timedVerbsOf, verbsOf } from './verbs.js';

const QUERY_PLAN = { warmUp: 10, batch: 1.5, batches: 7 };
const CHANGE_PLAN = { warmUp: 300, batch: 50, batches: 7 };
const LIMIT_PLAN = { warmUp: 50, batch: 2, batches: 25 };

/** Objects that change, from all over the fleet. */
const SAMPLE = 10_000;

/** What may take seconds is done up to so many times, while it has taken less than this in all, ns. */
const MOST_RUNS = 5;
const ENOUGH = 3e9;

/** A function of its own: when it has returned, nobody holds the last of the objects. */
function load(engine, shape, size) {
  const clock = new Clock();
  clock.start();
  engine.load(parsedObjects(shape, size, clock));
  clock.stop();
  return clock.elapsed;
}

function build(engine, shape, size) {
  // What drawing an object and reading a query set up, once and for all, is not the memory of the index.
  Array.from(parsedObjects(shape, 1, new Clock()));
  engine.asked({ selector: 'a=b', meaning: [['a', 'one of', 'b']] });
  const before = heldBytes();
  const time = load(engine, shape, size);
  return { build: time, bytes: heldBytes() - before };
}

/** ns per call, by verb and query. */
function timeQueries(engine, queries, expected, repeated) {
  const once = (verb) => queries.map((query, index) => [check(engine, verb, query, expected[index])]);
  const checked = Object.fromEntries(verbsOf(engine).map((verb) => [verb, once(verb)]));
  if (!repeated) return checked;
  const loops = (verb) => queries.map((query) => asking(engine, verb, query));
  return Object.fromEntries(timedVerbsOf(engine).map((verb) => [verb, timeByTurns(loops(verb), QUERY_PLAN)]));
}

/** ns per change of each batch; afterwards everything is to be found as before. */
function timeChanges(engine, shape, size, checkCounts) {
  const sample = changedObjects(shape, size, SAMPLE);
  const relabelling = new Relabelling(engine, sample);
  const [change] = timeByTurns([relabelling.run], CHANGE_PLAN);
  relabelling.undo();
  checkCounts();
  const [replace] = timeByTurns([replacing(engine, sample)], CHANGE_PLAN);
  checkCounts();
  return { change, replace };
}

function timed(action) {
  const start = process.hrtime.bigint();
  const result = action();
  return { result, ns: Number(process.hrtime.bigint() - start) };
}

function timeSnapshots(engine, checkCounts) {
  const runs = [];
  for (let spent = 0; runs.length < MOST_RUNS && spent < ENOUGH; ) {
    const { result: bytes, ns: snapshot } = timed(() => engine.snapshot());
    const { ns: restore } = timed(() => engine.restore(bytes));
    runs.push({ snapshot, restore, bytes: bytes.length });
    spent += snapshot + restore;
  }
  checkCounts();
  return {
    snapshot: runs.map(({ snapshot }) => snapshot),
    restore: runs.map(({ restore }) => restore),
    snapshotBytes: runs[0].bytes,
  };
}

/** The count of two dense sets, by turns with the bare kernel on vectors of that size. */
async function timeLimit(entry, engine, queries, size) {
  const dense = queries.find(({ title }) => title === 'dense ∧ dense');
  const [pass, count] = timeByTurns(
    [await kernelPass(entry, size), asking(engine, 'count', dense)],
    LIMIT_PLAN,
  );
  return { pass, count };
}

/**
 * @param {string} entry
 * @param {{ shape: import('../corpus/fleet/objects.js').Shape, size: number, engine: import('./engines.js').EngineName,
 *   expected?: { matching: number, first?: string, last?: string }[] }} options what each query must find
 */
export async function round(
  entry,
  {
    shape = 'unique',
    size = 10_000,
    engine: name = 'labelwise',
    expected = surveyFleet(shape, [size])[0].expected,
  },
) {
  const { start, timed: most } = ENGINES[name];
  const engine = await start(entry);
  const held = build(engine, shape, size);
  const queries = fleetQueries(shape);
  const described = engine.describe?.();
  const checkCounts = () => {
    for (const [index, query] of queries.entries()) check(engine, 'count', query, expected[index]);
  };
  return {
    ...held,
    ...described,
    ...(engine.plan && { plans: queries.map((query) => engine.plan(engine.asked(query))) }),
    verbs: timeQueries(engine, queries, expected, size <= most),
    ...(described?.kernel === 'webassembly' && { limit: await timeLimit(entry, engine, queries, size) }),
    ...(engine.change && timeChanges(engine, shape, size, checkCounts)),
    ...(engine.snapshot && timeSnapshots(engine, checkCounts)),
  };
}
