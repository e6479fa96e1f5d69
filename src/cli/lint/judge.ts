import type { KubernetesObject, LintFinding, Problem, Severity } from '../../manifests.ts';
import { Baseline, type KnownFinding } from './baseline.ts';
import type { LintConfig } from './config.ts';
import { configuredIgnores } from './configured-ignores.ts';
import { findingsOfIgnores } from './ignore-findings.ts';
import { applyIgnores } from './ignores.ts';
import { ObjectBook } from './object-book.ts';
import type { JudgedFinding, Standing } from './report.ts';
import { isMissed } from './rule-list.ts';
import { writtenIgnores } from './written-ignores.ts';

/** What decides which findings count, and which of them fail. */
export interface JudgeSettings {
  readonly config: LintConfig;
  readonly namespace: string;
  readonly failOn: Severity;
  readonly known: readonly KnownFinding[];
}

/** What was read. */
export interface ReadManifests {
  readonly objects: readonly KubernetesObject[];
  readonly problems: readonly Problem[];
  readonly sources: readonly string[];
}

/** Findings with what becomes of each, and what is known and was not found. */
export interface Judgement {
  readonly findings: readonly JudgedFinding[];
  readonly stale: readonly KnownFinding[];
}

const WEIGHT: { readonly [S in Severity]: number } = { error: 3, warning: 2, advice: 1 };

/** By input, in the order read, and within it by place; what is in no input comes last. */
function inOrder(findings: readonly LintFinding[], sources: readonly string[]): LintFinding[] {
  const order = new Map(sources.map((source, index) => [source, index]));
  const orderOf = ({ source }: LintFinding): number => order.get(source) ?? sources.length;
  return [...findings].sort(
    (a, b) =>
      orderOf(a) - orderOf(b) ||
      a.region.start.line - b.region.start.line ||
      a.region.start.column - b.region.start.column,
  );
}

/** Says of each finding whether it counts, and adds what there is to find in what is said to be ignored. */
export function judge(
  found: readonly LintFinding[],
  { objects, problems, sources }: ReadManifests,
  { config, namespace, failOn, known }: JudgeSettings,
): Judgement {
  const book = new ObjectBook(objects);
  const ignores = [
    ...writtenIgnores(objects),
    ...configuredIgnores(config, objects, sources, namespace, book),
  ];
  const { by, unused } = applyIgnores(found, ignores, book);
  const ofIgnores = findingsOfIgnores(ignores, unused, config.rules, problems.length > 0);
  const baseline = new Baseline(known);
  const findings = inOrder([...found, ...ofIgnores], sources).map((finding): JudgedFinding => {
    const ignore = by.get(finding);
    const standing: Standing =
      ignore !== undefined
        ? { kind: 'ignored', by: ignore.by, reason: ignore.reason }
        : { kind: baseline.takes(finding) ? 'known' : 'counts' };
    const isPlain = standing.kind === 'counts' && finding.verdict === 'definite';
    return { finding, standing, isPlain, fails: isPlain && WEIGHT[finding.severity] >= WEIGHT[failOn] };
  });
  // What could not be read may hold what is missing.
  const left = problems.length > 0 ? [] : baseline.left();
  return { findings, stale: left.filter(({ rule }) => isMissed(rule, config.rules)) };
}
