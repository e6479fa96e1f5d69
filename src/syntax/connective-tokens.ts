import type { IToken } from 'chevrotain';
import { And, Or } from './tokens.ts';

/** Whether a token, if there is one, is what other languages say AND with: `&&`, `;`, or the word. */
export function isAnd(token: IToken | undefined): boolean {
  return token !== undefined && (token.tokenType === And || /^and$/i.test(token.image));
}

/** Whether a token, if there is one, is what other languages say OR with: `||`, `|`, or the word. */
export function isOr(token: IToken | undefined): boolean {
  return token !== undefined && (token.tokenType === Or || /^or$/i.test(token.image));
}

/** Whether a token, if there is one, is what other languages join conditions with. */
export function isConnective(token: IToken | undefined): boolean {
  return isAnd(token) || isOr(token);
}
