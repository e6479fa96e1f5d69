import { duration } from '../duration.js';
import { logScale } from './scale.js';
import { legend, marker } from './series.js';
import { element, GREY, LINES, picture, text } from './svg.js';

const WIDTH = 960;
const NAMES = 250;
const COUNTS = 90;
const ROW = 21;
const LEGEND = { x: 16, y: 52, width: WIDTH - 32 };

/**
 * A row for each thing that was asked, with a mark for each of those who answered, on a logarithmic axis of time.
 *
 * @param {object} plot
 * @param {string} plot.title
 * @param {string} plot.note what stands in the column beside the names
 * @param {readonly { name: string, style: import('./series.js').Style }[]} plot.series
 * @param {readonly { name: string, note: string, values: readonly (number | undefined)[] }[]} plot.rows values in ns, by
 * series
 * @returns {string} SVG
 */
export function dotPlot({ title, note, series, rows }) {
  const left = NAMES + COUNTS;
  const { drawn: names, height } = legend(LEGEND, series);
  const top = LEGEND.y + height + 22;
  const bottom = top + rows.length * ROW;
  const values = rows.flatMap((row) => row.values.filter((value) => value !== undefined));
  const axis = logScale(values, left + 36, WIDTH - 40);
  const grid = axis.ticks.flatMap((tick) => {
    const x = axis.place(tick);
    return [
      element('line', { x1: x, y1: top - 8, x2: x, y2: bottom, stroke: LINES }),
      text(x, top - 14, duration(tick), { 'text-anchor': 'middle', fill: GREY }),
      text(x, bottom + 16, duration(tick), { 'text-anchor': 'middle', fill: GREY }),
    ];
  });
  const lines = rows.flatMap(({ name, note: count, values: marks }, index) => {
    const y = top + (index + 0.5) * ROW;
    return [
      element('line', { x1: 16, y1: y + ROW / 2, x2: WIDTH - 24, y2: y + ROW / 2, stroke: LINES }),
      text(NAMES, y + 4, name, { 'text-anchor': 'end' }),
      text(left, y + 4, count, { 'text-anchor': 'end', fill: GREY }),
      // The first series is drawn last, over the others.
      ...[...marks.entries()]
        .reverse()
        .flatMap(([place, value]) =>
          value === undefined ? [] : [marker(axis.place(value), y, series[place].style)],
        ),
    ];
  });
  return picture(WIDTH, bottom + 30, title, [
    ...names,
    text(left, top - 14, note, { 'text-anchor': 'end', fill: GREY }),
    ...grid,
    ...lines,
  ]);
}
