import type { LintFinding, Problem } from '../../manifests.ts';
import { xmlText } from './xml-text.ts';

/** What a report has beside its findings. */
export interface JunitContext {
  /** Every input, in the order read; one without findings passes. */
  readonly sources: readonly string[];
  readonly problems: readonly Problem[];
  /** Whether a finding fails the run. */
  readonly fails: (finding: LintFinding) => boolean;
}

function tag(name: string, attributes: Readonly<Record<string, string | number>>): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  return `<${name}${written.join('')}`;
}

function findingCase(finding: LintFinding, fails: boolean): string[] {
  const { rule, object, source, region, message, mend, doubt, severity, verdict } = finding;
  const place = `${source}:${region.start.line}:${region.start.column}`;
  const details = [
    place,
    ...(doubt === undefined ? [] : [`${verdict}: ${doubt}`]),
    ...(mend === undefined ? [] : [mend]),
  ];
  const open = `    ${tag('testcase', { name: `${rule} (line ${region.start.line})`, classname: object, file: source, line: region.start.line })}>`;
  const body = fails
    ? `      ${tag('failure', { type: severity, message })}>${xmlText(details.join('; '))}</failure>`
    : `      <system-out>${xmlText(`${severity}, ${verdict}: ${[message, ...details].join('; ')}`)}</system-out>`;
  return [open, body, '    </testcase>'];
}

function problemCase({ source, position, message, mend }: Problem): string[] {
  const line = position?.line ?? 1;
  const text = mend === undefined ? message : `${message}; ${mend}`;
  return [
    `    ${tag('testcase', { name: `can be read (line ${line})`, classname: source, file: source, line })}>`,
    `      ${tag('error', { type: 'unreadable', message: text })}/>`,
    '    </testcase>',
  ];
}

function suite(source: string, findings: readonly LintFinding[], context: JunitContext): string[] {
  const problems = context.problems.filter((problem) => problem.source === source);
  const failures = findings.filter(context.fails).length;
  const cases = [
    ...problems.flatMap(problemCase),
    ...findings.flatMap((finding) => findingCase(finding, context.fails(finding))),
  ];
  const passing =
    findings.length + problems.length === 0
      ? [`    ${tag('testcase', { name: 'no findings', classname: source, file: source })}/>`]
      : [];
  const tests = Math.max(1, findings.length + problems.length);
  return [
    `  ${tag('testsuite', { name: source, tests, failures, errors: problems.length })}>`,
    ...cases,
    ...passing,
    '  </testsuite>',
  ];
}

/** Findings as a JUnit report: one suite an input, one case a finding, and one for an input without any. */
export function junitReport(findings: readonly LintFinding[], context: JunitContext): string {
  const bySource = new Map<string, LintFinding[]>(context.sources.map((source) => [source, []]));
  for (const { source } of context.problems) if (!bySource.has(source)) bySource.set(source, []);
  for (const finding of findings) {
    const own = bySource.get(finding.source);
    if (own === undefined) bySource.set(finding.source, [finding]);
    else own.push(finding);
  }
  const suites = [...bySource].flatMap(([source, own]) => suite(source, own, context));
  const totals = {
    name: 'labelwise lint',
    tests: [...bySource].reduce(
      (sum, [source, own]) =>
        sum +
        Math.max(1, own.length + context.problems.filter((problem) => problem.source === source).length),
      0,
    ),
    failures: findings.filter(context.fails).length,
    errors: context.problems.length,
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `${tag('testsuites', totals)}>`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}
