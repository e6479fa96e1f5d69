import type { IToken } from 'chevrotain';
import type { Span } from '../text/diagnostic.ts';
import { Close, Comma, Equals, endOf, isWord, Not, Open, tokenize } from './tokens.ts';

/*
 * What completion knows of the text around a cursor. Only the requirement that the cursor is in counts, and what
 * stands before the cursor is read without what stands after it, so that no mistake elsewhere is in the way.
 */

/** One way to take the place of a cursor: as within a word that is being typed, or as between two tokens. */
export interface Place {
  /** The tokens of the requirement before the place, without the items of sets but the last one of an open set. */
  readonly outline: readonly IToken[];
  /** The items before the place of the set that is open there. */
  readonly items: ReadonlySet<string>;
  /** The range that a word put here replaces. */
  readonly span: Span;
  /** What is typed of the word so far: from the start of `span` to the cursor. */
  readonly typed: string;
  /** The token that ends where `span` starts, if any. */
  readonly left: IToken | undefined;
  /** The tokens after `span`. */
  readonly rest: readonly IToken[];
}

/** The ways to take the place of a cursor; at least one is there. */
export interface Cursor {
  /** Where the cursor is inside of, or just behind, something that may still change as one types on. */
  readonly within: Place | undefined;
  /** Where the cursor is not inside of a token. */
  readonly between: Place | undefined;
}

/**
 * The tokens of the last requirement among some tokens, without the items of its sets but the last token of a set
 * that is still open: that is enough to know what may follow, and a mistake among the items does not count.
 */
function outlineOf(tokens: readonly IToken[]): Pick<Place, 'outline' | 'items'> {
  let outline: IToken[] = [];
  const items = new Set<string>();
  // Where the items of the open set begin in the outline; 0 outside of sets.
  let inside = 0;
  for (const token of tokens) {
    if (inside > 0) {
      outline.length = inside;
      outline.push(token);
      if (isWord(token)) items.add(token.image);
      if (token.tokenType !== Close) continue;
      inside = 0;
      items.clear();
    } else if (token.tokenType === Comma) outline = [];
    else if (token.tokenType !== Open) outline.push(token);
    else if (outline.length > 0) {
      // A parenthesis that begins a requirement opens no set: people try to group with it.
      outline.push(token);
      inside = outline.length;
    }
  }
  return { outline, items };
}

/** Whether two neighbouring tokens that were read apart are one in the whole text. */
function isCut(left: IToken | undefined, right: IToken | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  if (isWord(left)) return isWord(right);
  return right.tokenType === Equals && (left.tokenType === Equals || left.tokenType === Not);
}

function endingAt(offset: number, token: IToken | undefined): IToken | undefined {
  return token !== undefined && endOf(token) === offset ? token : undefined;
}

/**
 * Reads a text around a cursor.
 *
 * @param offset UTF-16 units before the cursor, at most the length of the text
 * @complexity O(text length).
 */
export function cursorAt(text: string, offset: number): Cursor {
  const before = tokenize(text.slice(0, offset));
  const after = tokenize(text.slice(offset));
  for (const token of after) token.startOffset += offset;

  const left = endingAt(offset, before.at(-1));
  const right = after[0]?.startOffset === offset ? after[0] : undefined;
  const cut = isCut(left, right);

  let within: Place | undefined;
  if (left !== undefined && (cut || isWord(left) || left.tokenType === Not)) {
    const start = left.startOffset;
    within = {
      ...outlineOf(before.slice(0, -1)),
      span: { start, end: cut && right !== undefined ? endOf(right) : offset },
      typed: left.image,
      left: endingAt(start, before.at(-2)),
      rest: cut ? after.slice(1) : after,
    };
  }
  const between = cut
    ? undefined
    : { ...outlineOf(before), span: { start: offset, end: offset }, typed: '', left, rest: after };
  return { within, between };
}
