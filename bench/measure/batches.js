/*
 * Timing of what takes nanoseconds: so many calls in a row that the clock does not matter, many times over. A
 * function to be timed takes the number of calls, makes them in a loop of its own, and returns a number that depends
 * on every result, so that no engine can leave the work out.
 */

/**
 * What a call uses up, and whose making is not to be timed, is made by `prepare`, for so many calls.
 *
 * @typedef {((calls: number) => number) & { prepare?: (calls: number) => void }} Timed
 */

/** What the timed functions returned, kept where the engine cannot know that nobody looks. */
export let consumed = 0;

/** @param {number} result of what is not timed here, to be kept likewise */
export function keep(result) {
  consumed += result;
}

/** @returns {number} ns that one batch took */
function elapsed(timed, calls) {
  timed.prepare?.(calls);
  const start = process.hrtime.bigint();
  consumed += timed(calls);
  return Number(process.hrtime.bigint() - start);
}

/**
 * Warms a function up for `warmUp` ms, and finds how many calls take about `batch` ms.
 *
 * @param {Timed} timed
 * @returns {number} calls a batch, at least 1
 */
export function calibrate(timed, warmUp, batch) {
  let calls = 1;
  let spent = 0;
  let last = elapsed(timed, calls);
  while (spent < warmUp * 1e6 || last < (batch * 1e6) / 2) {
    if (last < (batch * 1e6) / 2) calls *= 2;
    last = elapsed(timed, calls);
    spent += last;
  }
  return Math.max(1, Math.round((calls * batch * 1e6) / last));
}

/**
 * Times several functions by turns, so that what else the machine does falls on all of them alike.
 *
 * @param {readonly Timed[]} functions
 * @param {{ warmUp: number, batch: number, batches: number }} plan ms to warm each up, ms a batch, batches of each
 * @returns {number[][]} for each function, ns per call of each batch
 */
export function timeByTurns(functions, { warmUp, batch, batches }) {
  const calls = functions.map((timed) => calibrate(timed, warmUp, batch));
  const times = functions.map(() => []);
  for (let turn = 0; turn < batches; turn++) {
    for (const [index, timed] of functions.entries())
      times[index].push(elapsed(timed, calls[index]) / calls[index]);
  }
  return times;
}
