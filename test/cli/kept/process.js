/*
 * A process that runs the command again and again: what its parent asks for is run as if node had just been started with it, but
 * for the modules behind the main one, which are there already.
 */
import { Console } from 'node:console';
import { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

/** Where the command writes; has what was written. */
class Sink extends Writable {
  #chunks = [];

  _write(chunk, _, done) {
    this.#chunks.push(chunk);
    done();
  }

  get text() {
    return Buffer.concat(this.#chunks).toString();
  }
}

function standardInput(input) {
  const stream = new Readable({ read() {} });
  stream.push(Buffer.from(input));
  stream.push(null);
  return stream;
}

/** What a run may change, and the next one must not find changed. */
const untouched = { argv: process.argv, env: process.env };
const { console } = globalThis;
const folder = process.cwd();
const streams = Object.fromEntries(
  ['stdin', 'stdout', 'stderr'].map((name) => [name, Object.getOwnPropertyDescriptor(process, name)]),
);

let runs = 0;

/** Waits as node does: until nothing is left to do beyond what there was before. */
async function nothingLeft(before) {
  do await new Promise((resolve) => setImmediate(resolve));
  while (process.getActiveResourcesInfo().length > before);
}

async function run({ command, args, cwd, env, input }) {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const stand = { stdin: standardInput(input), stdout, stderr };
  for (const [name, value] of Object.entries(stand))
    Object.defineProperty(process, name, { value, configurable: true });
  process.argv = [process.execPath, command, ...args];
  process.env = env;
  process.exitCode = undefined;
  process.chdir(cwd);
  globalThis.console = new Console({ stdout, stderr });
  const signals = process.listeners('SIGINT');
  const before = process.getActiveResourcesInfo().length;
  try {
    await import(`${pathToFileURL(command)}?run=${runs++}`);
    await nothingLeft(before);
    return { status: process.exitCode ?? 0, stdout: stdout.text, stderr: stderr.text };
  } finally {
    for (const listener of process.listeners('SIGINT'))
      if (!signals.includes(listener)) process.removeListener('SIGINT', listener);
    for (const [name, descriptor] of Object.entries(streams))
      Object.defineProperty(process, name, descriptor);
    Object.assign(process, untouched);
    globalThis.console = console;
    // The folder of a test can be removed where nobody is in it.
    process.chdir(folder);
    process.exitCode = undefined;
  }
}

process.on('message', async (request) => {
  try {
    process.send({ run: await run(request) });
  } catch (error) {
    process.send({ failure: String(error?.stack ?? error) });
  }
});
process.on('disconnect', () => process.exit());
