import type { LintFinding, Problem } from '../../manifests.ts';

/** A message of a workflow command: what would end it is escaped. */
function messageText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property of a workflow command, which a comma or a colon would end as well. */
function propertyText(text: string): string {
  return messageText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

const COMMANDS = { error: 'error', warning: 'warning', advice: 'notice' } as const;

/**
 * A finding as a workflow command of GitHub Actions, which shows it at its line. What is not definite is a notice,
 * whatever its severity.
 */
export function githubLine({
  rule,
  severity,
  verdict,
  source,
  region,
  message,
  mend,
  doubt,
}: LintFinding): string {
  const { start, end } = region;
  const command = verdict === 'definite' ? COMMANDS[severity] : 'notice';
  const sameLine = start.line === end.line;
  const properties = [
    `file=${propertyText(source)}`,
    `line=${start.line}`,
    `endLine=${end.line}`,
    // Columns are taken for one line only.
    ...(sameLine ? [`col=${start.column}`, `endColumn=${end.column}`] : []),
    `title=${propertyText(`labelwise ${rule}`)}`,
  ];
  const sentences = [
    message,
    ...(doubt === undefined ? [] : [`${verdict}: ${doubt}`]),
    ...(mend === undefined ? [] : [mend]),
  ];
  return `::${command} ${properties.join()}::${messageText(sentences.join('\n'))}`;
}

/** What could not be read, as an error at its place. */
export function githubProblem({ source, position, message, mend }: Problem): string {
  const properties = [
    `file=${propertyText(source)}`,
    ...(position === undefined ? [] : [`line=${position.line}`, `col=${position.column}`]),
    'title=labelwise',
  ];
  const text = mend === undefined ? message : `${message}\n${mend}`;
  return `::error ${properties.join()}::${messageText(text)}`;
}
