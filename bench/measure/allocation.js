import { keep } from './batches.js';
import { median } from './statistics.js';

/** A span allocates about so much: less than the engine has for new objects, so that nothing is collected within one. */
const A_SPAN = 256 * 1024;
const MOST_CALLS = 1_000;
const SPANS = 21;

function grown(timed, calls) {
  timed.prepare?.(calls);
  // Only what is new is collected: that is enough, and takes no time where much is held.
  globalThis.gc({ type: 'minor' });
  const before = process.memoryUsage().heapUsed;
  keep(timed(calls));
  return process.memoryUsage().heapUsed - before;
}

function nothing(calls) {
  return calls;
}

const medianOf = (timed, calls) => median(Array.from({ length: SPANS }, () => grown(timed, calls)));

/**
 * Bytes of heap that a call leaves behind, results included. Needs --expose-gc, and a function that is warm: what the engine
 * compiles lies in the heap too.
 *
 * @param {import('./batches.js').Timed} timed
 * @returns {number} a call, the median of several spans, less what it takes to look
 */
export function allocatedBytes(timed) {
  const estimate = medianOf(timed, 8) / 8;
  const calls = Math.min(MOST_CALLS, Math.max(1, Math.floor(A_SPAN / Math.max(1, estimate))));
  return Math.max(0, medianOf(timed, calls) - medianOf(nothing, calls)) / calls;
}
