import {
  type DiffOptions,
  diffManifests,
  type KubernetesObject,
  type LintFinding,
  type Problem,
} from '../../manifests.ts';
import { UsageError } from '../exit.ts';
import { readInputs } from '../input/read-inputs.ts';
import { findSources, STDIN_ARGUMENT } from '../input/sources.ts';
import type { Console } from '../output/console.ts';

/** What was read of the objects as they are to be. */
export interface Current {
  readonly paths: readonly string[];
  readonly objects: readonly KubernetesObject[];
  readonly problems: readonly Problem[];
}

/** What a change does, and what could not be read of how it was before. */
export interface Against {
  readonly findings: readonly LintFinding[];
  readonly problems: readonly Problem[];
}

/**
 * `labelwise lint --against`: reads the objects as they were, and finds what the change to those that were read does to
 * their selectors. What could not be read of the old ones is reported.
 *
 * @param old files, folders and `-`, as they were given
 * @throws UsageError where standard input would be read twice
 */
export async function findingsAgainst(
  old: readonly string[],
  current: Current,
  options: Omit<DiffOptions, 'problems' | 'problemsBefore'>,
  console: Console,
): Promise<Against> {
  const isStdin = (path: string): boolean => path === STDIN_ARGUMENT;
  const times = old.filter(isStdin).length;
  const isReadAlready = current.paths.length === 0 || current.paths.some(isStdin);
  if (times > 1 || (times === 1 && isReadAlready)) {
    throw new UsageError('standard input can be read only once: let --against name files or folders');
  }
  const objects: KubernetesObject[] = [];
  const problems: Problem[] = [];
  const sink = {
    object: (object: KubernetesObject) => objects.push(object),
    problem(problem: Problem) {
      // Folders hold other files as well.
      if (problem.isForeign === true && !old.includes(problem.source)) return;
      problems.push(problem);
      console.report(problem);
    },
  };
  await readInputs(await findSources(old), sink, { after: () => console.drained() });
  console.closeReports();
  const findings = diffManifests(objects, current.objects, {
    ...options,
    problems: current.problems,
    problemsBefore: problems,
  });
  return { findings, problems };
}
