import { duration } from '../report/duration.js';
import { figure, table } from '../report/table.js';

const OF_PAIRS = ['findOverlap', 'implies', 'equivalent', 'findDifference', 'compareSelectors'];

/** A question that takes longer is not answered in time, ms. */
const TOO_LONG = 1_000;

const SIZE = 10_000;

function pairRow(means, verb) {
  const { kept, fresh } = means.find((one) => one.verb === verb);
  return [
    `${verb} of an ordinary pair, asked before; fresh: geometric mean`,
    'under 2 µs',
    `${duration(kept.mean)}; ${duration(fresh.mean)}`,
  ];
}

const found = (overlaps, namespaced) =>
  overlaps.find((one) => one.size === SIZE && one.namespaced === namespaced);

/** The double loop, where it was timed; otherwise that of a tenth as many, which are a hundredth of the pairs. */
export function doubleLoop(overlaps, { size, namespaced, doubleLoop: timed }) {
  if (timed !== undefined) return { ns: timed.median, extrapolated: false };
  const smaller = overlaps.find((one) => one.size === size / 10 && one.namespaced === namespaced);
  return namespaced || smaller?.doubleLoop === undefined
    ? undefined
    : { ns: 100 * smaller.doubleLoop.median, extrapolated: true };
}

function timesAsFast(overlaps, namespaced) {
  const result = found(overlaps, namespaced);
  return String(figure(doubleLoop(overlaps, result).ns / result.enumerated.median));
}

/** Every answer to something hard, with what it was of. */
export function hardAnswers({ hard, crowds }) {
  return [
    ...hard.flatMap(({ name, answers }) => answers.map((answer) => ({ name, ...answer }))),
    ...crowds.map((crowd) => ({ verb: 'findOverlaps', ...crowd })),
  ];
}

export const isTooLong = ({ ms, late }) => late === true || ms > TOO_LONG;

function hardRows(result) {
  const ofPairs = hardAnswers({ ...result, crowds: [] });
  const ofCrowds = hardAnswers({ ...result, hard: [] });
  const refused = ofPairs.filter((answer) => answer.refused);
  return [
    [
      'hard pairs: questions that take longer than a second',
      'none',
      `${ofPairs.filter(isTooLong).length} of ${ofPairs.length}`,
    ],
    ['hard pairs: questions that are refused', '', `${refused.length} of ${ofPairs.length}`],
    [
      'hard crowds that take longer than a second',
      'none',
      `${ofCrowds.filter(isTooLong).length} of ${ofCrowds.length}`,
    ],
  ];
}

/** The aims beside what was measured. */
export function aims(result) {
  const { pairs, overlaps } = result;
  const among = found(overlaps, true);
  const everywhere = found(overlaps, false);
  const count = SIZE.toLocaleString('en');
  return table(
    ['', 'aim', 'measured'],
    [
      ...OF_PAIRS.map((verb) => pairRow(pairs.means, verb)),
      [
        `all ${among.pairs.toLocaleString('en')} overlaps among ${count} controllers: at first; then`,
        'under 500 ms',
        `${duration(among.first)}; ${duration(among.enumerated.median)}`,
      ],
      ['the same, every witness read', '', String(duration(among.witnessed.median))],
      ['the same, times as fast as holding each against each', '', timesAsFast(overlaps, true)],
      [
        'without namespaces, about times as fast as holding each against each',
        '',
        timesAsFast(overlaps, false),
      ],
      [
        'without namespaces, pairs a second',
        '',
        Math.round((1e9 * everywhere.pairs) / everywhere.enumerated.median).toLocaleString('en'),
      ],
      ...hardRows(result),
    ],
  );
}
