import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inFreshProcess } from '../measure/fresh-process.js';
import { median, rounded, summary } from '../measure/statistics.js';
import { figure, table } from '../report/table.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @returns {number} ms that a process in a folder, with a module of this text, takes from start to end */
function processTime(text, cwd) {
  const start = process.hrtime.bigint();
  execFileSync(process.execPath, ['--input-type=module', '-e', text], { cwd, stdio: 'ignore' });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/**
 * What does a program pay for importing the package, for its first selector, and for its first mistake? And is
 * Chevrotain loaded only with the last of them?
 *
 * @param {{ rounds: number, package?: string }} options
 */
export function ask({ rounds, package: directory = ROOT }) {
  const steps = [];
  const bare = [];
  const withPackage = [];
  for (let i = 0; i < rounds; i++) {
    bare.push(processTime('', directory));
    // A package can import itself by its name.
    withPackage.push(processTime('import "labelwise"', directory));
    steps.push(inFreshProcess('startup', { package: directory }));
  }
  const scripts = inFreshProcess('startup', { package: directory, list: true });
  if (scripts.afterParse.chevrotain > 0) throw new Error('Chevrotain is loaded though no text was wrong');
  if (scripts.afterError.chevrotain === 0)
    throw new Error('Chevrotain was not seen at all: the listing of scripts is broken');
  return {
    question: 'startup',
    unit: 'ms',
    rounds,
    steps: Object.fromEntries(
      Object.keys(steps[0]).map((step) => [step, summary(steps.map((times) => [times[step]]))]),
    ),
    process: {
      bare: summary(bare.map((time) => [time])),
      withPackage: summary(withPackage.map((time) => [time])),
      difference: rounded(median(withPackage.map((time, index) => time - bare[index]))),
    },
    scripts,
  };
}

export function tables({ steps, process: { bare, withPackage, difference }, scripts }) {
  const { afterImport, afterParse, afterError } = scripts;
  const range = ({ low, high }) => `${precise(low)}–${precise(high)}`;
  return {
    steps: table(
      ['in a fresh process', 'ms', 'p10–p90', 'files loaded by then', 'of them Chevrotain'],
      [
        ['`import "labelwise"`', steps.import, afterImport],
        ['first text that is right', steps.firstParse, afterParse],
        ['first text that is wrong', steps.firstError, afterError],
        ['second text that is wrong', steps.secondError, undefined],
      ].map(([step, times, loaded]) => [
        step,
        precise(times.median),
        range(times),
        loaded?.modules,
        loaded?.chevrotain,
      ]),
    ),
    process: table(
      ['whole process', 'ms', 'p10–p90'],
      [
        ['`node` with an empty module', figure(bare.median), `${figure(bare.low)}–${figure(bare.high)}`],
        [
          '`node` with a module that imports the package',
          figure(withPackage.median),
          `${figure(withPackage.low)}–${figure(withPackage.high)}`,
        ],
        ['difference, median of pairs', figure(difference), ''],
      ],
    ),
  };
}

/** Steps range from microseconds to a tenth of a second. */
function precise(milliseconds) {
  return milliseconds < 1 ? Number(milliseconds.toPrecision(2)) : figure(milliseconds);
}
