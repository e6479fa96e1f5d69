import { findConflicts, formatSelector, isSatisfiable, simplify, tryParseSelector } from '../../index.ts';
import { EXIT, type ExitStatus } from '../exit.ts';
import type { Console } from '../output/console.ts';
import { conflictText } from '../output/demands.ts';
import { renderFinding } from '../output/diagnostics.ts';
import { printable } from '../output/printable.ts';
import { selectorTexts } from './selector-texts.ts';

/**
 * `labelwise simplify`: writes the simplest selector that matches the same, one on a line. What is not valid is left out,
 * and told of on standard error; what matches nothing has no text in the language, and is written `<nothing>`.
 *
 * @returns no when any selector is invalid or matches nothing, trouble when a line of standard input cannot be read
 */
export async function simplifySelectors(
  args: readonly string[],
  console: Console,
  stdinIsTerminal: boolean,
): Promise<ExitStatus> {
  let isFine = true;
  for await (const { text, line } of selectorTexts(args, stdinIsTerminal, console)) {
    const result = tryParseSelector(text);
    const style = console.errorStyle;
    const place = line === undefined ? '' : style.bold(`<stdin>:${line}: `);
    if (!result.ok) {
      isFine = false;
      console.note(`${place}${style.red('error:')} this selector is not valid`);
      for (const finding of result.diagnostics)
        console.note(renderFinding(text, finding, 'error', style, line));
      continue;
    }
    console.line(formatSelector(simplify(result.selector)));
    if (!isSatisfiable(result.selector)) {
      isFine = false;
      const why = (findConflicts(result.selector) ?? []).map((conflict) =>
        conflictText(conflict, ['it', 'it']),
      );
      console.note(
        `${place}${style.yellow('warning:')} ${printable(`${text.trim()} matches nothing: ${why.join('; ')}`)}`,
      );
    }
    await console.drained();
  }
  return console.problems > 0 ? EXIT.trouble : isFine ? EXIT.yes : EXIT.no;
}
