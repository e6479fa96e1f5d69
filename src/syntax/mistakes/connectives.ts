import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../../text/diagnostic.ts';
import { quote } from '../../text/quote.ts';
import { isOr } from '../connective-tokens.ts';
import { unquoted } from '../quotes.ts';
import type { Segment } from '../segment.ts';
import { DoubleEquals, Equals, endOf, isWord, spanOf } from '../tokens.ts';
import { insert, mistake, write } from './mistake.ts';
import { isQueryWord } from './operator-words.ts';

/** A requirement that begins right after a complete one. */
export function missingCommaDiagnostic(token: IToken, last: IToken): Diagnostic {
  const what = last.image === ')' ? 'set' : 'requirement';
  return mistake(
    'missing-comma',
    spanOf(token),
    `found ${quote(token.image)} after a ${what}; a comma separates requirements`,
    isQueryWord(token.image) || isQueryWord(last.image) ? undefined : insert(',', endOf(last)),
  );
}

/** A connective with no requirement on one of its sides. */
function dangling(token: IToken, before: readonly IToken[]): Diagnostic {
  const span = spanOf(token);
  return mistake(
    isOr(token) ? 'unsupported-or' : 'unexpected-text',
    span,
    `found ${quote(token.image)} with no requirement ${before.length === 0 ? 'before' : 'after'} it; requirements are joined by a comma`,
    { title: 'drop it', span, text: '' },
  );
}

/** `&&`, `;` or `and` where a comma must stand. */
export function andDiagnostic(
  token: IToken,
  before: readonly IToken[],
  after: readonly IToken[],
): Diagnostic {
  if (before.length === 0 || after.length === 0) return dangling(token, before);
  const span = spanOf(token);
  return mistake(
    'missing-comma',
    span,
    `found ${quote(token.image)} between two requirements; a comma joins them, and means AND`,
    write(',', span),
  );
}

/** `a=b` or a single word, as one side of an OR. */
function equalitySide(tokens: readonly IToken[]): { key: string | undefined; value: string } | undefined {
  const [first, operator, value, more] = tokens;
  if (first === undefined || !isWord(first)) return undefined;
  if (operator === undefined) return { key: undefined, value: unquoted(first.image) };
  if (operator.tokenType !== Equals && operator.tokenType !== DoubleEquals) return undefined;
  if (value === undefined || !isWord(value) || more !== undefined) return undefined;
  return { key: first.image, value: unquoted(value.image) };
}

/** The set that a chain of ORs over the values of one key says, if it is one. */
function setOfChain(segments: readonly Segment[]): string | undefined {
  const sides = segments.map(({ tokens }) => equalitySide(tokens));
  const key = sides[0]?.key;
  if (key === undefined || !sides.every((side) => side !== undefined && (side.key ?? key) === key))
    return undefined;
  return `${key} in (${sides.map((side) => side?.value).join()})`;
}

/** `||`, `|` or `or`: one diagnostic for each connective of a chain of segments, with one fix for the chain. */
export function orDiagnostics(segments: readonly Segment[]): Diagnostic[] {
  const set = setOfChain(segments);
  const first = segments[0]?.tokens[0];
  const last = segments.at(-1)?.tokens.at(-1);
  const fix =
    set === undefined || first === undefined || last === undefined
      ? undefined
      : write(set, { start: first.startOffset, end: endOf(last) });
  const found: Diagnostic[] = [];
  for (const [index, { tokens, after }] of segments.slice(0, -1).entries()) {
    if (after === undefined) continue;
    const following = segments[index + 1]?.tokens ?? [];
    if (tokens.length === 0 || following.length === 0) {
      found.push(dangling(after, tokens));
      continue;
    }
    const instead =
      fix === undefined
        ? ': for the values of one key write a set, as in "key in (a,b)", for different keys use two selectors'
        : ', but a set says it for the values of one key';
    const message = `found ${quote(after.image)}; a selector has no OR${instead}`;
    found.push(mistake('unsupported-or', spanOf(after), message, fix));
  }
  return found;
}
