import { type Diagnostics, frozenDiagnostics } from './diagnostic.ts';
import { renderDiagnostic } from './render.ts';

/**
 * What is wrong with a selector, or what cannot be done with it. Thrown by every function that has a `try…` twin, by
 * `to…` functions for what an object cannot say, and where an answer would take too much. `diagnostics` holds all
 * mistakes, in order; the message shows the first one in place, and says how many more there are.
 */
export class SelectorError extends Error {
  /** `SelectorError`: tells it where `instanceof` cannot, as between two copies of the package. */
  override readonly name: string = 'SelectorError';
  /** All mistakes, in order. */
  readonly diagnostics: Diagnostics;
  /** The text that did not parse; undefined where no text was parsed. */
  readonly text: string | undefined;

  /**
   * An error that shows the first of some mistakes.
   *
   * @param diagnostics all mistakes, in order
   * @param text the text that did not parse, if there is one: the message shows the place in it
   */
  constructor(diagnostics: Diagnostics, text?: string) {
    const [first, ...others] = diagnostics;
    const more = others.length === 0 ? '' : `\n(and ${others.length} more)`;
    super(renderDiagnostic(text ?? '', first) + more);
    this.diagnostics = frozenDiagnostics(diagnostics);
    this.text = text;
  }
}
