import { duration } from '../report/duration.js';
import { dotPlot } from '../report/plot/dots.js';
import { panelPlot } from '../report/plot/panels.js';
import { objects, STYLES, shownFleets, sizesOf, timeOf } from './shown.js';

/** Queries whose growth says something: needles, sets, ranges, and what goes through all words of dense sets. */
const GROWING = [
  'the one pod of a name',
  'one value of 3,000',
  'a set of 500 values',
  'a range ∧ dense',
  'dense ∧ dense',
  'negative only',
];

/** Those of whom there is anything in a plot. */
function seriesIn(present) {
  const names = Object.keys(STYLES).filter(present);
  return { names, series: names.map((name) => STYLES[name]) };
}

function queryPlot({ shape, size, rows }, verb, title) {
  const { names, series } = seriesIn((name) => rows.some((row) => timeOf(row, name, verb) !== undefined));
  return dotPlot({
    title: `${title}, ${objects(size)}, ${shape}`,
    note: 'matching',
    series,
    rows: [...rows]
      .sort((a, b) => a.matching - b.matching)
      .map((row) => ({
        name: row.title,
        note: row.matching.toLocaleString('en'),
        values: names.map((name) => timeOf(row, name, verb)),
      })),
  });
}

function growthPlot(fleets, shape) {
  const sizes = sizesOf(fleets, shape);
  const rowOf = (fleet, title) => fleet.rows.find((row) => row.title === title);
  const { names, series } = seriesIn((name) =>
    sizes.some((fleet) => timeOf(rowOf(fleet, GROWING[0]), name, 'count') !== undefined),
  );
  return panelPlot({
    title: `Time of a count by the number of objects, ${shape}`,
    series,
    panels: GROWING.map((title) => ({
      title,
      show: duration,
      lines: names.map((name) =>
        sizes.flatMap((fleet) => {
          const time = timeOf(rowOf(fleet, title), name, 'count');
          return time === undefined ? [] : [[fleet.size, time]];
        }),
      ),
    })),
  });
}

/** What is measured once for a fleet, by who did it. */
const WHOLE = [
  ['to build, per object', duration, (fleet, of) => of?.build && of.build / fleet.size],
  ['memory per object', (bytes) => `${bytes} B`, (_, of) => of?.bytes],
  ['to change a label', duration, (_, of) => of?.change?.median],
  ['to delete and insert', duration, (_, of) => of?.replace?.median],
  [
    'to write a snapshot, per object',
    duration,
    (fleet, of) => of?.snapshot && of.snapshot.median / fleet.size,
  ],
  ['to restore it, per object', duration, (fleet, of) => of?.restore && of.restore.median / fleet.size],
];

function wholePlot(fleets, shape) {
  const sizes = sizesOf(fleets, shape);
  const partOf = ({ engines, peers }, name) => engines[name] ?? peers?.[name];
  const { names, series } = seriesIn((name) => sizes.some((fleet) => partOf(fleet, name) !== undefined));
  return panelPlot({
    title: `The index as a whole by the number of objects, ${shape}`,
    series,
    panels: WHOLE.map(([title, show, measureOf]) => ({
      title,
      show,
      lines: names.map((name) =>
        sizes.flatMap((fleet) => {
          const value = measureOf(fleet, partOf(fleet, name));
          return value === undefined ? [] : [[fleet.size, value]];
        }),
      ),
    })).filter(({ lines }) => lines.some((points) => points.length > 0)),
  });
}

/** @returns {Record<string, string>} SVG by the name of the file */
export function plots({ fleets }) {
  return Object.fromEntries(
    shownFleets(fleets).flatMap((fleet) => [
      [`count-${fleet.shape}`, queryPlot(fleet, 'count', 'Time of a count')],
      [`ordinals-${fleet.shape}`, queryPlot(fleet, 'ordinals', 'Time of all results as numbers')],
      [`growth-${fleet.shape}`, growthPlot(fleets, fleet.shape)],
      [`whole-${fleet.shape}`, wholePlot(fleets, fleet.shape)],
    ]),
  );
}
