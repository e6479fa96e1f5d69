/*
 * Timing by turns as in measure/batches.js, of functions that may have to wait for a database. One that need not is called
 * without waiting, since a turn of the event loop takes longer than some answers.
 *
 * @typedef {(calls: number) => number | Promise<number>} Timed so many calls, one after another, and a number made of what came
 */
import { keep } from '../measure/batches.js';

const LEAST_WARM = 2;

/** @returns {Promise<number>} ns a call, of one batch */
async function batch(timed, calls) {
  const start = process.hrtime.bigint();
  const result = timed(calls);
  keep(typeof result === 'number' ? result : await result);
  return Number(process.hrtime.bigint() - start) / calls;
}

/** Warms up, and finds how many calls fill a batch. */
async function calibrate(timed, { warmUp, length }) {
  let calls = 1;
  let made = 0;
  let each = 0;
  for (let spent = 0; made < LEAST_WARM || spent < warmUp * 1e6; ) {
    each = await batch(timed, calls);
    made += calls;
    spent += each * calls;
    if (each * calls < (length * 1e6) / 2) calls *= 2;
  }
  return Math.max(1, Math.round((length * 1e6) / each));
}

/**
 * @param {readonly Timed[]} functions
 * @param {{ warmUp: number, length: number, batches: number }} plan ms to warm each up, ms a batch, batches of each
 * @returns {Promise<number[][]>} for each function, ns per call of each batch
 */
export async function timeByTurns(functions, plan) {
  const calls = [];
  for (const timed of functions) calls.push(await calibrate(timed, plan));
  const times = functions.map(() => []);
  for (let turn = 0; turn < plan.batches; turn++) {
    for (const [i, timed] of functions.entries()) times[i].push(await batch(timed, calls[i]));
  }
  return times;
}

/**
 * A loop over one call.
 *
 * @param {boolean} waits whether a call answers with a promise
 * @param {() => any} call
 * @param {(result: any) => number} numberOf
 * @returns {Timed}
 */
export function repeating(waits, call, numberOf) {
  if (!waits) {
    return (calls) => {
      let sum = 0;
      for (let i = 0; i < calls; i++) sum += numberOf(call());
      return sum;
    };
  }
  return async (calls) => {
    let sum = 0;
    for (let i = 0; i < calls; i++) sum += numberOf(await call());
    return sum;
  };
}
