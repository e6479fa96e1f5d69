import { type Diagnostic, type Diagnostics, frozenDiagnostics, NO_DIAGNOSTICS } from '../text/diagnostic.ts';
import { SelectorError } from '../text/selector-error.ts';
import type { Selector } from './selector.ts';

/**
 * A selector with what may be odd about it, or everything that is wrong. Diagnostics are frozen. The warnings of a text
 * are made when they are first read, which loads the grammar where there are any.
 */
export type ParseResult =
  | { readonly ok: true; readonly selector: Selector; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: Diagnostics };

/** A selector that is right. */
export function accepted(selector: Selector, warnings: readonly Diagnostic[] = NO_DIAGNOSTICS): ParseResult {
  return { ok: true, selector, warnings: frozenDiagnostics(warnings) };
}

/** A selector that is right, with warnings that are made when they are asked for, and then kept. */
export function acceptedWith(selector: Selector, warnings: () => readonly Diagnostic[]): ParseResult {
  let made: readonly Diagnostic[] | undefined;
  return {
    ok: true,
    selector,
    get warnings() {
      made ??= frozenDiagnostics(warnings());
      return made;
    },
  };
}

/** All that is wrong. */
export function rejected(diagnostics: Diagnostics): ParseResult {
  return { ok: false, diagnostics: frozenDiagnostics(diagnostics) };
}

/**
 * The selector of a result.
 * @throws SelectorError with all diagnostics where there is none
 */
export function selectorOrThrow(result: ParseResult, text?: string): Selector {
  if (result.ok) return result.selector;
  throw new SelectorError(result.diagnostics, text);
}
