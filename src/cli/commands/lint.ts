import { resolve } from 'node:path';
import { EXIT, type ExitStatus } from '../exit.ts';
import { readBaseline } from '../lint/baseline.ts';
import type { LintConfig } from '../lint/config.ts';
import { type ConfigInUse, configOf } from '../lint/config-of.ts';
import { findingsIn } from '../lint/findings-in.ts';
import { allOf, type Inputs, readableOf, readLintInputs } from '../lint/inputs.ts';
import { type Judgement, type JudgeSettings, judge } from '../lint/judge.ts';
import { judgedOnce } from '../lint/judged-once.ts';
import { type LintCommandOptions, refuseContradictions } from '../lint/options.ts';
import type { LintReport } from '../lint/report.ts';
import { withoutIgnoreRules } from '../lint/rule-list.ts';
import { LINT_WRITERS } from '../output/lint-writers.ts';
import { accept } from './lint-accepting.ts';
import { type Against, findingsAgainst } from './lint-against.ts';
import { mend } from './lint-mending.ts';
import { concludeLint, tellStale } from './lint-notes.ts';
import { tellRules } from './lint-told-rules.ts';
import type { Surroundings } from './reading.ts';

/** What a run of the linter needs besides its inputs and options. */
export interface LintSurroundings extends Surroundings {
  /** Of labelwise. */
  readonly version: string;
}

function settingsOf(options: LintCommandOptions, config: LintConfig): Omit<JudgeSettings, 'known'> {
  const asked = options.failOn ?? (options.strict === true ? 'advice' : undefined);
  return {
    config,
    namespace: options.namespace ?? config.namespace ?? 'default',
    failOn: asked ?? config.failOn ?? 'warning',
  };
}

/** Reads everything, but the command's own files, and reports what cannot be read. */
async function readAll(
  paths: readonly string[],
  { baseline, writeBaseline }: LintCommandOptions,
  { config, path }: ConfigInUse,
  surroundings: Surroundings,
): Promise<Inputs> {
  const { console } = surroundings;
  const ownFiles = [path, baseline, writeBaseline].flatMap((file) =>
    file === undefined ? [] : [resolve(file)],
  );
  const inputs = await readLintInputs(paths, config, ownFiles, surroundings);
  for (const problem of allOf(inputs).problems) console.report(problem);
  console.closeReports();
  return inputs;
}

/** What has changed since there was something else, if it is asked about. */
async function sinceThen(
  paths: readonly string[],
  { against }: LintCommandOptions,
  inputs: Inputs,
  { config, namespace }: JudgeSettings,
  { console }: Surroundings,
): Promise<Against> {
  if (against.length === 0) return { findings: [], problems: [] };
  const { objects, problems } = allOf(inputs);
  const rules = withoutIgnoreRules(config.rules);
  return await findingsAgainst(
    against,
    { paths, objects, problems },
    { namespace, rules, kinds: config.kinds },
    console,
  );
}

/**
 * `labelwise lint`: looks for mistakes in the selectors of everything that is read, all of it together.
 *
 * @returns no where a finding fails the run; trouble where not everything could be read, or the configuration is wrong
 * @throws UsageError where it is not clear what is asked
 */
export async function lint(
  paths: readonly string[],
  options: LintCommandOptions,
  surroundings: LintSurroundings,
): Promise<ExitStatus> {
  const { console, version } = surroundings;
  refuseContradictions(paths, options);
  const inUse = await configOf(options.config, console);
  if (inUse === undefined) return EXIT.trouble;
  if (options.rules === true || options.explain !== undefined) {
    return tellRules(options, inUse.config, console);
  }

  const known = options.baseline === undefined ? [] : await readBaseline(options.baseline);
  const settings = { ...settingsOf(options, inUse.config), known };
  const isDry = options.dryRun === true;
  const showsAll = options.all === true;
  const read = await readAll(paths, options, inUse, surroundings);
  const fixed = options.fix === true ? await mend(read, settings, isDry, console) : undefined;
  const inputs = isDry ? read : (fixed?.inputs ?? read);
  const all = allOf(inputs);
  const changes = await sinceThen(paths, options, inputs, settings, surroundings);
  const found = [...findingsIn(inputs, settings), ...changes.findings];

  const judgeWith = (entries: JudgeSettings['known']): Judgement =>
    judge(found, all, { ...settings, known: entries });
  const first = judgeWith(known);
  const { findings: judged, stale } =
    options.writeBaseline === undefined
      ? first
      : await accept(options.writeBaseline, first, showsAll, judgeWith, console);
  const findings = judgedOnce(judged);
  const report: LintReport = {
    findings,
    stale,
    problems: [...all.problems, ...changes.problems],
    sources: readableOf(inputs),
    objects: all.objects.length,
    passedOver: inputs.passedOver,
    fixed: { fixes: fixed?.fixes ?? 0, files: fixed?.texts.length ?? 0 },
    showsAll,
    version,
  };
  if (!isDry) console.write(LINT_WRITERS[options.output](report, console));
  if (options.baseline !== undefined) tellStale(report, options.baseline, console);
  const isFailing = findings.some(({ fails }) => fails);
  return concludeLint(report.objects, isFailing, console);
}
