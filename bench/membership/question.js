import { inFreshProcess } from '../measure/fresh-process.js';
import { median, rounded, summary } from '../measure/statistics.js';
import { duration } from '../report/duration.js';
import { figure, table } from '../report/table.js';

const PROCESS = { flags: ['--expose-gc', '--max-old-space-size=8192'], timeout: 1_800_000 };

/**
 * How long does it take to keep who selects whom, while everything changes?
 *
 * @param {{ rounds: number, package?: string }} options
 */
export function ask({ rounds, package: directory }) {
  const results = Array.from({ length: rounds }, () =>
    inFreshProcess('membership', { package: directory }, PROCESS),
  );
  const [{ objects, selectors, memberships, rolling }] = results;
  const middle = (of) => rounded(median(results.map(of)));
  const batches = (of) => summary(results.map(of));
  const evaluated = batches((round) => round.evaluated);
  const nsPerEvent = middle((round) => round.rolling.nsPerEvent);
  return {
    question: 'membership',
    unit: 'ns per event, bytes per object',
    rounds,
    objects,
    selectors,
    memberships,
    set: middle((round) => round.set / selectors),
    load: middle((round) => round.loaded / objects),
    bytes: middle((round) => round.bytes / objects),
    change: batches((round) => round.change),
    replace: batches((round) => round.replace),
    update: batches((round) => round.update),
    rolling: {
      joined: rolling.joined,
      left: rolling.left,
      replicaSets: rolling.replicaSets,
      nsPerReplicaSet: middle((round) => round.rolling.nsPerReplicaSet),
      nsPerEvent,
      eventsPerSecond: Math.round(1e9 / nsPerEvent),
      lots: batches((round) => round.rolling.times),
    },
    evaluated,
    timesAsFast: rounded(evaluated.median / nsPerEvent),
  };
}

const number = (value) => value.toLocaleString('en');
const aSecond = (ns) => number(Math.round(1e9 / ns));
const spread = ({ low, high }) => `${duration(low)}–${duration(high)}`;

/** The results as tables in Markdown. */
export function tables(result) {
  const { objects, selectors, memberships, set, load, bytes, change, replace, update, rolling } = result;
  const { evaluated, timesAsFast } = result;
  return {
    aims: table(
      ['', 'aim', 'measured'],
      [
        ['events of a rolling update a second', 'at least 200,000', number(rolling.eventsPerSecond)],
        ['times as fast as evaluating every selector', '', String(figure(timesAsFast))],
      ],
    ),
    events: table(
      [`${number(objects)} objects, ${number(selectors)} selectors`, 'each', 'p10–p90', 'a second'],
      [
        [
          'an event of the rolling update',
          duration(rolling.nsPerEvent),
          spread(rolling.lots),
          aSecond(rolling.nsPerEvent),
        ],
        [
          'the same, every selector evaluated',
          duration(evaluated.median),
          spread(evaluated),
          aSecond(evaluated.median),
        ],
        ['a label that changes', duration(change.median), spread(change), aSecond(change.median)],
        [
          'an object deleted, which comes back',
          duration(replace.median),
          spread(replace),
          aSecond(replace.median),
        ],
        ['a selector that changes', duration(update.median), spread(update), aSecond(update.median)],
        [
          'a selector of a new ReplicaSet',
          duration(rolling.nsPerReplicaSet),
          '',
          aSecond(rolling.nsPerReplicaSet),
        ],
        ['a selector, before there are objects', duration(set), '', aSecond(set)],
        ['an object of a load', duration(load), '', aSecond(load)],
      ],
    ),
    kept: table(
      ['memberships', 'for each object', 'bytes for each object', 'joined in the update', 'left'],
      [
        [
          number(memberships),
          figure(memberships / objects),
          bytes,
          number(rolling.joined),
          number(rolling.left),
        ],
      ],
    ),
  };
}
