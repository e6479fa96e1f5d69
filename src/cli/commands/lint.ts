import { resolve } from 'node:path';
import { type LintFinding, lintManifests } from '../../manifests.ts';
import { EXIT, type ExitStatus, UsageError } from '../exit.ts';
import { acceptedOf } from '../lint/accepted.ts';
import { knownFinding, readBaseline, writeBaseline } from '../lint/baseline.ts';
import type { LintConfig } from '../lint/config.ts';
import { configOf } from '../lint/config-of.ts';
import { pathBelow } from '../lint/configured-ignores.ts';
import { textOfFile, writeFixed } from '../lint/fix-files.ts';
import { type FixedInputs, fixInputs } from '../lint/fixing.ts';
import { allOf, type Inputs, readableOf, readLintInputs } from '../lint/inputs.ts';
import { type Judgement, type JudgeSettings, judge } from '../lint/judge.ts';
import { type LintCommandOptions, refuseContradictions } from '../lint/options.ts';
import { ALL_RULES, ruleOf, unknownRule, withoutIgnoreRules } from '../lint/rule-list.ts';
import type { Console } from '../output/console.ts';
import { rulesJson, rulesText, ruleText } from '../output/lint-rules.ts';
import { LINT_WRITERS } from '../output/lint-writers.ts';
import { printable } from '../output/printable.ts';
import { unifiedDiff } from '../output/unified-diff.ts';
import { findingsAgainst } from './lint-against.ts';
import { concludeLint, tellFixes, tellStale } from './lint-notes.ts';
import type { Surroundings } from './reading.ts';

/** What a run of the linter needs besides its inputs and options. */
export interface LintSurroundings extends Surroundings {
  /** Of labelwise. */
  readonly version: string;
}

/** Tells about rules, and reads nothing. */
function tellRules(
  { explain, output }: LintCommandOptions,
  { rules }: LintConfig,
  console: Console,
): ExitStatus {
  const rule = explain === undefined ? undefined : ruleOf(explain);
  if (rule !== undefined) console.write(ruleText(rule, rules, console));
  else if (explain !== undefined) throw new UsageError(printable(unknownRule(explain).join(': ')));
  else console.write(output === 'json' ? rulesJson(ALL_RULES, rules) : rulesText(ALL_RULES, rules, console));
  return EXIT.yes;
}

function settingsOf(options: LintCommandOptions, config: LintConfig): Omit<JudgeSettings, 'known'> {
  const asked = options.failOn ?? (options.strict === true ? 'advice' : undefined);
  return {
    config,
    namespace: options.namespace ?? config.namespace ?? 'default',
    failOn: asked ?? config.failOn ?? 'warning',
  };
}

/** What the rules find in inputs. */
function findingsIn(inputs: Inputs, { config, namespace }: JudgeSettings): readonly LintFinding[] {
  const { objects, problems } = allOf(inputs);
  return lintManifests(objects, { problems, namespace, rules: withoutIgnoreRules(config.rules) });
}

/** Mends what can be mended safely, in files, or in a diff of them. */
async function mend(
  inputs: Inputs,
  settings: JudgeSettings,
  isDry: boolean,
  console: Console,
): Promise<FixedInputs> {
  const fixed = await fixInputs(
    inputs,
    (now) => judge(findingsIn(now, settings), allOf(now), settings).findings,
    textOfFile,
  );
  if (isDry) {
    for (const { source, before, after } of fixed.texts) {
      console.write(unifiedDiff(pathBelow(process.cwd(), source), before, after));
    }
    console.flush();
  } else {
    for (const problem of await writeFixed(fixed.texts)) console.report(problem);
  }
  tellFixes(fixed, isDry, console);
  return fixed;
}

/** Writes down what was found, and judges it again as known. */
async function accept(
  path: string,
  { findings }: Judgement,
  showsAll: boolean,
  judgeWith: (known: JudgeSettings['known']) => Judgement,
  console: Console,
): Promise<Judgement> {
  const known = acceptedOf(findings, showsAll).map(knownFinding);
  await writeBaseline(path, known);
  console.note(
    `${known.length === 1 ? '1 finding' : `${known.length} findings`} written to ${printable(path)}`,
  );
  return judgeWith(known);
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
  const { config } = inUse;
  if (options.rules === true || options.explain !== undefined) return tellRules(options, config, console);

  const known = options.baseline === undefined ? [] : await readBaseline(options.baseline);
  const settings = { ...settingsOf(options, config), known };
  const ownFiles = [inUse.path, options.baseline, options.writeBaseline].flatMap((path) =>
    path === undefined ? [] : [resolve(path)],
  );
  const read = await readLintInputs(paths, config, ownFiles, surroundings);
  for (const problem of allOf(read).problems) console.report(problem);
  console.closeReports();

  const isDry = options.dryRun === true;
  const fixed = options.fix === true ? await mend(read, settings, isDry, console) : undefined;
  const inputs = isDry || fixed === undefined ? read : fixed.inputs;
  const all = allOf(inputs);
  const against =
    options.against.length === 0
      ? undefined
      : await findingsAgainst(
          options.against,
          { paths, ...all },
          { namespace: settings.namespace, rules: withoutIgnoreRules(config.rules) },
          console,
        );
  const found = [...findingsIn(inputs, settings), ...(against?.findings ?? [])];
  const judgeWith = (entries: JudgeSettings['known']): Judgement =>
    judge(found, all, { ...settings, known: entries });
  let judgement = judgeWith(known);
  if (options.writeBaseline !== undefined) {
    if (console.problems > 0) {
      console.note(`${printable(options.writeBaseline)} is not written, since not everything could be read`);
    } else {
      judgement = await accept(options.writeBaseline, judgement, options.all === true, judgeWith, console);
    }
  }

  const report = {
    ...judgement,
    problems: [...all.problems, ...(against?.problems ?? [])],
    sources: readableOf(inputs),
    objects: all.objects.length,
    passedOver: inputs.passedOver,
    fixed: { fixes: fixed?.fixes ?? 0, files: fixed?.texts.length ?? 0 },
    showsAll: options.all === true,
    version,
  };
  if (!isDry) console.write(LINT_WRITERS[options.output](report, console));
  console.flush();
  if (options.baseline !== undefined) tellStale(report, options.baseline, console);
  return concludeLint(
    report.objects,
    report.findings.some(({ fails }) => fails),
    console,
  );
}
