import type { Severity } from '../../manifests.ts';
import { UsageError } from '../exit.ts';
import { STDIN_ARGUMENT } from '../input/sources.ts';
import type { LintForm } from '../output/lint-forms.ts';
import { printable } from '../output/printable.ts';

/** The options of `labelwise lint`. */
export interface LintCommandOptions {
  readonly output: LintForm;
  readonly all?: true;
  readonly namespace?: string;
  readonly failOn?: Severity;
  readonly strict?: true;
  /** A file, or false for none; undefined where one is looked for. */
  readonly config?: string | false;
  readonly against: readonly string[];
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly fix?: true;
  readonly dryRun?: true;
  readonly rules?: true;
  readonly explain?: string;
}

/** The severities that may be what fails a run. */
export const FAIL_ON: readonly Severity[] = ['error', 'warning', 'advice'];

/** @throws UsageError where options, or options and inputs, contradict each other */
export function refuseContradictions(paths: readonly string[], options: LintCommandOptions): void {
  const { fix, dryRun, output, writeBaseline, strict, failOn, namespace } = options;
  if (namespace !== undefined && !/^[^\s,/]+$/.test(namespace)) {
    throw new UsageError(`--namespace "${printable(namespace)}" is not the name of one namespace`);
  }
  if (strict === true && failOn !== undefined && failOn !== 'advice') {
    throw new UsageError(`--strict fails on advice, and --fail-on ${failOn} does not: leave one of them out`);
  }
  if (dryRun === true && fix !== true) throw new UsageError('--dry-run shows what --fix would do: add --fix');
  if (dryRun === true && output !== 'text') {
    throw new UsageError(`--dry-run writes a diff, and nothing as ${output}: leave -o ${output} out`);
  }
  if (fix === true && (paths.length === 0 || paths.includes(STDIN_ARGUMENT))) {
    throw new UsageError('standard input cannot be mended in place: name files or folders for --fix');
  }
  if (fix === true && writeBaseline !== undefined) {
    throw new UsageError('--fix and --write-baseline are two steps: mend first, and write down what is left');
  }
}
