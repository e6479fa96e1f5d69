import { logScale } from './scale.js';
import { legend, marker } from './series.js';
import { element, GREY, LINES, picture, text } from './svg.js';

const COLUMNS = 3;
const PANEL = { width: 310, height: 240 };
const INSET = { left: 62, right: 14, top: 34, bottom: 34 };
const WIDTH = COLUMNS * PANEL.width + 20;
const LEGEND = { x: 16, y: 52, width: WIDTH - 32 };

const sizeName = (size) => (size >= 1e6 ? `${size / 1e6} M` : `${size / 1e3} k`);

function panel({ title, show, lines }, series, sizes, x, y) {
  const left = x + INSET.left;
  const right = x + PANEL.width - INSET.right;
  const top = y + INSET.top;
  const bottom = y + PANEL.height - INSET.bottom;
  const across = logScale(sizes, left + 8, right - 8);
  const up = logScale(
    lines.flatMap((points) => points.map(([, value]) => value)),
    bottom,
    top,
  );
  return [
    text(left, y + 18, title, { 'font-weight': 600 }),
    ...up.ticks.flatMap((tick) => [
      element('line', { x1: left, y1: up.place(tick), x2: right, y2: up.place(tick), stroke: LINES }),
      text(left - 6, up.place(tick) + 4, show(tick), { 'text-anchor': 'end', fill: GREY }),
    ]),
    ...across.ticks.map((tick) =>
      text(across.place(tick), bottom + 18, sizeName(tick), { 'text-anchor': 'middle', fill: GREY }),
    ),
    // The first series is drawn last, over the others.
    ...[...lines.entries()].reverse().flatMap(([index, points]) => {
      const { style } = series[index];
      const places = points.map(([size, value]) => [across.place(size), up.place(value)]);
      return [
        element('polyline', {
          points: places.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' '),
          fill: 'none',
          stroke: style.colour,
          'stroke-width': 1.6,
        }),
        ...places.map(([px, py]) => marker(px, py, style)),
      ];
    }),
  ];
}

/**
 * Small plots side by side, both axes logarithmic, of something over the number of objects.
 *
 * @param {object} plot
 * @param {string} plot.title
 * @param {readonly { name: string, style: import('./series.js').Style }[]} plot.series
 * @param {readonly { title: string, show: (value: number) => unknown,
 *   lines: readonly (readonly (readonly [size: number, value: number])[])[] }[]} plot.panels lines by series
 * @returns {string} SVG
 */
export function panelPlot({ title, series, panels }) {
  const sizes = panels.flatMap(({ lines }) => lines.flat().map(([size]) => size));
  const { drawn: names, height: legendHeight } = legend(LEGEND, series);
  const top = LEGEND.y + legendHeight;
  const drawn = panels.flatMap((each, index) =>
    panel(
      each,
      series,
      sizes,
      (index % COLUMNS) * PANEL.width,
      top + Math.floor(index / COLUMNS) * PANEL.height,
    ),
  );
  const height = top + Math.ceil(panels.length / COLUMNS) * PANEL.height + 10;
  return picture(WIDTH, height, title, [...names, ...drawn]);
}
