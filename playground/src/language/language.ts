import data from 'virtual:language';
import { beginningsOf, type Productions, productionsOf } from './production.ts';
import { type Tokenizer, tokenizerOf } from './tokenize.ts';
import { type Walk, walk } from './walk.ts';

/** The rules of the parser, numbered. */
export const productions: Productions = productionsOf(data);

/** Cuts a text into the tokens of the parser. */
export const tokenize: Tokenizer = tokenizerOf(data.tokens);

const beginning = beginningsOf(productions);

/** The way of a text through the grammar. Complexity: O(text length). */
export function walkText(text: string): Walk {
  return walk(productions, beginning, tokenize(text));
}

/** The way of a part of the tokens through one requirement. */
export function walkRequirement(tokens: ReturnType<Tokenizer>): Walk {
  return walk(productions, beginning, tokens, 'requirement');
}
