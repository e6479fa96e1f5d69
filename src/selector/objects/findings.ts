import { checkLabelKey } from '../../labels/key.ts';
import { checkLabelValue, isLabelValue } from '../../labels/value.ts';
import { MAX_DIAGNOSTICS } from '../../syntax/limits.ts';
import type { Diagnostic, DiagnosticCode } from '../../text/diagnostic.ts';
import { accepted, type ParseResult, rejected } from '../parse-result.ts';
import type { Selector } from '../selector.ts';

/**
 * What is wrong, and what is odd, about one object that is being read: collected, so that all of it is told at once,
 * but no more of either than {@link MAX_DIAGNOSTICS}. Diagnostics have paths and no spans: there is no text.
 */
export class Findings {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #warnings: Diagnostic[] = [];

  /** No mistake so far. */
  get ok(): boolean {
    return this.#diagnostics.length === 0;
  }

  /** Nothing more will be told: a reader may stop looking. */
  get full(): boolean {
    return this.#diagnostics.length > MAX_DIAGNOSTICS;
  }

  /** A mistake. */
  add(code: DiagnosticCode, path: string, message: string): void {
    record(this.#diagnostics, code, path, message);
  }

  /** Something that may not be meant, but is in order. */
  warn(code: DiagnosticCode, path: string, message: string): void {
    record(this.#warnings, code, path, message);
  }

  /** Every rule that a label key breaks. */
  addKey(key: string, path: string): void {
    for (const { code, message, fixes } of checkLabelKey(key)) {
      // A fix's span is a range of the key, which has no place in an object: its title says the mend.
      const mends = (fixes ?? []).map(({ title }) => `; ${title}`);
      this.add(code, path, message + mends.join(''));
    }
  }

  /**
   * Every rule that a label value breaks.
   * @param path made only where there is a mistake
   * @param severalMend what to do instead of listing values with commas in one string
   */
  addValue(value: string, path: () => string, severalMend: string): void {
    if (isLabelValue(value)) return;
    const several = value.includes(',') && value.split(',').every((part) => isLabelValue(part.trim()));
    for (const { code, message } of checkLabelValue(value)) {
      this.add(code, path(), several && code === 'value-invalid' ? `${message}; ${severalMend}` : message);
    }
  }

  /** The result: all mistakes, or the selector with all warnings. */
  result(selector: () => Selector): ParseResult {
    const [first, ...others] = this.#diagnostics;
    return first === undefined ? accepted(selector(), this.#warnings) : rejected([first, ...others]);
  }
}

function record(into: Diagnostic[], code: DiagnosticCode, path: string, message: string): void {
  if (into.length < MAX_DIAGNOSTICS) into.push({ code, message, path });
  else if (into.length === MAX_DIAGNOSTICS) {
    const more = `there is more than these ${MAX_DIAGNOSTICS}; mend them first`;
    into.push({ code: 'too-many-diagnostics', message: more, path: '' });
  }
}
