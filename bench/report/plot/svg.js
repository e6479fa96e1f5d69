/*
 * As much of SVG as the plots need.
 */

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text) => String(text).replace(/[&<>"]/g, (character) => ESCAPES[character]);

/** Coordinates to a tenth: nobody sees more, and results that move a little leave most of a file as it was. */
const shown = (value) => (typeof value === 'number' ? Number(value.toFixed(1)) : value);

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {readonly string[]} [children] elements
 * @returns {string}
 */
export function element(name, attributes, children = []) {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(shown(value))}"`);
  if (children.length === 0) return `<${name}${written.join('')}/>`;
  return `<${name}${written.join('')}>\n${children.join('\n')}\n</${name}>`;
}

/** @param {Record<string, string | number>} [attributes] `text-anchor`, `font-weight` and such */
export function text(x, y, content, attributes = {}) {
  const written = Object.entries({ x, y, ...attributes }).map(
    ([key, value]) => ` ${key}="${escaped(shown(value))}"`,
  );
  return `<text${written.join('')}>${escaped(content)}</text>`;
}

/** Light under every theme of whoever looks, since the page around it may be dark. */
export const BACKGROUND = '#ffffff';
const INK = '#24292f';
export const GREY = '#6e7781';
export const LINES = '#e3e6ea';

/** A whole picture. */
export function picture(width, height, title, children) {
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': title,
      'font-family': 'system-ui, -apple-system, Segoe UI, Helvetica, Arial, sans-serif',
      'font-size': 12,
      fill: INK,
    },
    [
      element('rect', { width, height, fill: BACKGROUND }),
      text(16, 26, title, { 'font-size': 15, 'font-weight': 600 }),
      ...children,
    ],
  )}\n`;
}
