import { BACKGROUND, element, text } from './svg.js';

/**
 * How something looks in every plot: a colour that most people can tell from the others (Okabe and Ito's), and a shape
 * for everybody else.
 *
 * @typedef {{ colour: string, shape: keyof typeof SHAPES }} Style
 */

/** Paths around 0, 0. */
const SHAPES = {
  disc: 'M-4.5,0a4.5,4.5 0 1 0 9,0a4.5,4.5 0 1 0 -9,0z',
  ring: 'M-4,0a4,4 0 1 0 8,0a4,4 0 1 0 -8,0z',
  square: 'M-4,-4h8v8h-8z',
  diamond: 'M0,-5.5l5.5,5.5l-5.5,5.5l-5.5,-5.5z',
  triangle: 'M0,-5l5,9h-10z',
  'triangle down': 'M0,5l5,-9h-10z',
  cross: 'M-4.5,-2.5l2,-2l2.5,2.5l2.5,-2.5l2,2l-2.5,2.5l2.5,2.5l-2,2l-2.5,-2.5l-2.5,2.5l-2,-2l2.5,-2.5z',
  plus: 'M-1.5,-5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z',
  dash: 'M-5.5,-1.8h11v3.6h-11z',
  bar: 'M-1.8,-5.5h3.6v11h-3.6z',
};

/** @param {Style} style */
export function marker(x, y, { colour, shape }) {
  return element('path', {
    d: SHAPES[shape],
    transform: `translate(${x.toFixed(1)},${y.toFixed(1)})`,
    // A ring is a disc that is not filled.
    ...(shape === 'ring'
      ? { fill: BACKGROUND, stroke: colour, 'stroke-width': 2 }
      : { fill: colour, stroke: BACKGROUND, 'stroke-width': 0.7 }),
  });
}

/** Wide enough for any letter of the names; they need not stand close. */
const A_LETTER = 6.6;
const A_LINE = 20;

/**
 * @param {{ x: number, y: number, width: number }} place of its first line
 * @param {readonly { name: string, style: Style }[]} series
 * @returns {{ drawn: string[], height: number }} elements, in as many lines as they need
 */
export function legend({ x, y, width }, series) {
  let left = x;
  let line = y;
  const drawn = series.flatMap(({ name, style }) => {
    const taken = 30 + name.length * A_LETTER;
    if (left > x && left + taken > x + width) {
      left = x;
      line += A_LINE;
    }
    const place = left;
    left += taken;
    return [marker(place + 5, line - 4, style), text(place + 14, line, name)];
  });
  return { drawn, height: line - y + A_LINE };
}
