import { explainMatch, formatSelector } from '../../index.ts';
import { EXIT, type ExitStatus, UsageError } from '../exit.ts';
import { readLabelFile } from '../input/label-file.ts';
import { findSources, reasonOf, STDIN_ARGUMENT } from '../input/sources.ts';
import type { Console } from '../output/console.ts';
import { explanationLines } from '../output/explanation.ts';
import { printable } from '../output/printable.ts';
import { readLabelArguments, warnOfLabels } from './label-arguments.ts';
import { readSelector } from './selectors.ts';

/** The options of `labelwise match`. */
export interface MatchOptions {
  readonly output: 'text' | 'json';
  readonly labelsFrom?: string;
}

async function labelsFrom(
  path: string,
  console: Console,
  stdinIsTerminal: boolean,
): Promise<Map<string, string> | undefined> {
  if (path === STDIN_ARGUMENT && stdinIsTerminal) {
    throw new UsageError(
      '--labels-from - reads standard input, which is a terminal: pipe the labels in, or name a file',
    );
  }
  const sink = { problem: console.report.bind(console) };
  const [source, second] = await findSources([path]);
  if (source === undefined || 'message' in source || second !== undefined) {
    const message =
      source !== undefined && 'message' in source ? source.message : 'this is a folder, not a file';
    console.report({ source: path, message });
    return undefined;
  }
  try {
    const labels = await readLabelFile(source, sink);
    if (labels === undefined) return undefined;
    const read = new Map(Object.entries(labels));
    // An empty pipe matches nothing, or much: whoever forgot something should know.
    if (read.size === 0) {
      console.tell(
        `${console.errorStyle.yellow('warning:')} there are no labels in ${printable(source.name)}`,
      );
    }
    return read;
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    console.report({ source: path, message: reasonOf(error) });
    return undefined;
  }
}

/**
 * `labelwise match`: whether a label set matches a selector, and why, requirement by requirement.
 *
 * @param args labels as `key=value`; they are added to those of a file, and win over them
 * @returns yes or no as it matches; trouble when the labels cannot be read
 */
export async function match(
  selectorText: string,
  args: readonly string[],
  options: MatchOptions,
  console: Console,
  stdinIsTerminal: boolean,
): Promise<ExitStatus> {
  const selector = readSelector([selectorText], console);
  const given = readLabelArguments(args);
  const labels =
    options.labelsFrom === undefined
      ? new Map()
      : await labelsFrom(options.labelsFrom, console, stdinIsTerminal);
  if (labels === undefined) return EXIT.trouble;
  for (const [key, value] of given) labels.set(key, value);
  warnOfLabels(labels, console);
  const explanation = explainMatch(selector, labels);
  if (options.output === 'json') {
    const { matches, alternatives } = explanation;
    console.line(JSON.stringify({ selector: formatSelector(selector), matches, alternatives }, null, 2));
  } else {
    console.line(console.style.bold(explanation.matches ? 'match' : 'no match'));
    for (const line of explanationLines(explanation, console.style)) console.line(line);
  }
  return explanation.matches ? EXIT.yes : EXIT.no;
}
