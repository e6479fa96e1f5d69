import type { LintFinding } from '../../manifests.ts';
import { fingerprintOf } from '../lint/fingerprint.ts';
import { type LintReport, shownOf } from '../lint/report.ts';
import { summaryText } from '../lint/summary.ts';
import type { Layout } from './layout.ts';
import type { LintForm } from './lint-forms.ts';
import { githubLine, githubProblem } from './lint-github.ts';
import { lintJson } from './lint-json.ts';
import { junitReport } from './lint-junit.ts';
import { markdownReport } from './lint-markdown.ts';
import { type Suppression, sarifLog } from './lint-sarif.ts';
import { lintText } from './lint-text.ts';

/** Writes a report in some form; with a line end at its end, or nothing at all. */
export type LintWriter = (report: LintReport, layout: Layout) => string;

function shownFindings(report: LintReport): readonly LintFinding[] {
  return shownOf(report).map(({ finding }) => finding);
}

/** Why findings do not count, of those that do not. */
function suppressionsOf({ findings }: LintReport): (finding: LintFinding) => Suppression | undefined {
  const suppressions = new Map<LintFinding, Suppression>();
  for (const { finding, standing } of findings) {
    if (standing.kind === 'known') {
      suppressions.set(finding, { kind: 'external', justification: 'in the baseline' });
    } else if (standing.kind === 'ignored') {
      const kind = standing.by === 'configuration' ? 'external' : 'inSource';
      suppressions.set(finding, { kind, justification: standing.reason });
    }
  }
  return (finding) => suppressions.get(finding);
}

function sarif(report: LintReport): string {
  const { findings, problems, version, showsAll } = report;
  // What is ignored stands in the log as such; what is not certain only where it is asked for.
  const told = findings.filter(({ standing, isPlain }) => showsAll || isPlain || standing.kind !== 'counts');
  const context = { version, problems, fingerprintOf, suppressionOf: suppressionsOf(report) };
  const log = sarifLog(
    told.map(({ finding }) => finding),
    context,
  );
  return `${JSON.stringify(log, null, 2)}\n`;
}

function github(report: LintReport): string {
  const lines = [...report.problems.map(githubProblem), ...shownFindings(report).map(githubLine)];
  return lines.map((line) => `${line}\n`).join('');
}

function junit(report: LintReport): string {
  const failing = new Set(report.findings.filter(({ fails }) => fails).map(({ finding }) => finding));
  const { sources, problems } = report;
  return junitReport(shownFindings(report), { sources, problems, fails: (finding) => failing.has(finding) });
}

function markdown(report: LintReport): string {
  const { problems } = report;
  return markdownReport(shownFindings(report), { summary: summaryText(report), problems });
}

/** What writes each form. */
export const LINT_WRITERS: { readonly [F in LintForm]: LintWriter } = {
  text: lintText,
  json: lintJson,
  sarif,
  github,
  junit,
  markdown,
};
