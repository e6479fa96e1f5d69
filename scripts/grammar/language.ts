import { serializedGrammar } from '../../src/syntax/grammar.ts';
import { LEXICAL_RULES } from './lexical-rules.ts';
import type { Expression, Rule } from './model.ts';
import { parserRules } from './parser-rules.ts';

/** The whole language as data, for printing. */
export interface Language {
  /** The rules of the parser; the first one is a selector. Between their words and symbols white space may stand. */
  readonly syntax: readonly Rule[];
  /** What words are made of, with nothing between. */
  readonly lexical: readonly Rule[];
  /** The terminals of the parser that are no words. */
  readonly symbols: readonly string[];
  /** The terminals of the parser that are words. */
  readonly keywords: readonly string[];
}

function terminalsOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'terminal':
      return [expression.text];
    case 'characters':
    case 'rule':
      return [];
    case 'sequence':
      return expression.parts.flatMap(terminalsOf);
    case 'choice':
      return expression.choices.flatMap(terminalsOf);
    default:
      return terminalsOf(expression.body);
  }
}

/**
 * The language as the parser has it now.
 * @throws Error where the parser has a rule or a token that the lexical rules do not explain
 */
export function currentLanguage(): Language {
  const { rules, words } = parserRules(serializedGrammar());
  for (const word of words) {
    if (!LEXICAL_RULES.some(({ name }) => name === word))
      throw new Error(`no lexical rule says what a ${word} is`);
  }
  const terminals = [...new Set(rules.flatMap(({ body }) => terminalsOf(body)))];
  return {
    syntax: rules,
    lexical: LEXICAL_RULES,
    symbols: terminals.filter((text) => !/^\w+$/.test(text)),
    keywords: terminals.filter((text) => /^\w+$/.test(text)),
  };
}
