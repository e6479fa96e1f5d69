import { duration } from '../report/duration.js';
import { table } from '../report/table.js';
import { shownFleets, sizesOf } from './shown.js';

/** Counts that no size of the fleet makes slower: one look at what is known of one value or one key. */
const CONSTANT = [
  'a value nobody has',
  'a key nobody has',
  'two values of one key at once',
  'a key there and not there',
  'the one pod of a name',
  'one template',
  'a rare key',
  'one value of 3,000',
  'one value of 300',
  'one dense value',
  'absent',
  'a key most have',
  'everything',
];

const NEEDLE = 'the one pod of a name';

const rowOf = (fleet, title) => fleet.rows.find((row) => row.title === title);

function slowest(sizes, verb) {
  const counts = sizes.flatMap((fleet) =>
    CONSTANT.map((title) => ({ title, time: rowOf(fleet, title).labelwise[verb].median })),
  );
  const { title, time } = counts.reduce((a, b) => (a.time >= b.time ? a : b));
  return `${duration(time)} (${title})`;
}

/** What one id costs where there are so many that the search for them costs nothing. */
function perId({ rows }) {
  const { labelwise, matching } = rows.find(({ title }) => title === 'everything');
  return duration(labelwise.ids.median / matching);
}

function needle(sizes) {
  const times = [sizes[0], sizes.at(-1)].map((fleet) =>
    duration(rowOf(fleet, NEEDLE).labelwise.count.median),
  );
  return times.join(', ');
}

const least = (ratio) => ratio && `${ratio.least.ratio} (${ratio.least.title})`;

/** What the index is to be able to, and what it was measured to do: [what, aim, measured]. */
const AIMS = [
  ['count, times as fast as Go’s: mean', 'at least 10', ({ go }) => go?.count.mean],
  ['count, times as fast as Go’s: least', 'at least 1', ({ go }) => least(go?.count)],
  ['count of a selector asked anew: mean', '', ({ go }) => go?.countAnew.mean],
  ['count of a selector asked anew: least', '', ({ go }) => least(go?.countAnew)],
  ['numbers, times as fast as Go’s: mean', 'at least 2', ({ go }) => go?.ordinals.mean],
  ['numbers, times as fast as Go’s: least', 'at least 1', ({ go }) => least(go?.ordinals)],
  ['numbers of a selector asked anew: mean', '', ({ go }) => go?.ordinalsAnew.mean],
  ['numbers of a selector asked anew: least', '', ({ go }) => least(go?.ordinalsAnew)],
  ['load, times as fast as Go’s', 'at least 1', ({ go }) => go?.build],
  ['bytes per object, with ids and labels', 'at most 250', ({ ours }) => ours.bytes],
  [
    'dense ∧ dense, against a bare pass over the bits',
    'at most 2',
    ({ ours: { limit } }) => limit && Number((limit.count.best / limit.pass.best).toPrecision(3)),
  ],
  ['slowest count that must not grow, at any size', 'at most 2 µs', ({ sizes }) => slowest(sizes, 'count')],
  ['the same of a selector asked anew', '', ({ sizes }) => slowest(sizes, 'countAnew')],
  ['needle in the smallest and the largest fleet', 'the same', ({ sizes }) => needle(sizes)],
  ['label changes a second', 'at least 300,000', ({ ours }) => Math.round(1e9 / ours.change.median)],
  ['one id of a long result', '', ({ fleet }) => perId(fleet)],
];

/** The aims beside what was measured, a column for each shape. */
export function aims(fleets) {
  const shown = shownFleets(fleets).filter(({ engines }) => engines.labelwise);
  const columns = shown.map((fleet) => ({
    fleet,
    sizes: sizesOf(fleets, fleet.shape).filter(({ engines }) => engines.labelwise),
    ours: fleet.engines.labelwise,
    go: fleet.timesAsFastAsGo?.labelwise,
  }));
  return table(
    ['', 'aim', ...shown.map(({ shape }) => shape)],
    AIMS.map(([what, aim, measured]) => [
      what,
      aim,
      ...columns.map((column) => {
        const value = measured(column);
        return typeof value === 'number' ? value.toLocaleString('en') : String(value ?? '');
      }),
    ]),
  );
}
