import { kindOf } from '../text/kind-of.ts';
import { nearest } from '../text/nearest.ts';
import type { Dialect } from './dialect.ts';
import type { SqlDialect } from './dialect-name.ts';
import { SQL_DIALECTS } from './dialect-name.ts';
import { CLICKHOUSE } from './dialects/clickhouse.ts';
import { POSTGRES } from './dialects/postgres.ts';
import { SQLITE } from './dialects/sqlite.ts';

const DIALECTS: Readonly<Record<SqlDialect, Dialect>> = {
  postgres: POSTGRES,
  sqlite: SQLITE,
  clickhouse: CLICKHOUSE,
};

/**
 * A dialect by its name.
 * @throws TypeError where there is none of it, naming those there are
 */
export function dialectOf(name: SqlDialect, argument = 'options.dialect'): Dialect {
  if (typeof name === 'string' && Object.hasOwn(DIALECTS, name)) return DIALECTS[name];
  const names = SQL_DIALECTS.map((known) => `"${known}"`).join(', ');
  const given: unknown = name;
  const near = typeof given === 'string' ? nearest(given, [...SQL_DIALECTS]) : undefined;
  const mend = near === undefined ? '' : `; did you mean "${near}"?`;
  throw new TypeError(
    `${argument} must be one of ${names}, not ${typeof given === 'string' ? JSON.stringify(given) : kindOf(given)}${mend}`,
  );
}
