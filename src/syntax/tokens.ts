import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import type { Span } from '../text/diagnostic.ts';
import { OPENING_QUOTES, QUOTED } from './quotes.ts';

/*
 * White space and symbols are all that parts words (apimachinery `labels.Lexer`): a word is any run of other units,
 * and whether it is a good key or value is asked afterwards. Every text is a sequence of these tokens.
 */

/**
 * The first units of words, for the lexer's index: all below 256 but `unwanted`, and above, where the lexer keeps
 * 255 units in one place, enough to touch every place.
 */
function firstUnits(unwanted: string): number[] {
  const units: number[] = [];
  for (let unit = 0; unit < 256; unit++) {
    if (!unwanted.includes(String.fromCharCode(unit))) units.push(unit);
  }
  for (let unit = 256; unit < 65536; unit += 128) units.push(unit);
  units.push(65535);
  return units;
}

export const Space: TokenType = createToken({
  name: 'Space',
  pattern: /[ \t\r\n]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
});

export const Name: TokenType = createToken({
  name: 'Name',
  pattern: /[^ \t\r\n=!(),><|&;]+/,
  start_chars_hint: firstUnits(' \t\r\n=!(),><|&;'),
  line_breaks: false,
});

/** A keyword only where an operator may stand; a name everywhere else. */
export const In: TokenType = createToken({ name: 'In', pattern: 'in', longer_alt: Name, categories: Name });
export const NotIn: TokenType = createToken({
  name: 'NotIn',
  pattern: 'notin',
  longer_alt: Name,
  categories: Name,
});

/** To the grammar a name, which then turns out invalid; a token of its own so that blanks may stand within. */
export const Quoted: TokenType = createToken({
  name: 'Quoted',
  // With the `~` of `=~"…"` before it, so that what is quoted stays together.
  pattern: new RegExp(`~?(?:${QUOTED.source})`),
  start_chars_hint: [...OPENING_QUOTES, '~'],
  line_breaks: false,
  categories: Name,
});
// What no valid name can hold, and what the grammar takes nowhere: known only so that mistakes can be told well.
export const Or: TokenType = createToken({ name: 'Or', pattern: /\|\|?/ });
export const And: TokenType = createToken({ name: 'And', pattern: /&&?|;/ });

export const DoubleEquals: TokenType = createToken({ name: 'DoubleEquals', pattern: '==' });
export const Equals: TokenType = createToken({ name: 'Equals', pattern: '=' });
export const NotEquals: TokenType = createToken({ name: 'NotEquals', pattern: '!=' });
export const Not: TokenType = createToken({ name: 'Not', pattern: '!' });
export const GreaterThan: TokenType = createToken({ name: 'GreaterThan', pattern: '>' });
export const LessThan: TokenType = createToken({ name: 'LessThan', pattern: '<' });
export const Open: TokenType = createToken({ name: 'Open', pattern: '(' });
export const Close: TokenType = createToken({ name: 'Close', pattern: ')' });
export const Comma: TokenType = createToken({ name: 'Comma', pattern: ',' });

/** In the order they are tried: longer symbols before their beginnings, keywords and quotes before names. */
export const TOKENS: TokenType[] = [
  Space,
  Quoted,
  Or,
  And,
  NotIn,
  In,
  Name,
  DoubleEquals,
  Equals,
  NotEquals,
  Not,
  GreaterThan,
  LessThan,
  Open,
  Close,
  Comma,
];

const lexer = new Lexer(TOKENS, { positionTracking: 'onlyOffset', ensureOptimizations: true });

/**
 * The tokens of a text, white space left out. Every unit belongs to some token, so this takes any text. O(text length).
 */
export function tokenize(text: string): IToken[] {
  const { tokens, errors } = lexer.tokenize(text);
  const [error] = errors;
  // What no token begins with would be left out, and a mistake with it: better to stop than to lose it.
  if (error !== undefined) throw new Error(`no token begins with the unit at ${error.offset}`);
  return tokens;
}

/** The offset just after a token. */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

/** Where a token stands. */
export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: endOf(token) };
}

const WORDS = new Set([Name, In, NotIn, Quoted]);

/** Whether a token, if there is one, is one that the grammar takes for a name. */
export function isWord(token: IToken | undefined): boolean {
  return token !== undefined && WORDS.has(token.tokenType);
}
