import { writtenControllers } from '../corpus/controllers/controllers.js';
import { NaiveSelector } from '../corpus/naive-meeting.js';
import { naiveMatcher } from '../corpus/naive-scan.js';
import { keep } from '../measure/batches.js';

/** So many runs after the first of the process. */
const RUNS = 5;

/** Where there are more pairs than this, fewer runs. */
const MANY_PAIRS = 5_000_000;

/** So many pairs at most are held against the meanings; where there are more, those of every so many-th selector. */
const CHECKED = 2_000_000;

function elapsed(run) {
  const start = process.hrtime.bigint();
  keep(run());
  return Number(process.hrtime.bigint() - start);
}

function countPairs(overlaps) {
  let pairs = 0;
  for (const { first, second } of overlaps) if (first < second) pairs++;
  return pairs;
}

function countLabels(overlaps) {
  let labels = 0;
  for (const { witness } of overlaps) labels += Object.keys(witness).length;
  return labels;
}

/** What one writes without findOverlaps: each held against each behind it. */
function doubleLoop(selectors, namespaces, findOverlap) {
  let pairs = 0;
  for (let first = 0; first < selectors.length; first++) {
    for (let second = first + 1; second < selectors.length; second++) {
      if (namespaces !== undefined && namespaces[first] !== namespaces[second]) continue;
      if (findOverlap(selectors[first], selectors[second]) !== undefined) pairs++;
    }
  }
  return pairs;
}

/** For each controller the places of those that it may overlap: of its namespace, or all. */
function neighbours(controllers, namespaced) {
  const lists = new Map();
  for (const [place, { namespace }] of controllers.entries()) {
    const name = namespaced ? namespace : '';
    const list = lists.get(name) ?? [];
    list.push(place);
    lists.set(name, list);
  }
  return controllers.map(({ namespace }) => lists.get(namespaced ? namespace : ''));
}

/**
 * Holds pairs against the written-down meanings, and ends the run where they differ.
 *
 * @param {readonly import('../corpus/controllers/controllers.js').WrittenController[]} controllers
 * @param {Iterable<{ first: number, second: number, witness: Record<string, string> }>} overlaps
 * @returns {{ pairs: number, checked: number, held: number }} how many there are, how many of them were checked, and how many pairs were
 * held against the meanings for it
 */
function checkOverlaps(controllers, overlaps, namespaced) {
  const near = neighbours(controllers, namespaced);
  const whole = near.reduce((sum, list) => sum + list.length, 0) / 2;
  const step = Math.max(1, Math.ceil(whole / CHECKED));
  const naive = controllers.map(({ meaning }) => new NaiveSelector(meaning));
  const matchers = controllers.map(({ meaning }) => naiveMatcher(meaning));
  const result = { pairs: 0, checked: 0, held: 0 };
  const found = new Map();
  let previous = { first: 0, second: 0 };
  for (const overlap of overlaps) {
    const { first, second } = overlap;
    if (first > previous.first || (first === previous.first && second > previous.second)) previous = overlap;
    else throw new Error(`${first} and ${second} come after ${previous.first} and ${previous.second}`);
    result.pairs++;
    if (first % step !== 0) continue;
    const { witness } = overlap;
    if (!matchers[first](witness) || !matchers[second](witness))
      throw new Error(`${JSON.stringify(witness)} is no witness of ${first} and ${second}`);
    const seconds = found.get(first) ?? [];
    seconds.push(second);
    found.set(first, seconds);
  }
  for (let first = 0; first < controllers.length; first += step) {
    const behind = near[first].filter((second) => second > first);
    const expected = behind.filter((second) => naive[first].overlaps(naive[second]));
    const seconds = found.get(first) ?? [];
    result.held += behind.length;
    result.checked += expected.length;
    if (expected.length !== seconds.length || expected.some((second, at) => second !== seconds[at]))
      throw new Error(
        `${controllers[first].id} overlaps ${seconds.length} behind it, where the meanings say ${expected.length}, or others`,
      );
  }
  return result;
}

/**
 * @param {{ size: number, namespaced: boolean, loop: boolean }} options how many controllers, whether their namespaces are
 * told, and whether the double loop is to be timed
 */
export function timeOverlaps(labelwise, { size, namespaced, loop }) {
  const { findOverlap, findOverlaps, parseSelector } = labelwise;
  const controllers = [...writtenControllers(size)];
  const namespaces = namespaced ? controllers.map(({ namespace }) => namespace) : undefined;
  const fresh = () => controllers.map(({ selector }) => parseSelector(selector));
  const timed = (selectors, read) => elapsed(() => read(findOverlaps(selectors, { namespaces })));

  const first = timed(fresh(), countPairs);
  const checked = checkOverlaps(controllers, findOverlaps(fresh(), { namespaces }), namespaced);
  const runs = checked.pairs > MANY_PAIRS ? 2 : RUNS;
  const times = { enumerated: [], kept: [], witnessed: [], doubleLoop: [] };
  const kept = fresh();
  // A selector is remembered from the second time on.
  for (let i = 0; i < 2; i++) keep(countPairs(findOverlaps(kept, { namespaces })));
  for (let run = 0; run < runs; run++) {
    times.enumerated.push(timed(fresh(), countPairs));
    times.kept.push(timed(kept, countPairs));
    if (checked.pairs <= MANY_PAIRS) times.witnessed.push(timed(fresh(), countLabels));
  }
  if (loop) {
    const selectors = fresh();
    times.doubleLoop.push(
      elapsed(() => {
        const pairs = doubleLoop(selectors, namespaces, findOverlap);
        if (pairs !== checked.pairs)
          throw new Error(`${pairs} pairs by the double loop, not ${checked.pairs}`);
        return pairs;
      }),
    );
  }
  return { ...checked, first, ...times };
}
