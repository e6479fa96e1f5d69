import { writeSync } from 'node:fs';
import { ROWS } from './rows.js';
import { runsOf } from './runs.js';

/** A size is run up to three times, while it takes less than this in all, ms; the fastest run counts. */
const ENOUGH = 60;
const MOST_RUNS = 3;

/**
 * @returns {number} ms of processor time that this process has had: a single run of what takes long says more in it
 * than on the clock, which runs on while neighbours have the processor
 */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timeRow({ top, make, run: name }, runs) {
  const { prepare, run } = runs[name];
  const times = [];
  let outcome;
  for (const size of [top / 4, top / 2, top]) {
    const input = prepare(make(size));
    let best = Infinity;
    let spent = 0;
    for (let i = 0; i < MOST_RUNS && spent < ENOUGH; i++) {
      const start = processorTime();
      outcome = run(input);
      const took = processorTime() - start;
      best = Math.min(best, took);
      spent += took;
    }
    times.push(best);
  }
  return { times, outcome };
}

/**
 * Runs rows at a quarter, a half and the whole of their top sizes: ms of processor time at each, and what came of the largest. Each is
 * written as a line of JSON as soon as it is there, so that a row that takes for ever loses none before it.
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
