import type { NamedValues, ParameterStyle, SqlDialect, SqlText, SqlValue } from '../../sql.ts';
import { sqlLines } from './sql-lines.ts';
import { sqlLiteral } from './sql-literals.ts';
import { type SqlToken, sqlTokens, valueName } from './sql-tokens.ts';
import type { Style } from './style.ts';

/** A statement or a condition to be shown. */
export interface ShownSql {
  readonly dialect: SqlDialect;
  readonly style: ParameterStyle;
  readonly sql: SqlText;
  /** Whether it is a statement, and not a condition that is to become part of one. */
  readonly isWhole: boolean;
}

/** A placeholder, and the literal that says what it stands for. */
interface Binding {
  readonly placeholder: string;
  readonly literal: string;
}

const KEYWORD = /^[A-Z]{2,}$/;

function valueAt(values: SqlValue[] | NamedValues, name: string | number): SqlValue {
  const value = Array.isArray(values) ? values[Number(name)] : values[name];
  if (value === undefined) throw new Error(`no value for the placeholder ${name}`);
  return value;
}

/** What the placeholders of a statement stand for, in the order in which they stand there. */
function bindingsOf(tokens: readonly SqlToken[], { dialect, style, sql }: ShownSql): Binding[] {
  return tokens
    .filter(({ kind }) => kind === 'placeholder')
    .map(({ text }, i) => {
      const [, type = ''] = /:([A-Za-z0-9()]+)\}$/.exec(text) ?? [];
      const value = valueAt(sql.values, valueName(text, style, i));
      // What has no number is numbered by the database, from 1.
      return { placeholder: text === '?' ? `?${i + 1}` : text, literal: sqlLiteral(value, dialect, type) };
    });
}

function painterOf(style: Style): (token: SqlToken) => string {
  return ({ kind, text }) =>
    kind === 'placeholder'
      ? style.green(text)
      : kind === 'word' && KEYWORD.test(text)
        ? style.bold(text)
        : text;
}

/** Statements as they are shown: how wide, and with which colours. */
export interface SqlScreen {
  readonly style: Style;
  readonly columns: number | undefined;
}

/** Wide enough for most operands; wider screens do not make statements easier to read. */
const WIDEST = 100;
const NARROWEST = 40;

/**
 * A statement with its placeholders, laid out over lines, and in comments below it what they stand for.
 */
export function withPlaceholders(shown: ShownSql, { style, columns = WIDEST }: SqlScreen): string {
  const tokens = sqlTokens(shown.sql.text, shown.dialect);
  const literals = new Map(
    bindingsOf(tokens, shown).map(({ placeholder, literal }) => [placeholder, literal]),
  );
  const comments = [...literals].map(([placeholder, literal]) => style.dim(`-- ${placeholder} = ${literal}`));
  return [linesOf(tokens, shown, { style, columns }), ...comments].join('\n');
}

function linesOf(tokens: readonly SqlToken[], { isWhole }: ShownSql, { style, columns }: SqlScreen): string {
  const width = Math.max(NARROWEST, Math.min(columns ?? WIDEST, WIDEST));
  return `${sqlLines(tokens, isWhole, width, painterOf(style))}${isWhole ? ';' : ''}`;
}

function inlineTokens(shown: ShownSql): SqlToken[] {
  const tokens = sqlTokens(shown.sql.text, shown.dialect);
  const literals = bindingsOf(tokens, shown).values();
  return tokens.map((token) =>
    token.kind === 'placeholder' ? { ...token, text: literals.next().value?.literal ?? '' } : token,
  );
}

/** A statement with literals where its placeholders were, laid out over lines: it can be run as it is. */
export function withLiterals(shown: ShownSql, screen: SqlScreen): string {
  return linesOf(inlineTokens(shown), shown, screen);
}

/** The same on one line, without what ends a statement. */
export function inlineText(shown: ShownSql): string {
  return inlineTokens(shown)
    .map(({ text, apart }) => (apart ? ` ${text}` : text))
    .join('');
}
