/*
 * A thread between a test, which waits without an event loop, and the process that runs the command for it.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const PROCESS = fileURLToPath(new URL('process.js', import.meta.url));

/** Answers go through a port, from which they can be taken without an event loop once their count has grown. */
const { port, shared } = workerData;

let child;
let words = '';
/** The number of the run that is waited for; undefined where none is. */
let awaited;

function answer(message) {
  if (awaited === undefined) return;
  port.postMessage({ ...message, number: awaited });
  awaited = undefined;
  Atomics.add(shared, 0, 1);
  Atomics.notify(shared, 0);
}

/** Starts the process. One that ends by itself has failed the run in hand; the next run gets another one. */
function start() {
  const started = fork(PROCESS, {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
  });
  words = '';
  started.stderr.on('data', (chunk) => {
    words += chunk;
  });
  started.on('message', answer);
  started.on('close', (status, signal) => {
    child = undefined;
    answer({ failure: `the process has ended (${status ?? signal}): ${words}` });
  });
  // For whoever has waited too long to wait for this thread.
  Atomics.store(shared, 1, started.pid ?? 0);
  return started;
}

parentPort.on('message', ({ number, request }) => {
  awaited = number;
  child ??= start();
  // What goes wrong here ends the process, which is told then.
  child.send(request, () => {});
});
