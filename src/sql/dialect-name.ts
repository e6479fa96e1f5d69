/** The dialects that selectors are written in. What speaks PostgreSQL's is written to as `postgres`. */
export const SQL_DIALECTS = ['postgres', 'sqlite', 'clickhouse'] as const;
/** A dialect: a name of {@link SQL_DIALECTS}. */
export type SqlDialect = (typeof SQL_DIALECTS)[number];

/**
 * How placeholders look. `numbered`: `$1` in PostgreSQL, `?1` in SQLite. `anonymous`: `?`, once for each use. `named`: `:p1`
 * in SQLite, `{p1:String}` in ClickHouse, and the values are an object.
 */
export type ParameterStyle = 'numbered' | 'anonymous' | 'named';
