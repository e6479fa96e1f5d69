import { allOf, type Selector, tryParseSelector } from '../../index.ts';
import { UsageError } from '../exit.ts';
import type { Console } from '../output/console.ts';
import { renderFinding } from '../output/diagnostics.ts';

/**
 * The selector of a text, with its warnings told on standard error. Where there is none, everything that is wrong is
 * added to `refused`.
 */
function readText(text: string, console: Console, refused: string[]): Selector | undefined {
  const result = tryParseSelector(text);
  const { errorLayout } = console;
  if (result.ok) {
    for (const warning of result.warnings) console.note(renderFinding(text, warning, 'warning', errorLayout));
    return result.selector;
  }
  refused.push(...result.diagnostics.map((finding) => renderFinding(text, finding, 'error', errorLayout)));
  return undefined;
}

/**
 * The selector of a command that needs a valid one, from all the texts given for it, ANDed. Warnings are told on
 * standard error.
 *
 * @throws UsageError with every diagnostic of every text
 */
export function readSelector(texts: readonly string[], console: Console): Selector {
  const refused: string[] = [];
  const selectors = texts.flatMap((text) => readText(text, console, refused) ?? []);
  if (refused.length > 0) throw new UsageError(`the selector is not valid\n${refused.join('\n')}`);
  const [only, ...others] = selectors;
  return only !== undefined && others.length === 0 ? only : allOf(...selectors);
}

/**
 * The two selectors of a command that compares them, A and B. Warnings are told on standard error.
 *
 * @throws UsageError with every diagnostic of both
 */
export function readPair([a, b]: readonly [string, string], console: Console): readonly [Selector, Selector] {
  const [ofA, ofB]: [string[], string[]] = [[], []];
  const first = readText(a, console, ofA);
  const second = readText(b, console, ofB);
  if (first !== undefined && second !== undefined) return [first, second];
  const refused = [
    ...(ofA.length > 0 ? ['A is not valid', ...ofA] : []),
    ...(ofB.length > 0 ? ['B is not valid', ...ofB] : []),
  ];
  throw new UsageError(refused.join('\n'));
}

/** The label keys a selector asks about. */
export function keysOf(selector: Selector): ReadonlySet<string> {
  return new Set(selector.alternatives.flatMap((alternative) => alternative.map(({ key }) => key)));
}
