import { allOf, type Selector, tryParseSelector } from '../../index.ts';
import { UsageError } from '../exit.ts';
import type { Console } from '../output/console.ts';
import { renderFinding } from '../output/diagnostics.ts';

/**
 * The selector of a command that needs a valid one, from all the texts given for it, ANDed. Warnings are told on
 * standard error.
 *
 * @param name what the selector is called in messages
 * @throws UsageError with every diagnostic of every text
 */
export function readSelector(texts: readonly string[], console: Console, name = 'the selector'): Selector {
  const selectors: Selector[] = [];
  const refused: string[] = [];
  for (const text of texts) {
    const result = tryParseSelector(text);
    const style = console.errorStyle;
    if (result.ok) {
      selectors.push(result.selector);
      for (const warning of result.warnings) console.note(renderFinding(text, warning, 'warning', style));
    } else {
      refused.push(...result.diagnostics.map((finding) => renderFinding(text, finding, 'error', style)));
    }
  }
  if (refused.length > 0) throw new UsageError(`${name} is not valid\n${refused.join('\n')}`);
  const [only, ...others] = selectors;
  return only !== undefined && others.length === 0 ? only : allOf(...selectors);
}

/** The label keys a selector asks about. */
export function keysOf(selector: Selector): ReadonlySet<string> {
  return new Set(selector.alternatives.flatMap((alternative) => alternative.map(({ key }) => key)));
}
