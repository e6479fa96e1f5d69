import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, onTestFinished, TestRunner } from 'vitest';
import { type Run, runKept } from './kept/run-kept.ts';

export type { Run };

/** The root of the repository. */
export const ROOT: string = fileURLToPath(new URL('../..', import.meta.url));
/** The command as users run it. */
export const COMMAND: string = join(ROOT, 'dist/node/labelwise.js');

function newest(folder: string): number {
  const times = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.ts'))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(...times);
}

function isBuilt(): boolean {
  return existsSync(COMMAND) && statSync(COMMAND).mtimeMs >= newest(join(ROOT, 'src'));
}

/** Takes a lock that others may hold, by making a folder; false when someone has it. */
function take(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Builds `dist` when it is missing or older than the sources; of several test files at once, one builds. */
function ensureBuilt(): void {
  const lock = join(ROOT, 'node_modules/.labelwise-build');
  const deadline = Date.now() + 60_000;
  while (!take(lock)) {
    // A lock that outlives any build was left by a run that was cut off.
    if (Date.now() > deadline) rmSync(lock, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  }
  try {
    if (!isBuilt()) execFileSync(process.execPath, ['scripts/build.js'], { cwd: ROOT, stdio: 'pipe' });
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
    throw new Error(`the command cannot be tested, because it does not build:\n${output}`);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

ensureBuilt();

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Starts node for this run alone, with these options. */
  readonly node?: readonly string[];
}

/**
 * Runs `labelwise` with arguments, without colour unless the environment asks for it: in a process that is kept for the next
 * run, unless there are options of node.
 */
export function labelwise(args: readonly string[], options: RunOptions = {}): Run {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...inherited } = process.env;
  const { input = '', cwd = ROOT, node } = options;
  const env = { ...inherited, ...options.environment };
  if (node === undefined) return runKept({ command: COMMAND, args, cwd, env, input });
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [...node, COMMAND, ...args], {
    input,
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}

/** A new folder with these files, for as long as the test runs, or the tests of the group; a name may hold folders. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'labelwise-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (TestRunner.getCurrentTest() === undefined) afterAll(remove);
  else onTestFinished(remove);
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}
