import type { Rule } from '../../../scripts/grammar/model.ts';

/** A token as the lexer of the parser has it. */
export interface TokenData {
  readonly name: string;
  /** The source of a regular expression. */
  readonly pattern: string;
  /** Of a token that always has the same text: this text. */
  readonly text?: string;
  /** The token that is taken instead where it is longer. */
  readonly longer?: string;
  /** Whether the grammar takes it for a name. */
  readonly isWord: boolean;
  /** Whether it is left out before parsing. */
  readonly isSkipped: boolean;
}

/** The language, as data that is made from the parser when the page is built. */
export interface LanguageData {
  /** The rules of the parser that have a structure; the first one is a selector. */
  readonly rules: readonly Rule[];
  /** The names of the rules that are one word each. */
  readonly words: readonly string[];
  /** What words are made of. */
  readonly lexical: readonly Rule[];
  /** In the order they are tried. */
  readonly tokens: readonly TokenData[];
}
