import type { ParameterStyle, SqlDialect } from '../../sql.ts';

/** A part of a statement that nothing may be put into. */
export interface SqlToken {
  /** `quoted` is a name or a text between quotes; `sign` any other character. */
  readonly kind: 'word' | 'quoted' | 'placeholder' | 'sign';
  readonly text: string;
  /** Whether a blank stands before it. */
  readonly apart: boolean;
}

/** How the placeholders of a dialect look, of whichever style. In PostgreSQL `?` is an operator. */
const PLACEHOLDERS: Readonly<Record<SqlDialect, string>> = {
  postgres: String.raw`\$\d+`,
  sqlite: String.raw`\?\d*|:p\d+`,
  clickhouse: String.raw`\{p\d+:[A-Za-z0-9()]+\}`,
};

const WORD = String.raw`[A-Za-z_][A-Za-z_0-9]*|\d+`;
/** A quote within quotes is doubled. The statements here have no backslashes in them. */
const QUOTED = `"(?:[^"]|"")*"|'(?:[^']|'')*'`;
/** What takes several characters and is read as one. */
const SIGN = String.raw`::|->>|@>|<>|<=|>=|!=|[^\s]`;

/**
 * A statement of this library as tokens; blanks count only in that they keep tokens apart. O(length).
 */
export function sqlTokens(text: string, dialect: SqlDialect): SqlToken[] {
  const pattern = new RegExp(`(?<q>${QUOTED})|(?<p>${PLACEHOLDERS[dialect]})|(?<w>${WORD})|${SIGN}`, 'g');
  let end = 0;
  return [...text.matchAll(pattern)].map(({ 0: token, groups, index }) => {
    const apart = index > end;
    end = index + token.length;
    const { q, p, w } = groups ?? {};
    const kind =
      q !== undefined ? 'quoted' : p !== undefined ? 'placeholder' : w !== undefined ? 'word' : 'sign';
    return { kind, text: token, apart };
  });
}

/**
 * The name of a placeholder's value in a list of values or an object of them.
 *
 * @param before how many placeholders stand before it
 */
export function valueName(placeholder: string, style: ParameterStyle, before: number): string | number {
  if (style === 'anonymous') return before;
  const [name = '', number] = /p?(\d+)/.exec(placeholder) ?? [];
  return style === 'named' ? name : Number(number) - 1;
}
