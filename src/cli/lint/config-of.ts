import { resolve } from 'node:path';
import type { Console } from '../output/console.ts';
import { emptyConfig, type LintConfig } from './config.ts';
import { findConfig, shownPath } from './find-config.ts';
import { readConfig } from './read-config.ts';

/** A configuration with the file it is from. */
export interface ConfigInUse {
  readonly config: LintConfig;
  /** Absolute; undefined where there is none. */
  readonly path: string | undefined;
}

/**
 * The configuration that a run is to use.
 *
 * @param asked the file that is named, false for none, or undefined for the one that is found
 * @returns undefined where it has mistakes, which were reported
 * @throws UsageError where it is not clear which file it is
 */
export async function configOf(
  asked: string | false | undefined,
  console: Console,
): Promise<ConfigInUse | undefined> {
  const here = process.cwd();
  const path = asked === false ? undefined : asked === undefined ? findConfig(here) : resolve(asked);
  if (path === undefined) return { config: emptyConfig(here), path };
  const result = await readConfig(
    path,
    asked === undefined || asked === false ? shownPath(path, here) : asked,
  );
  if (result.ok) return { config: result.config, path };
  for (const problem of result.problems) console.report(problem);
  console.closeReports();
  console.tell('nothing was read: the configuration has to be right first');
  return undefined;
}
