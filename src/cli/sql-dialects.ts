import type { ParameterStyle, SqlDialect } from '../sql.ts';

/**
 * The dialects, with what the library writes placeholders as where nothing is said. Known here so that help need not load the
 * library of them.
 */
export const USUAL_STYLES: Readonly<Record<SqlDialect, ParameterStyle>> = {
  postgres: 'numbered',
  sqlite: 'anonymous',
  clickhouse: 'named',
};
