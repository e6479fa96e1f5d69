import { realpath } from 'node:fs/promises';
import type { KubernetesObject, Problem } from '../../manifests.ts';
import { UsageError } from '../exit.ts';
import { readInputs } from '../input/read-inputs.ts';
import { findSources, type Source, STDIN_ARGUMENT } from '../input/sources.ts';
import type { Console } from '../output/console.ts';
import { type Counts, Progress } from '../output/progress.ts';

/** Where a command reads from, and to whom it talks. */
export interface Surroundings {
  readonly console: Console;
  /** Standard error, for the progress bar. */
  readonly screen: ConstructorParameters<typeof Progress>[0];
  /** Whether standard input is a person's keyboard, where waiting would look like hanging. */
  readonly stdinIsTerminal: boolean;
}

/** What a command does with what is read. */
export interface Reader {
  object(object: KubernetesObject): void;
  /** What could not be read; without it, that is reported. */
  problem?(problem: Problem): void;
  /** Whether a file or standard input is read at all; without it, each is. */
  accepts?(source: Source): Promise<boolean>;
  /** For the progress bar. */
  counts(): Counts;
}

/** Accepts every input but one file, such as the configuration, which is no manifest. */
export function allBut(file: string | undefined): NonNullable<Reader['accepts']> {
  const realOf = (path: string): Promise<string> => realpath(path).catch(() => path);
  return async function isAnother({ path }) {
    return file === undefined || path === undefined || (await realOf(path)) !== (await realOf(file));
  };
}

/** The bytes of all inputs; undefined when any of them has no size. */
function totalSize(inputs: readonly (Source | Problem)[]): number | undefined {
  let total = 0;
  for (const input of inputs) {
    if ('message' in input) continue;
    if (input.size === undefined) return undefined;
    total += input.size;
  }
  return total;
}

/** The inputs that a reader accepts, and what could not be found. */
async function accepted(
  inputs: readonly (Source | Problem)[],
  reader: Reader,
): Promise<(Source | Problem)[]> {
  const kept: (Source | Problem)[] = [];
  for (const input of inputs) {
    if ('message' in input || (await reader.accepts?.(input)) !== false) kept.push(input);
  }
  return kept;
}

/**
 * Reads every object of files, folders and standard input, in order, with a progress bar where there is much to read
 * and someone to see it. What cannot be read is reported.
 *
 * @param paths none means standard input
 * @returns the inputs that were read, by the names that messages have for them
 * @throws UsageError when that would be a keyboard, or standard input is named twice
 */
export async function readEverything(
  paths: readonly string[],
  reader: Reader,
  { console, screen, stdinIsTerminal }: Surroundings,
): Promise<readonly string[]> {
  if (paths.length === 0 && stdinIsTerminal) {
    throw new UsageError(
      'no input: name files or folders, or pipe objects in, for example from kubectl get pods -A -o json',
    );
  }
  if (paths.filter((path) => path === STDIN_ARGUMENT).length > 1) {
    throw new UsageError('"-" stands twice: standard input can be read only once');
  }
  const inputs = await accepted(await findSources(paths.length === 0 ? [STDIN_ARGUMENT] : paths), reader);
  const progress = new Progress(screen, totalSize(inputs), reader.counts);
  console.progress = progress;
  const sink = {
    object: reader.object.bind(reader),
    problem: reader.problem?.bind(reader) ?? console.report.bind(console),
  };
  await readInputs(inputs, sink, {
    after(bytes) {
      progress.advance(bytes);
      return console.drained();
    },
  });
  console.progress = undefined;
  console.closeReports();
  return inputs.flatMap((input) => ('message' in input ? [] : [input.name]));
}
