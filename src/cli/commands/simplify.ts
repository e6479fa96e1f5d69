import { findConflicts, formatSelector, type Selector, simplify, tryParseSelector } from '../../index.ts';
import { EXIT, type ExitStatus } from '../exit.ts';
import type { Console } from '../output/console.ts';
import { contradictionLines } from '../output/contradiction.ts';
import { ledBy } from '../output/layout.ts';
import { printable } from '../output/printable.ts';
import { shortened } from '../output/shortened.ts';
import { simplificationLines } from '../output/simplification.ts';
import { placeOfText, tellInvalid } from './invalid-selector.ts';
import { type SelectorText, selectorTexts } from './selector-texts.ts';

/** The options of `labelwise simplify`. */
export interface SimplifyOptions {
  readonly explain?: boolean;
}

/** Tells on standard error that a selector matches nothing, and why. */
function tellContradiction(text: SelectorText, selector: Selector, console: Console): void {
  const { errorStyle: style } = console;
  const place = placeOfText(text);
  const shown = shortened(text.text.trim());
  for (const line of contradictionLines(
    `${place}warning:`,
    () => style.bold(place) + style.yellow('warning:'),
    printable(` ${shown} matches nothing:`),
    findConflicts(selector) ?? [],
    console.errorLayout,
  ))
    console.note(line);
}

/** Tells on standard error what became of a selector, below the result. */
function tellChanges(text: SelectorText, selector: Selector, simplest: Selector, console: Console): void {
  const { errorStyle: style, errorColumns: columns } = console;
  const place = placeOfText(text);
  const paint = (): string => style.bold(place) + style.cyan('note:');
  for (const line of simplificationLines(selector, simplest))
    console.note(ledBy(`${place}note:`, paint, ` ${line}`, { columns }));
}

/**
 * `labelwise simplify`: writes the simplest selector that matches the same, one on a line. What is not valid is left out,
 * and told of on standard error; what matches nothing has no text in the language, and is written `<nothing>`, since an
 * empty line would match everything.
 *
 * @returns no when any selector is invalid or matches nothing, trouble when a line of standard input cannot be read
 */
export async function simplifySelectors(
  args: readonly string[],
  options: SimplifyOptions,
  console: Console,
  stdinIsTerminal: boolean,
): Promise<ExitStatus> {
  let isFine = true;
  for await (const text of selectorTexts(args, stdinIsTerminal, console)) {
    const result = tryParseSelector(text.text);
    if (result.ok) {
      const simplest = simplify(result.selector);
      console.line(formatSelector(simplest));
      if (simplest.alternatives.length === 0) {
        isFine = false;
        tellContradiction(text, result.selector, console);
      } else if (options.explain === true) {
        tellChanges(text, result.selector, simplest, console);
      }
    } else {
      isFine = false;
      tellInvalid(text, result.diagnostics, console);
    }
    await console.drained();
  }
  return console.problems > 0 ? EXIT.trouble : isFine ? EXIT.yes : EXIT.no;
}
