import { realpath } from 'node:fs/promises';
import type { KubernetesObject, Problem } from '../../manifests.ts';
import { readEverything, type Surroundings } from '../commands/reading.ts';
import type { Source } from '../input/sources.ts';
import type { LintConfig } from './config.ts';
import { pathBelow } from './configured-ignores.ts';
import type { ReadManifests } from './judge.ts';

/** What one input holds. */
export interface ReadInput {
  readonly objects: readonly KubernetesObject[];
  readonly problems: readonly Problem[];
}

/** All inputs by the names that messages have for them, in the order read; and files that hold none of ours. */
export interface Inputs {
  readonly bySource: ReadonlyMap<string, ReadInput>;
  readonly passedOver: readonly string[];
}

/** Everything of some inputs together. */
export function allOf({ bySource }: Inputs): ReadManifests {
  const inputs = [...bySource.values()];
  return {
    objects: inputs.flatMap(({ objects }) => objects),
    problems: inputs.flatMap(({ problems }) => problems),
    sources: [...bySource.keys()],
  };
}

/** The inputs of which anything could be read. */
export function readableOf({ bySource }: Inputs): readonly string[] {
  return [...bySource].flatMap(([source, { objects, problems }]) =>
    objects.length > 0 || problems.length === 0 ? [source] : [],
  );
}

/** Whether a file holds none of ours, and does not look as if it should: a chart, values, files of other tools. */
function isForeign({ objects, problems }: ReadInput): boolean {
  return (
    objects.length === 0 && problems.length > 0 && problems.every((problem) => problem.isForeign === true)
  );
}

/** Takes each file once, however often it is named, and of folders nothing that is not meant. */
class Acceptance {
  readonly #seen: Set<string>;
  readonly #named: ReadonlySet<string>;
  readonly #config: LintConfig;

  constructor(paths: readonly string[], config: LintConfig, ownFiles: readonly string[]) {
    this.#named = new Set(paths);
    this.#config = config;
    this.#seen = new Set(ownFiles);
  }

  async accepts({ name, path }: Source): Promise<boolean> {
    if (path === undefined) return true;
    const { exclude, folder } = this.#config;
    if (!this.#named.has(path) && exclude.some((test) => test(pathBelow(folder, path)))) return false;
    const real = await realpath(path).catch(() => name);
    if (this.#seen.has(real)) return false;
    this.#seen.add(real);
    return true;
  }
}

/**
 * Reads everything that paths name, each file once. Of folders, what is excluded is not read, nor the command's own files,
 * and a file that holds none of ours is passed over, as long as there is anything else.
 *
 * @param ownFiles paths of the configuration and of baselines, which are no manifests
 * @throws UsageError as {@link readEverything} does
 */
export async function readLintInputs(
  paths: readonly string[],
  config: LintConfig,
  ownFiles: readonly string[],
  surroundings: Surroundings,
): Promise<Inputs> {
  const own = await Promise.all(ownFiles.map((path) => realpath(path).catch(() => path)));
  const acceptance = new Acceptance(paths, config, own);
  const read = new Map<string, { objects: KubernetesObject[]; problems: Problem[] }>();
  let count = 0;

  function inputOf(source: string): { objects: KubernetesObject[]; problems: Problem[] } {
    let input = read.get(source);
    if (input === undefined) {
      input = { objects: [], problems: [] };
      read.set(source, input);
    }
    return input;
  }

  const names = await readEverything(
    paths,
    {
      object(object) {
        count++;
        inputOf(object.origin.source).objects.push(object);
      },
      problem(problem) {
        inputOf(problem.source).problems.push(problem);
      },
      accepts: acceptance.accepts.bind(acceptance),
      counts: () => ({ objects: count }),
    },
    surroundings,
  );
  for (const name of names) inputOf(name);
  const passedOver = [...read].flatMap(([source, input]) =>
    count > 0 && !paths.includes(source) && isForeign(input) ? [source] : [],
  );
  const passed = new Set(passedOver);
  return { bySource: new Map([...read].filter(([source]) => !passed.has(source))), passedOver };
}
