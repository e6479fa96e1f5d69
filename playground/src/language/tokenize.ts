import type { Span } from 'labelwise';
import type { TokenData } from './language-data.ts';

/** A token of a text; white space is none. */
export interface Token {
  readonly type: TokenData;
  readonly text: string;
  readonly span: Span;
}

/** Cuts a text into tokens, as the lexer of the parser does: the first that fits, or a longer one that it gives way to. */
export type Tokenizer = (text: string) => readonly Token[];

/**
 * A tokenizer of tokens as data.
 * Complexity of what it returns: O(text length × tokens).
 */
export function tokenizerOf(types: readonly TokenData[]): Tokenizer {
  const known = types.map((type) => ({ type, pattern: new RegExp(type.pattern, 'y') }));
  const lengthAt = (name: string, text: string, at: number): number => {
    const found = known.find(({ type }) => type.name === name);
    return found === undefined ? 0 : matchedLength(found.pattern, text, at);
  };
  return function tokenize(text) {
    const tokens: Token[] = [];
    let at = 0;
    while (at < text.length) {
      let taken: { type: TokenData; length: number } | undefined;
      for (const { type, pattern } of known) {
        const length = matchedLength(pattern, text, at);
        if (length === 0) continue;
        const longer = type.longer === undefined ? 0 : lengthAt(type.longer, text, at);
        const other = longer > length ? types.find(({ name }) => name === type.longer) : undefined;
        taken = other === undefined ? { type, length } : { type: other, length: longer };
        break;
      }
      // Every unit belongs to some token of the language; this is so that no data makes the loop endless.
      if (taken === undefined) throw new Error(`no token begins with the unit at ${at}`);
      const end = at + taken.length;
      if (!taken.type.isSkipped) {
        tokens.push({ type: taken.type, text: text.slice(at, end), span: { start: at, end } });
      }
      at = end;
    }
    return tokens;
  };
}

function matchedLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
