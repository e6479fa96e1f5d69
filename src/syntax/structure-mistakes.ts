import type { IToken } from 'chevrotain';
import type { Diagnostic, Fix } from '../text/diagnostic.ts';
import { quote } from '../text/quote.ts';
import { And, DoubleEquals, Equals, endOf, isWord, spanOf } from './tokens.ts';

/** A run of NUL characters, anywhere. */
export function nulDiagnostic(token: IToken): Diagnostic {
  const span = spanOf(token);
  const count = token.image.length;
  return {
    code: 'null-character',
    message: `found ${count === 1 ? 'a NUL character' : `${count} NUL characters`}; a selector cannot hold one`,
    span,
    fixes: [{ title: 'remove it', span, text: '' }],
  };
}

/** A requirement that begins right after a complete one. */
export function missingCommaDiagnostic(token: IToken, last: IToken): Diagnostic {
  const end = endOf(last);
  return {
    code: 'missing-comma',
    message: `found ${quote(token.image)} after a ${last.image === ')' ? 'set' : 'requirement'}; a comma parts two requirements`,
    span: spanOf(token),
    fixes: [{ title: 'insert ","', span: { start: end, end }, text: ',' }],
  };
}

/** Tokens of one kind, one after another. */
export type Run = readonly [IToken, ...IToken[]];

/** Parentheses where a requirement begins: `run` are the opening ones, `close` the one that closes a single one. */
export function groupDiagnostic(text: string, run: Run, close: IToken | undefined): Diagnostic {
  const start = run[0].startOffset;
  const end = endOf(run.at(-1) ?? run[0]);
  const fix: Fix | undefined =
    close === undefined
      ? undefined
      : {
          title: 'remove the parentheses',
          span: { start, end: endOf(close) },
          text: text.slice(end, close.startOffset),
        };
  return {
    code: 'unsupported-parentheses',
    message:
      'found "(" where a requirement must begin; requirements cannot be grouped, parentheses only enclose the values after in and notin',
    span: { start, end },
    ...(fix && { fixes: [fix] }),
  };
}

/** `a=b` or a single word, as one side of an OR. */
function equalitySide(tokens: readonly IToken[]): { key: string | undefined; value: string } | undefined {
  const [first, operator, value, more] = tokens;
  if (first === undefined || !isWord(first)) return undefined;
  if (operator === undefined) return { key: undefined, value: first.image };
  if (operator.tokenType !== Equals && operator.tokenType !== DoubleEquals) return undefined;
  if (value === undefined || !isWord(value) || more !== undefined) return undefined;
  return { key: first.image, value: value.image };
}

/** What was written between two requirements instead of a comma. */
export function connectiveDiagnostic(
  token: IToken,
  before: readonly IToken[],
  after: readonly IToken[],
): Diagnostic {
  const span = spanOf(token);
  if (token.tokenType === And || /^and$/i.test(token.image)) {
    return {
      code: 'missing-comma',
      message: `found ${quote(token.image)} between two requirements; a comma joins them, and means AND`,
      span,
      fixes: [{ title: 'write "," instead', span, text: ',' }],
    };
  }
  const left = equalitySide(before);
  const right = equalitySide(after);
  const first = before[0];
  const last = after.at(-1);
  const mendable =
    left?.key !== undefined &&
    right !== undefined &&
    (right.key ?? left.key) === left.key &&
    first !== undefined &&
    last !== undefined;
  const set = mendable ? `${left.key} in (${left.value},${right.value})` : '';
  return {
    code: 'unsupported-or',
    message: mendable
      ? `found ${quote(token.image)}; a selector has no OR, but a set says it for the values of one key`
      : `found ${quote(token.image)}; a selector has no OR: for the values of one key write a set, as in "key in (a,b)", for different keys use two selectors`,
    span,
    ...(mendable && {
      fixes: [{ title: `write "${set}"`, span: { start: first.startOffset, end: endOf(last) }, text: set }],
    }),
  };
}
