import { fleetLines } from '../corpus/fleet/objects.js';
import { changedObjects, parsedObjects } from '../index/objects.js';
import { Clock } from '../measure/clock.js';
import { heldBytes } from '../measure/heap.js';
import { PostgresQuestions, WAYS } from './engines/postgres.js';
import { databases, ENGINES } from './engines.js';
import { checksum, expectedOf } from './expected.js';
import { sqlQueries } from './queries.js';
import { ENGINES as TITLES } from './titles.js';
import { repeating, timeByTurns } from './turns.js';

const PLAN = { warmUp: 30, length: 20, batches: 7 };

/** What takes longer than this, ns, is asked so many times in all. */
const LONG = 200e6;
const FEW = 3;

/** How many ids are a page, and up to how many a whole result is asked for. */
const PAGE = 10;
const MOST_IDS = 50_000;

/** Objects that change, how many of them one by one at most, for how long, ms, and how many at a time after that. */
const SAMPLE = 6_000;
const ONE_BY_ONE = 1_000;
const LONGEST = 5_000;
const AT_ONCE = 1_000;

/** A statement that takes longer than this, ms, is given up, where statements are compared that may take for ever. */
const GIVEN_UP = 5_000;

const lengthOf = (result) => (typeof result === 'number' ? result : result.length);

async function timed(action) {
  const start = process.hrtime.bigint();
  await action();
  return Number(process.hrtime.bigint() - start);
}

/** The index is filled first, with objects that nobody else holds: so what it holds can be told. */
async function loadIndex(library, shape, size) {
  const index = await ENGINES.labelwise.start(library);
  index.load([{ id: 'first', namespace: '', labels: { a: 'b' } }]);
  const before = heldBytes();
  const clock = new Clock();
  clock.start();
  index.load(parsedObjects(shape, size, clock));
  clock.stop();
  index.remove('first');
  return { engine: index, load: clock.elapsed, size: { memory: heldBytes() - before } };
}

async function loadDatabases(library, { names, url, shape, size }) {
  const objects = Array.from(fleetLines(shape, size), (line) => JSON.parse(line));
  const loaded = {};
  for (const name of names.filter((other) => other !== 'labelwise')) {
    const engine = await ENGINES[name].start(library, url);
    const load = await timed(() => engine.load(objects));
    loaded[name] = { engine, load, size: await engine.size() };
    process.stderr.write(`  ${TITLES[name]}: filled in ${Math.round(load / 1e9)} s\n`);
  }
  return { loaded, expected: expectedOf(sqlQueries(shape), objects) };
}

/** @throws {Error} where an engine finds something else than the naive scan */
async function check(name, asked, { title }, { matching, checksum: sum }) {
  const wrong = (what, found) =>
    new Error(`${TITLES[name]}, ${title}: ${found} ${what}, and the naive scan finds ${matching}`);
  const count = await asked.count();
  if (count !== matching) throw wrong('counted', count);
  if (matching > MOST_IDS) return;
  const ids = await asked.ids();
  if (ids.length !== matching || checksum(ids) !== sum) throw wrong('ids, or others', ids.length);
}

/** Times one verb of several engines by turns: those that take long apart, so that the others need not wait. */
async function timeVerb(engines, callOf) {
  const calls = engines.map(({ asked }) => callOf(asked));
  const times = [];
  for (const call of calls) times.push([await timed(call)]);
  const isLong = times.map(([first]) => first > LONG);
  for (let turn = 1; turn < FEW; turn++) {
    for (const [i, call] of calls.entries()) if (isLong[i]) times[i].push(await timed(call));
  }
  const short = calls.map((_, i) => i).filter((i) => !isLong[i]);
  const loops = short.map((i) => repeating(engines[i].engine.waits, calls[i], lengthOf));
  const batches = await timeByTurns(loops, PLAN);
  for (const [place, i] of short.entries()) times[i] = batches[place];
  return Object.fromEntries(engines.map(({ name }, i) => [name, times[i]]));
}

const VERBS = {
  count: (asked) => asked.count,
  first: (asked) => () => asked.first(PAGE),
  ids: (asked) => asked.ids,
};

async function timeQuery(engines, query, expected) {
  for (const { name, asked } of engines) await check(name, asked, query, expected);
  const verbs = Object.keys(VERBS).filter((verb) => verb !== 'ids' || expected.matching <= MOST_IDS);
  const times = {};
  for (const verb of verbs) times[verb] = await timeVerb(engines, VERBS[verb]);
  return times;
}

