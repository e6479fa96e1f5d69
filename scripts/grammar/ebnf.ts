import { runsOf } from './character-runs.ts';
import type { Language } from './language.ts';
import type { Expression, Rule } from './model.ts';

/* The notation is that of the XML recommendation, which most tools for grammars read. */

/** Remarks begin here, beyond the longest rule that has one. */
const REMARK_COLUMN = 66;

const SUFFIXES = { optional: '?', any: '*', some: '+' } as const;

// How tightly an expression holds together: what is looser than its surroundings takes parentheses.
const CHOICE = 0;
const SEQUENCE = 1;
const SINGLE = 2;

function tightness(expression: Expression): number {
  if (expression.kind === 'choice') return CHOICE;
  return expression.kind === 'sequence' ? SEQUENCE : SINGLE;
}

function quoted(text: string): string {
  return text.includes('"') ? `'${text}'` : `"${text}"`;
}

/** A class of characters: what cannot be seen by its number, a hyphen first, where it means itself. */
function characterClass(characters: string): string {
  const runs = runsOf(characters.replace('-', '')).map((run) =>
    run.length < 3 ? run : run.replace(/(?<=^.).+(?=.$)/, '-'),
  );
  const shown = runs.join('').replace(/[^!-~]/g, (c) => `#x${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `[${characters.includes('-') ? '-' : ''}${shown}]`;
}

/** An expression in notation, in parentheses where it would fall apart in surroundings of a tightness. */
function print(expression: Expression, within: number): string {
  const text = printBare(expression);
  return tightness(expression) < within ? `( ${text} )` : text;
}

function printBare(expression: Expression): string {
  switch (expression.kind) {
    case 'terminal':
      return quoted(expression.text);
    case 'characters':
      return expression.characters.length === 1
        ? quoted(expression.characters)
        : characterClass(expression.characters);
    case 'rule':
      return expression.name;
    case 'sequence':
      return expression.parts.map((part) => print(part, SEQUENCE)).join(' ');
    case 'choice':
      return expression.choices.map((option) => print(option, CHOICE)).join(' | ');
    default:
      return `${print(expression.body, SINGLE)}${SUFFIXES[expression.kind]}`;
  }
}

/** A rule on one line, or one line for each of its alternatives. */
function printRule({ name, body, remark }: Rule, width: number): string {
  const head = `${name.padEnd(width)} ::= `;
  const alternatives = body.kind === 'choice' ? body.choices : [body];
  const lines = alternatives.map((alternative) => print(alternative, CHOICE));
  const text = head + lines.join(`\n${' '.repeat(head.length - 2)}| `);
  return remark === undefined ? text : `${text.padEnd(REMARK_COLUMN)}/* ${remark} */`;
}

/** The body of one rule on one line. */
export function printBody(body: Expression): string {
  return print(body, CHOICE);
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The language in EBNF, with what the notation cannot say in comments. */
export function printEbnf({ syntax, lexical, symbols, keywords }: Language): string {
  const width = Math.max(...[...syntax, ...lexical].map(({ name }) => name.length));
  const rules = (of: readonly Rule[]): string => of.map((rule) => printRule(rule, width)).join('\n');
  const units = [...new Set(symbols.join(''))];
  return `/*
   Label selectors. Generated from the parser: npm run grammar
   Notation: https://www.w3.org/TR/xml/#sec-notation
*/

${rules(syntax)}

/*
   Words. They have no white space inside, and end before white space, before one of ${units.join(' ')}
   and at the end of the text. The words ${list(keywords.map(quoted))}, in lower case, are operators where the rules
   above have them, and keys and values elsewhere. ${list(symbols.filter((s) => s.length > 1).map(quoted))} are read as one symbol wherever they stand.
*/

${rules(lexical)}
`;
}
