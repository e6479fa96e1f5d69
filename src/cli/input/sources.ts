import { fstatSync } from 'node:fs';
import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../manifests.ts';
import { EXTENSIONS } from '../../reading.ts';

/** An input to read: a file, or standard input. */
export interface Source {
  /** How messages name it: the path as the user would write it, or `<stdin>`. */
  readonly name: string;
  /** The path to open; undefined for standard input. */
  readonly path?: string;
  /** The size in bytes, where the file system tells it; pipes have none. */
  readonly size?: number;
}

/** The argument that stands for standard input. */
export const STDIN_ARGUMENT = '-';
export const STDIN_NAME = '<stdin>';

/** The bytes a read asks for: enough that the call itself costs nothing. */
const READ = 1024 * 1024;
/** The bytes handed on at once: what is decoded from pieces this small stays in the processor's cache. */
const CHUNK = 64 * 1024;

/** What a failed call of the file system means, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ELOOP') return 'a symbolic link that leads to itself';
  if (code === 'EISDIR') return 'this is a folder, not a file';
  if (code === 'ENOSPC') return 'no space is left on the device';
  if (code === 'ENOTDIR') return 'a part of this path is a file, not a folder';
  return error instanceof Error ? error.message : String(error);
}

function hasKnownExtension(name: string): boolean {
  const dot = name.lastIndexOf('.');
  return dot > 0 && Object.hasOwn(EXTENSIONS, name.slice(dot).toLowerCase());
}

/** The files of a folder and of those within it, in the order of their names; each folder once, whatever links say. */
async function* walk(folder: string, visited: Set<string>): AsyncGenerator<Source | Problem> {
  const real = await realpath(folder);
  if (visited.has(real)) return;
  visited.add(real);
  const entries = await readdir(folder);
  for (const name of entries.sort()) {
    if (name === 'node_modules' || name === '.git') continue;
    const path = join(folder, name);
    try {
      const found = await stat(path);
      if (found.isDirectory()) yield* walk(path, visited);
      else if (hasKnownExtension(name)) yield { name: path, path, size: found.size };
    } catch (error) {
      // A link that leads nowhere matters only where it would have been read.
      const isForeign = !hasKnownExtension(name) && reasonOf(error) === 'no such file or folder';
      if (!isForeign) yield { source: path, message: reasonOf(error) };
    }
  }
}

/** Standard input as a source; its size is known where a file was redirected to it. */
function standardInput(): Source | Problem {
  try {
    const stats = fstatSync(0);
    // Node reads nothing from a folder, and says nothing about it.
    if (stats.isDirectory()) return { source: STDIN_NAME, message: 'this is a folder, not a file' };
    return stats.isFile() ? { name: STDIN_NAME, size: stats.size } : { name: STDIN_NAME };
  } catch (error) {
    return { source: STDIN_NAME, message: reasonOf(error) };
  }
}

/**
 * The inputs that arguments name, in their order: files as they are, whatever their extension; folders as the
 * manifests they and their folders hold, sorted by name, `node_modules` and `.git` left out; `-` as standard input.
 * What cannot be found or listed is a problem in its place.
 */
export async function findSources(paths: readonly string[]): Promise<(Source | Problem)[]> {
  const found: (Source | Problem)[] = [];
  for (const path of paths) {
    if (path === STDIN_ARGUMENT) {
      found.push(standardInput());
      continue;
    }
    try {
      const stats = await stat(path);
      if (!stats.isDirectory()) {
        found.push(stats.isFile() ? { name: path, path, size: stats.size } : { name: path, path });
        continue;
      }
      const before = found.length;
      for await (const source of walk(path, new Set())) found.push(source);
      if (found.length === before) {
        const extensions = Object.keys(EXTENSIONS).join(', ');
        found.push({ source: path, message: `this folder holds no manifests (${extensions})` });
      }
    } catch (error) {
      found.push({ source: path === '' ? '""' : path, message: reasonOf(error) });
    }
  }
  return found;
}

async function* readFile(file: FileHandle): AsyncGenerator<Uint8Array> {
  // Two buffers: while one is lent, the next read fills the other.
  const buffers = [new Uint8Array(READ), new Uint8Array(READ)] as const;
  let turn: 0 | 1 = 0;
  let pending = file.read(buffers[turn], 0, READ, null);
  try {
    for (;;) {
      const { bytesRead, buffer } = await pending;
      if (bytesRead === 0) return;
      turn = turn === 0 ? 1 : 0;
      pending = file.read(buffers[turn], 0, READ, null);
      for (let at = 0; at < bytesRead; at += CHUNK)
        yield buffer.subarray(at, Math.min(at + CHUNK, bytesRead));
    }
  } finally {
    // Whoever stops early does not care how the read that is under way ends, but it has to end before the close.
    await pending.catch(() => undefined);
  }
}

/**
 * The bytes of a source, chunk by chunk. A chunk is lent until the next one is asked for.
 *
 * @throws what opening or reading throws; {@link reasonOf} says it in words
 */
export async function* readSource(source: Source): AsyncGenerator<Uint8Array> {
  if (source.path === undefined) {
    yield* process.stdin;
    return;
  }
  const file = await open(source.path);
  try {
    yield* readFile(file);
  } finally {
    await file.close();
  }
}
