/** A column needs a dash and a colon below its heading. */
const LEAST_WIDTH = 2;

/**
 * A table in Markdown, with its columns aligned so that it can be read in a terminal too. Numbers stand at the right.
 *
 * @param {readonly string[]} headings
 * @param {readonly (readonly (string | number | undefined)[])[]} rows undefined is shown as an empty cell
 * @returns {string} lines joined by LF
 */
export function table(headings, rows) {
  const cells = rows.map((row) => row.map((cell) => (cell === undefined ? '' : String(cell))));
  const right = headings.map((_, column) => rows.every((row) => typeof row[column] !== 'string'));
  const widths = headings.map((heading, column) =>
    Math.max(LEAST_WIDTH, heading.length, ...cells.map((row) => row[column].length)),
  );
  const line = (row) =>
    `| ${row.map((cell, column) => (right[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    right[column] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [line(headings), line(rule), ...cells.map(line)].join('\n');
}

/** A number as tables show it: three digits, and no more than one after the point. */
export function figure(number) {
  return number === undefined ? undefined : Number(number >= 100 ? number.toPrecision(3) : number.toFixed(1));
}

/** A selector in a table: as code, cut when it would be the widest thing on the page. `|` would end the cell. */
export function code(text) {
  const shown = text.length > 64 ? `${text.slice(0, 61)}…` : text;
  return `\`${shown.replaceAll('|', '\\|')}\``;
}
