import { formatSelector, tryParseSelector } from '../../index.ts';
import { EXIT, type ExitStatus } from '../exit.ts';
import type { Console } from '../output/console.ts';
import { renderFinding } from '../output/diagnostics.ts';
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
  for await (const { text, line } of selectorTexts(args, stdinIsTerminal, console)) {
    const result = tryParseSelector(text);
    if (result.ok) {
      console.line(formatSelector(result.selector));
    } else {
      isInvalid = true;
      const style = console.errorStyle;
      const place = line === undefined ? '' : style.bold(`<stdin>:${line}: `);
      console.note(`${place}${style.red('error:')} this selector is not valid`);
      for (const finding of result.diagnostics)
        console.note(renderFinding(text, finding, 'error', style, line));
    }
    await console.drained();
  }
  return console.problems > 0 ? EXIT.trouble : isInvalid ? EXIT.no : EXIT.yes;
}