/** The ways to hand PostgreSQL a statement, of which one can be slower than the others by any factor. */
async function timeWays(library, { url, queries, selectorOf, layouts }) {
  const rows = [];
  for (const layout of layouts) {
    const ways = WAYS.map((way) => new PostgresQuestions(library, { url, layout, way, timeout: GIVEN_UP }));
    for (const query of queries) {
      const times = { layout, title: query.title };
      for (const [i, way] of WAYS.entries()) {
        const asked = ways[i].ask(selectorOf(query), query.namespace, PAGE);
        times[way] = { count: await timeWay(asked.count), first: await timeWay(asked.first) };
      }
      rows.push(times);
    }
    for (const way of ways) await way.close();
  }
  return rows;
}

/** @returns {Promise<number[] | undefined>} ns of single calls once the server has made up its mind; undefined where it was given up */
async function timeWay(call) {
  const times = [];
  try {
    for (let i = 0; i < 12; i++) times.push(await timed(call));
  } catch (error) {
    // "Canceled": it took too long.
    if (error.code === '57014') return undefined;
    throw error;
  }
  return times.slice(6);
}

/** ns a change, one by one and many at a time; what has changed stays so. */
async function timeChanges(engine, sample) {
  const after = sample.map((object) => object.after);
  const one = [];
  if (engine.change !== undefined) {
    const until = performance.now() + LONGEST;
    for (const object of after.slice(0, ONE_BY_ONE)) {
      one.push(await timed(() => engine.change(object)));
      if (performance.now() > until) break;
    }
  }
  const many = [];
  for (let from = ONE_BY_ONE; from < after.length; from += AT_ONCE) {
    const lot = after.slice(from, from + AT_ONCE);
    many.push((await timed(() => engine.changeMany(lot))) / lot.length);
  }
  return { ...(one.length > 0 && { one }), many };
}

/**
 * @param {string} entry
 * @param {{ shape: import('../corpus/fleet/objects.js').Shape, size: number, engines?: readonly import('./titles.js').SqlEngineName[],
 *   url?: string }} options
 */
export async function round(entry, { shape = 'replicas', size = 10_000, engines: wanted, url }) {
  const library = { ...(await import(entry)), ...(await import(new URL('sql.js', entry).href)) };
  const { anyOf, parseSelector } = library;
  const there = await databases(url);
  const names = Object.keys(ENGINES).filter((name) => {
    const { needs } = ENGINES[name];
    if (wanted !== undefined && !wanted.includes(name)) return false;
    if (needs === undefined || there[needs] !== undefined) return true;
    process.stderr.write(
      `  ${TITLES[name]}: left out, since there is none here (bench/README.md says how to get it)\n`,
    );
    return false;
  });
  const index = names.includes('labelwise') ? { labelwise: await loadIndex(library, shape, size) } : {};
  const { loaded, expected } = await loadDatabases(library, { names, url, shape, size });
  const all = { ...index, ...loaded };
  globalThis.gc?.();

  const selectorOf = ({ selectors }) => anyOf(...selectors.map((text) => parseSelector(text)));
  const nothing = {};
  for (const name of names.filter((other) => all[other].engine.nothing !== undefined)) {
    const { engine } = all[name];
    [nothing[name]] = await timeByTurns([repeating(engine.waits, engine.nothing, () => 1)], PLAN);
  }
  const queries = sqlQueries(shape);
  const rows = [];
  for (const [i, query] of queries.entries()) {
    const engines = names.map((name) => {
      const { engine } = all[name];
      return { name, engine, asked: engine.ask(selectorOf(query), query.namespace) };
    });
    rows.push({ title: query.title, ...expected[i], times: await timeQuery(engines, query, expected[i]) });
    process.stderr.write(`  ${query.title}\n`);
  }
  const layouts = ['both', 'rows'].filter((_, i) => names.includes(['postgres', 'postgresRows'][i]));
  const ways = await timeWays(library, { url, queries, selectorOf, layouts });
  const sample = changedObjects(shape, size, SAMPLE);
  const changes = {};
  for (const name of names) changes[name] = await timeChanges(all[name].engine, sample);
  const whole = Object.fromEntries(
    names.map((name) => [name, { load: all[name].load, size: all[name].size }]),
  );
  for (const name of names) await all[name].engine.close();
  return { databases: there, whole, nothing, rows, ways, changes };
}
