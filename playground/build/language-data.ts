import { LEXICAL_RULES } from '../../scripts/grammar/lexical-rules.ts';
import { parserRules } from '../../scripts/grammar/parser-rules.ts';
import { serializedGrammar } from '../../src/syntax/grammar.ts';
import { Name, TOKENS } from '../../src/syntax/tokens.ts';
import type { LanguageData, TokenData } from '../src/language/language-data.ts';

function sourceOf(pattern: unknown): string {
  if (typeof pattern === 'string') return pattern.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  if (pattern instanceof RegExp) return pattern.source;
  throw new Error(
    `a token has a pattern that is neither a text nor a regular expression: ${String(pattern)}`,
  );
}

function tokenData({ name, PATTERN, LONGER_ALT, CATEGORIES, GROUP }: (typeof TOKENS)[number]): TokenData {
  const longer = Array.isArray(LONGER_ALT) ? LONGER_ALT[0] : LONGER_ALT;
  return {
    name,
    pattern: sourceOf(PATTERN),
    ...(typeof PATTERN === 'string' && { text: PATTERN }),
    ...(longer !== undefined && { longer: longer.name }),
    isWord: name === Name.name || (CATEGORIES ?? []).includes(Name),
    isSkipped: GROUP !== undefined,
  };
}

/**
 * The language as the parser has it when the page is built: its productions, which the diagram is drawn from and which
 * the page follows through a text, and its tokens.
 */
export function languageData(): LanguageData {
  const { rules, words } = parserRules(serializedGrammar());
  return { rules, words, lexical: LEXICAL_RULES, tokens: TOKENS.map(tokenData) };
}
