/*
 * A thread between a test, which waits without an event loop, and the process that runs the command for it.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const PROCESS = fileURLToPath(new URL('process.js', import.meta.url));

/** Answers go through a port, from which they can be taken without an event loop once `answers` has grown. */
const { port, answers } = workerData;

let child;
let words = '';

function answer(message) {
  port.postMessage(message);
  Atomics.add(answers, 0, 1);
  Atomics.notify(answers, 0);
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
  return started;
}

parentPort.on('message', (request) => {
  child ??= start();
  child.send(request);
});
