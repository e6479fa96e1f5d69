import type { IToken } from 'chevrotain';
import { Close, Comma, isWord, Open } from './tokens.ts';

/** Where tokens that are looked for ahead stand, so that no look ahead walks over them again. -1 is nowhere. */
export interface Landmarks {
  /** Of each parenthesis, the index of its counterpart. */
  readonly counterpart: Int32Array;
  /** Of each index, the nearest token from there on that ends with `]` or `}`, before another begins with `[` or `{`. */
  readonly bracketEnd: Int32Array;
  /** Of each index, the nearest token from there on that is neither a word nor a comma. */
  readonly listEnd: Int32Array;
}

/** The landmarks of some tokens. O(number of tokens). */
export function landmarksOf(tokens: readonly IToken[]): Landmarks {
  const counterpart = new Int32Array(tokens.length).fill(-1);
  const bracketEnd = new Int32Array(tokens.length).fill(-1);
  const listEnd = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  for (const [index, { tokenType }] of tokens.entries()) {
    if (tokenType === Open) open.push(index);
    else if (tokenType === Close) {
      const start = open.pop();
      if (start === undefined) continue;
      counterpart[start] = index;
      counterpart[index] = start;
    }
  }
  let bracket = -1;
  let other = -1;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token === undefined) continue;
    if (/[\]}]$/.test(token.image)) bracket = index;
    bracketEnd[index] = bracket;
    if (/^[[{]/.test(token.image)) bracket = -1;
    if (!isWord(token) && token.tokenType !== Comma) other = index;
    listEnd[index] = other;
  }
  return { counterpart, bracketEnd, listEnd };
}
