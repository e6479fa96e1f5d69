import type { IRecognitionException, IToken, TokenType } from 'chevrotain';
import type { Diagnostic, Span } from '../../text/diagnostic.ts';
import type { Segment } from '../segment.ts';
import {
  And,
  Close,
  Comma,
  DoubleEquals,
  Equals,
  endOf,
  GreaterThan,
  LessThan,
  Not,
  NotEquals,
  Open,
  Or,
} from '../tokens.ts';

/** One sign a token, so that the shape of a segment is a string and a mistake a regular expression over it. */
const SIGNS = new Map<TokenType, string>([
  [Equals, '='],
  [DoubleEquals, 'd'],
  [NotEquals, 'n'],
  [Not, '!'],
  [GreaterThan, '>'],
  [LessThan, '<'],
  [Open, '('],
  [Close, ')'],
  [Comma, ','],
  [Or, '&'],
  [And, '&'],
]);

/** A segment that is no requirement, as the recognisers of mistakes look at it. */
export class BrokenSegment {
  readonly text: string;
  readonly tokens: readonly IToken[];
  /** A sign for each token: `N` a word, `=`, `d` for `==`, `n` for `!=`, `&` for connectives, and `! > < ( ) ,` themselves. */
  readonly shape: string;
  /** What the grammar says: the token it could not take. */
  readonly error: IRecognitionException;
  /** What ends the segment: a comma, or the end of the text. */
  readonly after: IToken | undefined;

  constructor(text: string, { tokens, after }: Segment, error: IRecognitionException) {
    this.text = text;
    this.tokens = tokens;
    this.after = after;
    this.error = error;
    let shape = '';
    for (const token of tokens) shape += SIGNS.get(token.tokenType) ?? 'N';
    this.shape = shape;
  }

  /** The image of the token at an index, or the empty string past the end. */
  image(index: number): string {
    return this.tokens[index]?.image ?? '';
  }

  /** The image in lower case, for words people write as operators. */
  word(index: number): string {
    return this.image(index).toLowerCase();
  }

  /** From the beginning of one token to the end of another, by index; beyond the end, that is the last token. */
  span(from: number, to: number = from): Span {
    const first = this.tokens[from] ?? this.tokens.at(-1);
    const last = this.tokens[to] ?? this.tokens.at(-1);
    return { start: first?.startOffset ?? 0, end: last === undefined ? 0 : endOf(last) };
  }

  /** The offset after the last token. */
  get end(): number {
    return this.span(this.tokens.length - 1).end;
  }
}

/** Recognises one kind of mistake, and tells all of that kind in the segment; undefined where it is another. */
export type Recogniser = (broken: BrokenSegment) => Diagnostic | readonly Diagnostic[] | undefined;
