import { LEXICAL_RULES } from './lexical-rules.ts';
import type { Expression } from './model.ts';

const SUFFIXES = { optional: '?', any: '*', some: '+' } as const;

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** A class of characters, runs of three and more as ranges. */
function characterClass(characters: string): string {
  const codes = [...characters].map((character) => character.charCodeAt(0)).sort((a, b) => a - b);
  let text = '';
  for (let from = 0, to = 0; from < codes.length; from = to + 1) {
    to = from;
    while (codes[to + 1] === (codes[to] ?? 0) + 1) to++;
    const run = codes.slice(from, to + 1).map((code) => escaped(String.fromCharCode(code)));
    text += run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join('');
  }
  return `[${text}]`;
}

function isOneCharacter(expression: Expression): boolean {
  return expression.kind === 'characters' || (expression.kind === 'terminal' && expression.text.length === 1);
}

function print(expression: Expression): string {
  switch (expression.kind) {
    case 'terminal':
      return escaped(expression.text);
    case 'characters':
      return characterClass(expression.characters);
    case 'rule':
      return patternOf(expression.name);
    case 'sequence':
      return expression.parts.map(print).join('');
    case 'choice':
      return `(?:${expression.choices.map(print).join('|')})`;
    default: {
      const body = print(expression.body);
      return `${isOneCharacter(expression.body) ? body : `(?:${body})`}${SUFFIXES[expression.kind]}`;
    }
  }
}

/**
 * A lexical rule as a regular expression, in what JavaScript, Oniguruma and JSON Schema read alike. Lengths are not in it.
 * @throws Error where there is no such rule
 */
export function patternOf(name: string): string {
  const rule = LEXICAL_RULES.find((known) => known.name === name);
  if (rule === undefined) throw new Error(`there is no lexical rule ${name}`);
  return print(rule.body);
}
