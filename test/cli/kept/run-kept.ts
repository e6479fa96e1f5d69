import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';

/** What a run of the command left behind. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run that is asked for: every part as a process of its own would get it. */
export interface Request {
  /** The main module. */
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly input: string | Uint8Array;
}

/** How long a run may take, in milliseconds. */
const LONGEST = 60_000;

interface Post {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly answers: Int32Array;
}

let post: Post | undefined;

function opened(): Post {
  const { port1, port2 } = new MessageChannel();
  const answers = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('post.js', import.meta.url), {
    workerData: { port: port2, answers },
    transferList: [port2],
  });
  worker.unref();
  port1.unref();
  return { worker, port: port1, answers };
}

/**
 * Runs the command in a process that is kept for the next run: the modules behind the main one are loaded once for all runs,
 * which takes a tenth of the time. Waits for the end.
 *
 * @throws Error where the process ends, or the command does not
 */
export function runKept(request: Request): Run {
  post ??= opened();
  const { worker, port, answers } = post;
  const before = Atomics.load(answers, 0);
  worker.postMessage(request);
  if (Atomics.wait(answers, 0, before, LONGEST) === 'timed-out') {
    void worker.terminate();
    post = undefined;
    throw new Error(`labelwise ${request.args.join(' ')} has not ended after ${LONGEST / 1000} s`);
  }
  const received: { readonly message: { readonly run?: Run; readonly failure?: string } } | undefined =
    receiveMessageOnPort(port);
  const run = received?.message.run;
  if (run === undefined) throw new Error(`labelwise ${request.args.join(' ')}: ${received?.message.failure}`);
  return run;
}
