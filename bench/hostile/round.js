import { writeSync } from 'node:fs';
import { timeRuns } from '../measure/processor-time.js';
import { ROWS } from './rows.js';
import { runsOf } from './runs.js';

function timeRow({ top, make, run: name }, runs) {
  const { prepare, run } = runs[name];
  const times = [];
  let outcome;
  for (const size of [top / 4, top / 2, top]) {
    const input = prepare(make(size));
    const timed = timeRuns(run, () => input);
    outcome = timed.outcome;
    times.push(timed.ms);
  }
  return { times, outcome };
}

/**
 * Runs rows at a quarter, a half and the whole of their top sizes: ms of processor time at each, and what came of the
 * largest. Each is written as a line of JSON as soon as it is there, so that a row that takes for ever loses none before it.
 *
 * @param {{ indices: readonly number[] }} options which rows
 */
export async function round(entry, { indices }) {
  const labelwise = await import(entry);
  const runs = runsOf(labelwise);
  // What the first mistake of a process has to load is the business of the start-up question.
  labelwise.tryParseSelector('a in b');
  for (const index of indices) writeSync(1, `${JSON.stringify(timeRow(ROWS[index], runs))}\n`);
}
