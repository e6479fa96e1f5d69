import { formatSelector, tryParseSelector } from '../../index.ts';
import { EXIT, type ExitStatus } from '../exit.ts';
import type { Console } from '../output/console.ts';
import { tellInvalid } from './invalid-selector.ts';
import { selectorTexts } from './selector-texts.ts';

/**
 * `labelwise fmt`: writes every selector in canonical form, one on a line. Invalid ones are left out of the results,
 * and told of on standard error.
 *
 * @returns no when any selector is invalid, trouble when a line of standard input cannot be read
 */
export async function fmt(
  args: readonly string[],
  console: Console,
  stdinIsTerminal: boolean,
): Promise<ExitStatus> {
  let isInvalid = false;
  for await (const selector of selectorTexts(args, stdinIsTerminal, console)) {
    const result = tryParseSelector(selector.text);
    if (result.ok) {
      console.line(formatSelector(result.selector));
    } else {
      isInvalid = true;
      tellInvalid(selector, result.diagnostics, console);
    }
    await console.drained();
  }
  return console.problems > 0 ? EXIT.trouble : isInvalid ? EXIT.no : EXIT.yes;
}
