import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROUND = fileURLToPath(new URL('../round.js', import.meta.url));

function start(question, task, timeout, flags = []) {
  return execFileSync(process.execPath, [...flags, ROUND, question, JSON.stringify(task)], {
    encoding: 'utf8',
    timeout,
    killSignal: 'SIGKILL',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/**
 * Runs one round of a question in a fresh process: what an engine compiles, and when, differs from process to
 * process, so that a median over several says more than any number of batches in one.
 *
 * @param {string} question as in round.js
 * @param {unknown} task whatever the question takes, as JSON
 * @param {{ flags?: readonly string[], timeout?: number }} [options] of the process: flags of Node, and ms after which it is ended
 * @returns what the round says
 */
export function inFreshProcess(question, task, { flags, timeout = 300_000 } = {}) {
  return JSON.parse(start(question, task, timeout, flags));
}

/**
 * Runs a round that writes a line of JSON for each of its parts, and ends it when it takes too long.
 *
 * @param {number} timeout ms for the whole round
 * @returns {{ lines: unknown[], trouble?: 'timeout' | 'failure' }} the parts that were done
 */
export function linesOfFreshProcess(question, task, timeout) {
  const parse = (output) =>
    output
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  try {
    return { lines: parse(start(question, task, timeout)) };
  } catch (error) {
    return { lines: parse(error.stdout), trouble: error.code === 'ETIMEDOUT' ? 'timeout' : 'failure' };
  }
}
