import type { ParseResult } from '../../../../src/selector/parse-result.ts';
import type { Selector } from '../../../../src/selector/selector.ts';
import { SelectorError } from '../../../../src/text/selector-error.ts';

/** What a result tells, one line each: the print of its selector, or `code path` of every mistake. */
export function told(result: ParseResult): string | string[] {
  return result.ok
    ? String(result.selector)
    : result.diagnostics.map(({ code, path }) => `${code} ${path === undefined ? '(no path)' : path}`);
}

/** The message of the mistake at a path; fails where there is not exactly one. */
export function messageAt(result: ParseResult, path: string): string {
  const found = result.ok ? [] : result.diagnostics.filter((diagnostic) => diagnostic.path === path);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} mistakes at "${path}"`);
  return only.message;
}

/** The mistakes that a function throws, as {@link told} has them. */
export function thrown(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof SelectorError) return error.diagnostics.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** Whether nothing of a selector can be changed. */
export function isFrozenThrough({ alternatives }: Selector): boolean {
  const parts = alternatives.flatMap((a) => [a, ...a.flatMap((r) => [r, r.values])]);
  return [alternatives, ...parts].every((part) => Object.isFrozen(part));
}
