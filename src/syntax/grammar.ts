import {
  EmbeddedActionsParser,
  type IRecognitionException,
  type ISerializedGast,
  type IToken,
} from 'chevrotain';
import type { Operator, Word, WrittenRequirement } from './ast.ts';
import {
  Close,
  Comma,
  DoubleEquals,
  Equals,
  endOf,
  GreaterThan,
  In,
  LessThan,
  Name,
  Not,
  NotEquals,
  NotIn,
  Open,
  spanOf,
  TOKENS,
} from './tokens.ts';

/**
 * The grammar of label selectors, which is the definition of the language here: the EBNF and the railroad diagram
 * are printed from it. What it cannot say (which names are valid keys and values) is checked on its result.
 */
class SelectorGrammar extends EmbeddedActionsParser {
  constructor() {
    super(TOKENS, { maxLookahead: 1, recoveryEnabled: false });
    this.performSelfAnalysis();
  }

  /** The empty text has no requirement: it selects everything. */
  selector = this.RULE('selector', (): WrittenRequirement[] => {
    const requirements: WrittenRequirement[] = [];
    this.OPTION(() => {
      requirements.push(this.SUBRULE(this.requirement));
      this.MANY(() => {
        this.CONSUME(Comma);
        requirements.push(this.SUBRULE1(this.requirement));
      });
    });
    return requirements;
  });

  requirement = this.RULE('requirement', (): WrittenRequirement => {
    return this.OR<WrittenRequirement>([
      {
        ALT: () => {
          const start = this.CONSUME(Not).startOffset;
          const key = this.SUBRULE(this.key);
          return this.ACTION(() => ({ key, operator: '!', values: [], span: { start, end: key.span.end } }));
        },
      },
      {
        ALT: () => {
          const key = this.SUBRULE1(this.key);
          const condition = this.OPTION(() => this.SUBRULE(this.condition));
          return this.ACTION(() => ({
            key,
            operator: condition?.operator ?? 'exists',
            values: condition?.values ?? [],
            span: { start: key.span.start, end: condition?.end ?? key.span.end },
          }));
        },
      },
    ]);
  });

  condition = this.RULE('condition', (): { operator: Operator; values: Word[]; end: number } => {
    return this.OR<{ operator: Operator; values: Word[]; end: number }>([
      {
        ALT: () => {
          const operator = this.OR1<IToken>([
            { ALT: () => this.CONSUME(Equals) },
            { ALT: () => this.CONSUME(DoubleEquals) },
            { ALT: () => this.CONSUME(NotEquals) },
          ]);
          const value = this.OPTION(() => this.SUBRULE(this.value)) ?? emptyAt(endOf(operator));
          return this.ACTION(() => ({
            operator: operator.image as Operator,
            values: [value],
            end: value.span.end,
          }));
        },
      },
      {
        ALT: () => {
          const operator = this.OR2<Operator>([
            { ALT: () => this.CONSUME(GreaterThan) && 'gt' },
            { ALT: () => this.CONSUME(LessThan) && 'lt' },
          ]);
          const bound = this.SUBRULE(this.bound);
          return this.ACTION(() => ({ operator, values: [bound], end: bound.span.end }));
        },
      },
      {
        ALT: () => {
          const operator = this.OR3<Operator>([
            { ALT: () => this.CONSUME(In) && 'in' },
            { ALT: () => this.CONSUME(NotIn) && 'notin' },
          ]);
          const set = this.SUBRULE(this.set);
          return this.ACTION(() => ({ operator, ...set }));
        },
      },
    ]);
  });

  /** An item that is left out is the empty value. */
  set = this.RULE('set', (): { values: Word[]; end: number } => {
    let before = endOf(this.CONSUME(Open));
    const values = [this.OPTION(() => this.SUBRULE(this.value)) ?? emptyAt(before)];
    this.MANY(() => {
      before = endOf(this.CONSUME(Comma));
      values.push(this.OPTION1(() => this.SUBRULE1(this.value)) ?? emptyAt(before));
    });
    return { values, end: endOf(this.CONSUME(Close)) };
  });

  key = this.RULE('key', (): Word => wordOf(this.CONSUME(Name)));

  value = this.RULE('value', (): Word => wordOf(this.CONSUME(Name)));

  /** A value that is an int64 in base 10. */
  bound = this.RULE('bound', (): Word => wordOf(this.CONSUME(Name)));
}

function wordOf(token: IToken): Word {
  return { image: token.image, span: spanOf(token) };
}

function emptyAt(offset: number): Word {
  return { image: '', span: { start: offset, end: offset } };
}

let instance: SelectorGrammar | undefined;

/** The one parser, built on first use: its self-analysis costs milliseconds, a parse microseconds. */
function grammar(): SelectorGrammar {
  instance ??= new SelectorGrammar();
  return instance;
}

/** What a rule makes of tokens, or the first token that it cannot take. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; error: IRecognitionException };

function parsed<T>(tokens: IToken[], rule: (parser: SelectorGrammar) => T): Parsed<T> {
  const parser = grammar();
  parser.input = tokens;
  const value = rule(parser);
  const [error] = parser.errors;
  return error === undefined ? { ok: true, value } : { ok: false, error };
}

/** Parses a whole text's tokens. O(number of tokens). */
export function parseTokens(tokens: IToken[]): Parsed<WrittenRequirement[]> {
  return parsed(tokens, (parser) => parser.selector());
}

/** Parses the tokens of a single requirement. O(number of tokens). */
export function parseRequirement(tokens: IToken[]): Parsed<WrittenRequirement> {
  return parsed(tokens, (parser) => parser.requirement());
}

/** What may follow some tokens: the name of a token, and the rule it would belong to. */
export interface Continuation {
  readonly token: string;
  readonly rule: string;
}

/** Everything that may follow the given beginning of one requirement, as the grammar says. */
export function continuationsOf(tokens: IToken[]): Continuation[] {
  return grammar()
    .computeContentAssist('requirement', tokens)
    .map(({ nextTokenType, ruleStack }) => ({ token: nextTokenType.name, rule: ruleStack.at(-1) ?? '' }));
}

/** The grammar as data, for printing it. */
export function serializedGrammar(): ISerializedGast[] {
  return grammar().getSerializedGastProductions();
}
