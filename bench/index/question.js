import { fleetQueries } from '../corpus/fleet/queries.js';
import { surveyFleet } from '../corpus/fleet/survey.js';
import { writeFleet } from '../corpus/write.js';
import { inFreshProcess } from '../measure/fresh-process.js';
import { median, rounded, summary } from '../measure/statistics.js';
import { shortened } from '../report/json.js';
import { comparison } from './compare.js';
import { ENGINES } from './engines.js';
import { peerFleet, peerQuery } from './peers.js';

export { plots } from './plots.js';
export { tables } from './tables.js';

/** A process of ten million objects needs memory, and half an hour. */
const PROCESS = { flags: ['--expose-gc', '--max-old-space-size=16384'], timeout: 3_600_000 };

/** Peers keep a fleet in memory as objects: a larger one would not fit. */
const MOST_FOR_PEERS = 1_000_000;

/** What is measured once for an engine and a fleet; times in ns, bytes per object. */
function whole(rounds, size) {
  const [{ accounted, kernel, snapshotBytes, limit }] = rounds;
  const each = (name) => rounds.map((round) => round[name]);
  return {
    build: rounded(median(each('build'))),
    bytes: rounded(median(each('bytes')) / size),
    ...(accounted !== undefined && { accounted: rounded(accounted / size), kernel }),
    ...(rounds[0].change && { change: summary(each('change')), replace: summary(each('replace')) }),
    ...(snapshotBytes !== undefined && {
      snapshot: summary(each('snapshot')),
      restore: summary(each('restore')),
      snapshotBytes: rounded(snapshotBytes / size),
    }),
    ...(limit !== undefined && {
      limit: {
        pass: summary(rounds.map(({ limit: { pass } }) => pass)),
        count: summary(rounds.map(({ limit: { count } }) => count)),
      },
    }),
  };
}

/** The times of one query for one engine. */
function times(rounds, index) {
  const [{ verbs, plans }] = rounds;
  return {
    ...(plans && { plan: plans[index] }),
    ...Object.fromEntries(
      Object.keys(verbs).map((verb) => [verb, summary(rounds.map((round) => round.verbs[verb][index]))]),
    ),
  };
}

function fleetResult({ expected, ...fleet }, results, peer) {
  const engines = Object.keys(results);
  const rows = fleetQueries(fleet.shape).map(({ title, selector }, index) => ({
    title,
    matching: expected[index].matching,
    ...Object.fromEntries(engines.map((name) => [name, times(results[name], index)])),
    ...peerQuery(peer, fleet, selector, expected[index].matching),
  }));
  const result = {
    ...fleet,
    engines: Object.fromEntries(engines.map((name) => [name, whole(results[name], fleet.size)])),
    ...peerFleet(peer, fleet),
    rows,
  };
  return { ...result, ...comparison(result) };
}

/** Does a part of a long run, and tells whoever waits. */
function told(fleet, what, part) {
  process.stderr.write(`${fleet.shape}, ${fleet.size.toLocaleString('en')} objects: ${what}`);
  const start = performance.now();
  const result = part();
  process.stderr.write(` (${Math.round((performance.now() - start) / 1000)} s)\n`);
  return result;
}

function measure(fleet, engines, { rounds, peer, directory }) {
  const { shape, size, expected } = fleet;
  const measured = engines.filter((name) => size <= ENGINES[name].most[shape]);
  const results = Object.fromEntries(measured.map((name) => [name, []]));
  for (let i = 0; i < rounds; i++) {
    if (size <= MOST_FOR_PEERS) {
      told(fleet, 'the peers', () => peer.run(`${shape}-${size}`, (folder) => writeFleet(fleet, folder)));
    }
    for (const engine of measured) {
      const task = { package: directory, shape, size, engine, expected };
      results[engine].push(told(fleet, ENGINES[engine].title, () => inFreshProcess('index', task, PROCESS)));
    }
  }
  return fleetResult(fleet, results, peer);
}

/**
 * How long does the index take for what, and how much memory, beside others of its kind?
 *
 * @param {{ rounds: number, peer: import('../measure/peer.js').Peer, package?: string,
 *   shapes: readonly import('../corpus/fleet/objects.js').Shape[], sizes: readonly number[],
 *   engines: readonly import('./engines.js').EngineName[] }} options sizes ascending
 */
export function ask({ rounds, peer, package: directory, shapes, sizes, engines }) {
  return {
    question: 'index',
    unit: 'ns per call, bytes per object',
    rounds,
    queries: Object.fromEntries(
      shapes.map((shape) => [
        shape,
        fleetQueries(shape).map(({ title, selector }) => ({ title, selector: shortened(selector) })),
      ]),
    ),
    fleets: shapes.flatMap((shape) =>
      surveyFleet(shape, sizes).map((fleet) => measure(fleet, engines, { rounds, peer, directory })),
    ),
  };
}
