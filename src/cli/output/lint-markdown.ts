import type { LintFinding, Problem } from '../../manifests.ts';

/** What a summary has beside its findings. */
export interface MarkdownContext {
  /** The line that counts everything: "2 errors in 14 objects of 3 files". */
  readonly summary: string;
  readonly problems: readonly Problem[];
}

/** Text within a cell of a table: what Markdown or a table would read is escaped, and HTML shown as it is. */
function cell(text: string): string {
  return text
    .replace(/[\\|*_`[\]~#]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\s*\n\s*/g, '<br>');
}

/** A text as code in a cell, where nothing but a bar and a backtick means anything. */
function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text.replaceAll('|', '\\|')}${fence}`;
}

function row({ rule, severity, verdict, source, region, object, message, mend, doubt }: LintFinding): string {
  const kind = verdict === 'definite' ? severity : `${severity}, ${verdict}`;
  const sentences = [message, ...(doubt === undefined ? [] : [doubt]), ...(mend === undefined ? [] : [mend])];
  const cells = [
    code(`${source}:${region.start.line}`),
    kind,
    cell(object),
    cell(sentences.join('; ')),
    code(rule),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Findings as Markdown, for a comment or the summary of a workflow. */
export function markdownReport(
  findings: readonly LintFinding[],
  { summary, problems }: MarkdownContext,
): string {
  const unread = problems.map(
    ({ source, position, message }) =>
      `- ${code(position === undefined ? source : `${source}:${position.line}`)} could not be read: ${cell(message)}`,
  );
  const table =
    findings.length === 0
      ? []
      : [
          '| place | severity | object | what | rule |',
          '| --- | --- | --- | --- | --- |',
          ...findings.map(row),
          '',
        ];
  return [
    '### labelwise',
    '',
    cell(summary),
    '',
    ...table,
    ...unread,
    ...(unread.length > 0 ? [''] : []),
  ].join('\n');
}
