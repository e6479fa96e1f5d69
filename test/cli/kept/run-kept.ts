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
  /** How many answers there were, and the id of the process that runs the command. */
  readonly shared: Int32Array;
}

interface Answer {
  readonly number: number;
  readonly run?: Run;
  readonly failure?: string;
}

let post: Post | undefined;
let runs = 0;

function opened(): Post {
  const { port1, port2 } = new MessageChannel();
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(new URL('post.js', import.meta.url), {
    workerData: { port: port2, shared },
    transferList: [port2],
  });
  worker.unref();
  port1.unref();
  return { worker, port: port1, shared };
}

/** Ends what does not end by itself. */
function close({ worker, shared }: Post): void {
  const id = Atomics.load(shared, 1);
  if (id !== 0) process.kill(id, 'SIGKILL');
  void worker.terminate();
  post = undefined;
}

/**
 * Runs the command in a process that is kept for the next run: the modules behind the main one are loaded once for all runs,
 * which takes a tenth of the time. Waits for the end.
 *
 * @throws Error where the process ends, or the command does not
 */
export function runKept(request: Request): Run {
  post ??= opened();
  const { worker, port, shared } = post;
  const number = ++runs;
  const before = Atomics.load(shared, 0);
  worker.postMessage({ number, request });
  const command = `labelwise ${request.args.join(' ')}`;
  if (Atomics.wait(shared, 0, before, LONGEST) === 'timed-out') {
    close(post);
    throw new Error(`${command} has not ended after ${LONGEST / 1000} s`);
  }
  const received: { readonly message: Answer } | undefined = receiveMessageOnPort(port);
  const answer = received?.message;
  if (answer?.run === undefined || answer.number !== number) {
    throw new Error(`${command}: ${answer?.failure ?? 'the answer is that of another run'}`);
  }
  return answer.run;
}
