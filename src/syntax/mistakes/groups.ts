import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../../text/diagnostic.ts';
import { quote } from '../../text/quote.ts';
import { endOf, isWord } from '../tokens.ts';
import { mistake, write } from './mistake.ts';

/** The offset where a run of tokens begins, and the one where it ends. */
function extent(run: readonly IToken[]): { start: number; end: number } {
  const first = run[0];
  const last = run.at(-1);
  return { start: first?.startOffset ?? 0, end: last === undefined ? 0 : endOf(last) };
}

/** A blank, where a word would touch another once the parenthesis between them is gone. */
function blankAt(text: string, outside: number): string {
  return /[^ \t\r\n=!),><]/.test(text.charAt(outside)) ? ' ' : '';
}

/**
 * Parentheses where a requirement begins.
 *
 * @param opening a run of opening ones
 * @param closing the run that closes them all, none when none is closed, or undefined when they close at several places
 */
export function groupDiagnostic(
  text: string,
  opening: readonly IToken[],
  closing: readonly IToken[] | undefined,
): Diagnostic {
  const span = extent(opening);
  const close = closing === undefined || closing.length === 0 ? undefined : extent(closing);
  const inner = close && text.slice(span.end, close.start);
  const fix =
    close !== undefined
      ? {
          title: 'remove the parentheses',
          span: { start: span.start, end: close.end },
          text: `${blankAt(text, span.start - 1)}${inner}${blankAt(text, close.end)}`,
        }
      : closing && { title: 'remove it', span, text: '' };
  return mistake(
    'unsupported-parentheses',
    span,
    'found "(" where a requirement must begin; requirements cannot be grouped, parentheses only enclose the values after in and notin',
    fix,
  );
}

/**
 * `!(…)`, `not (…)`. Around a single key the parentheses are only too much.
 *
 * @param negation what stands before the parentheses
 * @param inner what stands in them, and `close` after it, where they are closed together
 */
export function negatedGroupDiagnostic(
  negation: readonly IToken[],
  opening: readonly IToken[],
  inner: readonly IToken[],
  close: IToken | undefined,
): Diagnostic {
  const [key, more] = inner;
  const single =
    key !== undefined && more === undefined && isWord(key) && close !== undefined && negation.length === 1;
  return mistake(
    'unsupported-parentheses',
    extent(opening),
    `found "(" after ${quote(negation[0]?.image ?? '!')}; a group of requirements cannot be negated, "!" only says that a single key is absent`,
    single ? write(`!${key.image}`, { start: extent(negation).start, end: endOf(close) }) : undefined,
  );
}
