import { linesOfFreshProcess } from '../measure/fresh-process.js';
import { rounded } from '../measure/statistics.js';
import { code, figure, table } from '../report/table.js';
import { GROUPS, ROWS } from './rows.js';

/** Below this many ms a doubling says nothing: what the engine compiles along the way is more. */
const NOISE = 30;

/** Twice the input may take twice the time, and half as much again for sorting and for the caches it outgrows. */
const LINEAR = 3;

/** So many rows share a process, which is ended after so many ms. */
const SHARE = 12;
const PATIENCE = 60_000;

/** Measures rows, in as many processes as it takes. */
function measure(indices, directory) {
  const results = [];
  while (results.length < indices.length) {
    const next = indices.slice(results.length, results.length + SHARE);
    const { lines, trouble } = linesOfFreshProcess(
      'hostile',
      { package: directory, indices: next },
      PATIENCE,
    );
    results.push(...lines);
    if (trouble === undefined) continue;
    const index = indices[results.length];
    if (trouble === 'failure')
      throw new Error(`${ROWS[index].run} ${ROWS[index].name}: ended in a failure, not in an answer`);
    results.push({ times: [], outcome: `not done after ${PATIENCE / 1000} s` });
  }
  return results;
}

function isLinear([, half, whole]) {
  return whole !== undefined && (whole < NOISE || whole / half <= LINEAR);
}

/** Measures again, alone, what seems not to be linear: a neighbour on the machine can spoil one measurement. */
function confirm(result, index, directory) {
  for (let i = 0; i < 2 && !isLinear(result.times); i++) {
    const [again] = measure([index], directory);
    if (isLinear(again.times) || result.times.length === 0) return again;
  }
  return result;
}

/**
 * Does bad input end in a clear error, or a right answer, in linear time?
 *
 * @param {{ package?: string }} options
 */
export function ask({ package: directory }) {
  const results = measure([...ROWS.keys()], directory);
  const rows = ROWS.map(({ group, name, unit, top, run }, index) => {
    const { times, outcome } = confirm(results[index], index, directory);
    const [, half, whole] = times;
    return {
      group,
      name,
      run,
      top,
      unit,
      ms: times.map(rounded),
      ...(whole !== undefined && { doubling: rounded(whole / half) }),
      linear: isLinear(times),
      outcome,
    };
  });
  return {
    question: 'hostile',
    unit: 'ms of processor time at a quarter, a half and the whole of the size',
    rows,
  };
}

const HEADINGS = [
  'input',
  'done',
  'size',
  'ms at ¼',
  'ms at ½',
  'ms at 1',
  '½ to 1',
  'linear',
  'what came of it',
];

function cells({ name, run, top, unit, ms, doubling, linear, outcome }) {
  const shown = outcome.length > 90 ? `${outcome.slice(0, 87)}…` : outcome;
  return [
    code(name),
    run.replace('Alternatives', ''),
    `${top.toLocaleString('en')} ${unit}`,
    figure(ms[0]),
    figure(ms[1]),
    figure(ms[2]),
    doubling === undefined ? undefined : `× ${figure(doubling)}`,
    linear ? 'yes' : '**no**',
    shown.replaceAll('|', '\\|'),
  ];
}

export function tables({ rows }) {
  const superlinear = rows.filter(({ linear }) => !linear);
  const slowest = Math.max(...rows.flatMap(({ ms }) => ms));
  const summary = `${rows.length} inputs, ${superlinear.length} of them not in linear time${
    superlinear.length === 0
      ? ''
      : `: ${superlinear.map(({ run, name }) => `${run} ${code(name)}`).join(', ')}`
  }. The slowest takes ${figure(slowest)} ms.`;
  const byGroup = Object.keys(GROUPS).map((group) => [
    group,
    table(HEADINGS, rows.filter((row) => row.group === group).map(cells)),
  ]);
  return { summary, ...Object.fromEntries(byGroup) };
}
