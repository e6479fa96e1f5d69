import { wrapped } from './output/layout.ts';

/** No line of help is wider: screens that nobody has made wider are as wide. */
const COLUMNS = 80;

/** What inputs are, for help. */
export const INPUTS: string = `
Inputs:
  Files, folders and - (standard input), which alone is read when none is named.
  YAML with any number of documents, JSON, Kubernetes lists, JSON arrays, and
  NDJSON, told by the extension, and by the content where that says nothing.
  Of folders: all .yaml, .yml, .json, .ndjson and .jsonl files, in any depth,
  but none in node_modules and .git. Inputs of any size are read in bounded
  memory. What cannot be read is reported with file, line and column, and the
  rest is read.`;

/** What is said of namespaces. */
export const NAMESPACES: string = `
Namespaces:
  Objects that name none count as in "default", where they would be applied.`;

/** What is said of namespaces where a configuration may say it too. */
export const CONFIGURED_NAMESPACES: string = `${NAMESPACES}
  A configuration may say otherwise, as namespace: shop, and describe kinds of
  your own: labelwise lint --help has it.`;

/** What the exit status says. */
export function exitStatus(yes: string, no: string, trouble: string): string {
  const lines = [yes, no, trouble].map((text, status) => wrapped(`  ${status}  ${text}`, COLUMNS, 5));
  return `\nExit status:\n${lines.join('\n')}`;
}

/**
 * What trouble is for a command that reads on where an input cannot be read.
 *
 * @param reasons why it may end before it reads anything
 */
export function readingTrouble(...reasons: readonly string[]): string {
  return `${reasons.join(', ')}, or input that cannot be read; the rest is still read`;
}
