import type { ISerializedGast } from 'chevrotain';
import { Name, TOKENS } from '../../src/syntax/tokens.ts';
import {
  any,
  choice,
  type Expression,
  optional,
  type Rule,
  rule,
  sequence,
  some,
  terminal,
} from './model.ts';

function definitionOf(production: ISerializedGast): ISerializedGast[] {
  return production.definition ?? [];
}

function body(production: ISerializedGast): Expression {
  return sequence(...definitionOf(production).map(expression));
}

function expression(production: ISerializedGast): Expression {
  switch (production.type) {
    case 'NonTerminal':
      return rule(nameOf(production));
    case 'Alternative':
      return body(production);
    case 'Option':
      return optional(body(production));
    case 'Repetition':
      return any(body(production));
    case 'RepetitionMandatory':
      return some(body(production));
    case 'Alternation':
      return choice(...definitionOf(production).map(expression));
    case 'Terminal':
      return terminal(textOf(nameOf(production)));
    default:
      throw new Error(`the generator does not know what ${production.type} is; teach it in parser-rules.ts`);
  }
}

function nameOf(production: ISerializedGast): string {
  if (!('name' in production) || typeof production.name !== 'string') {
    throw new Error(`a ${production.type} of the parser has no name`);
  }
  return production.name;
}

/** The text of a token that always has the same; others stand in rules of their own. */
function textOf(token: string): string {
  const pattern = TOKENS.find(({ name }) => name === token)?.PATTERN;
  if (typeof pattern !== 'string') throw new Error(`the parser uses ${token} outside of a rule of its own`);
  return pattern;
}

/** Whether a rule is nothing but one token whose text varies: the lexical rules say what it is. */
function isWord(production: ISerializedGast): boolean {
  const [only, ...others] = definitionOf(production);
  return only !== undefined && others.length === 0 && only.type === 'Terminal' && nameOf(only) === Name.name;
}

/** The rules of a parser: those with a structure, and the names of those that are one word each. */
export function parserRules(productions: readonly ISerializedGast[]): {
  readonly rules: readonly Rule[];
  readonly words: readonly string[];
} {
  return {
    rules: productions
      .filter((production) => !isWord(production))
      .map((production) => ({ name: nameOf(production), body: body(production) })),
    words: productions.filter(isWord).map(nameOf),
  };
}
