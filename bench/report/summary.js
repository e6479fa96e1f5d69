import { figure, table } from './table.js';

/** Two digits after the point, for ratios near one. */
const times = (ratio) => (ratio === undefined ? undefined : Number(ratio.toFixed(2)));

/**
 * What the front page says of all questions together: one row for each thing a user waits for.
 *
 * @param {Record<string, any>} results by question; what is missing is left out
 * @returns {string} a table in Markdown
 */
export function summaryTable({ parse, match, startup }) {
  const rows = [];
  if (parse !== undefined) {
    const { parse: ours, kubernetes, ratio } = parse.geometricMean;
    rows.push([
      'parse and validate a selector (geometric mean of 20)',
      `${figure(ours)} ns`,
      kubernetes && `${figure(kubernetes)} ns`,
      times(ratio),
    ]);
  }
  for (const { name, keySets, mean } of match?.corpora ?? []) {
    for (const [shape, title] of [
      ['objects', 'plain objects'],
      ['maps', 'Maps'],
    ]) {
      rows.push([
        `match ${title}, ${name}: 10,000 with ${keySets} key sets`,
        `${figure(mean[shape].best)} ns`,
        mean.kubernetes && `${figure(mean.kubernetes)} ns`,
        times(mean[shape].ratio),
      ]);
    }
  }
  if (startup !== undefined) {
    rows.push(['import the package', `${figure(startup.steps.import.median)} ms`, undefined, undefined]);
    rows.push([
      'the first wrong text, which loads the parser library',
      `${figure(startup.steps.firstError.median)} ms`,
      undefined,
      undefined,
    ]);
  }
  return table(['', 'labelwise', 'Kubernetes, in Go', 'times as fast'], rows);
}
