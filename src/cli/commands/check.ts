import { type Diagnostic, formatSelector, tryParseSelector } from '../../index.ts';
import { EXIT, type ExitStatus, UsageError } from '../exit.ts';
import type { Console } from '../output/console.ts';
import { renderFinding } from '../output/diagnostics.ts';
import { printable } from '../output/printable.ts';
import { shortened } from '../output/shortened.ts';
import { type SelectorText, selectorTexts } from './selector-texts.ts';

/** The options of `labelwise check`. */
export interface CheckOptions {
  readonly output: 'text' | 'json';
}

/** One selector, checked; the shape of `-o json`. */
interface Verdict {
  readonly selector: string;
  readonly line?: number;
  readonly ok: boolean;
  /** The canonical text; null when the selector is not valid. */
  readonly print: string | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

function verdictOn({ text, line }: SelectorText): Verdict {
  const result = tryParseSelector(text);
  return {
    selector: text,
    ...(line !== undefined && { line }),
    ok: result.ok,
    print: result.ok ? formatSelector(result.selector) : null,
    diagnostics: result.ok ? [] : result.diagnostics,
    warnings: result.ok ? result.warnings : [],
  };
}

function writeText({ selector, line, ok, diagnostics, warnings }: Verdict, console: Console): void {
  const { style } = console;
  const place = line === undefined ? '' : style.bold(`<stdin>:${line}: `);
  const verdict = ok ? style.green('valid') : style.red('invalid');
  console.line(
    `${place}${verdict}: ${selector.trim() === '' ? '(empty: selects everything)' : printable(shortened(selector))}`,
  );
  for (const finding of diagnostics) console.line(renderFinding(selector, finding, 'error', console, line));
  for (const finding of warnings) console.line(renderFinding(selector, finding, 'warning', console, line));
}

/**
 * `labelwise check`: parses every selector, and shows every mistake in its place with what would mend it.
 *
 * @returns no when any selector is invalid, trouble when a line of standard input cannot be read
 * @throws UsageError where there is none: an empty variable of a script would pass for valid
 */
export async function check(
  args: readonly string[],
  options: CheckOptions,
  console: Console,
  stdinIsTerminal: boolean,
): Promise<ExitStatus> {
  let total = 0;
  let invalid = 0;
  const isJson = options.output === 'json';
  for await (const text of selectorTexts(args, stdinIsTerminal, console)) {
    const verdict = verdictOn(text);
    total++;
    if (!verdict.ok) invalid++;
    if (isJson) console.write(`${total === 1 ? '[' : ','}\n  ${JSON.stringify(verdict)}`);
    else writeText(verdict, console);
    await console.drained();
  }
  if (total === 0 && args.length === 0 && console.problems === 0) {
    throw new UsageError('no selector was given: there is no argument, and standard input is empty');
  }
  if (isJson) console.line(total === 0 ? '[]' : '\n]');
  else if (total > 1) console.line(`${total} selectors: ${total - invalid} valid, ${invalid} invalid`);
  return console.problems > 0 ? EXIT.trouble : invalid > 0 ? EXIT.no : EXIT.yes;
}
