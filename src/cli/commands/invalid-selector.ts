import type { Diagnostic } from '../../index.ts';
import type { Console } from '../output/console.ts';
import { renderFinding } from '../output/diagnostics.ts';
import type { SelectorText } from './selector-texts.ts';

/** How a line about a selector begins: where it stood, of a line of standard input. */
export function placeOfText({ line }: SelectorText): string {
  return line === undefined ? '' : `<stdin>:${line}: `;
}

/** Tells on standard error why a selector is left out of the results. */
export function tellInvalid(
  selector: SelectorText,
  diagnostics: readonly Diagnostic[],
  console: Console,
): void {
  const { errorStyle: style } = console;
  console.note(`${style.bold(placeOfText(selector))}${style.red('error:')} this selector is not valid`);
  for (const finding of diagnostics)
    console.note(renderFinding(selector.text, finding, 'error', console.errorLayout, selector.line));
}
