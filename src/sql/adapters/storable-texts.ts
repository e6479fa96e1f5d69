import { quote } from '../../text/quote.ts';
import type { Dialect } from '../dialect.ts';
import type { SqlDialect } from '../dialect-name.ts';
import { isWellFormed } from '../storable.ts';

const TITLES: Readonly<Record<SqlDialect, string>> = {
  postgres: 'PostgreSQL',
  sqlite: 'SQLite',
  clickhouse: 'ClickHouse',
};

/**
 * Holds that a database can hold a text.
 * @throws TypeError naming what it is the text of, and what in it cannot be held
 */
export function assertStorable(text: string, { isStorable, name }: Dialect, argument: string): void {
  if (isStorable(text)) return;
  const what = isWellFormed(text) ? 'NUL' : 'half of a surrogate pair';
  throw new TypeError(`${argument} has ${what} in it, which ${TITLES[name]} cannot hold`);
}

/** No text of a pair begins with the half of a character and ends with the other, which this would not tell from a whole. */
const BETWEEN = ' ';

/**
 * Holds that a database can hold labels and a namespace.
 *
 * @returns how long all of it is
 * @throws TypeError naming the first that it cannot hold
 */
export function assertStorableObject(
  labels: readonly (readonly [string, string])[],
  namespace: string,
  dialect: Dialect,
  argument: string,
): number {
  // All of it at once, since a load asks this of millions.
  let all = namespace;
  for (const [key, value] of labels) all += BETWEEN + key + BETWEEN + value;
  if (dialect.isStorable(all)) return all.length;
  assertStorable(namespace, dialect, argument);
  for (const [key, value] of labels) {
    assertStorable(key, dialect, `the label key ${quote(key)}`);
    assertStorable(value, dialect, `the label ${quote(key)}`);
  }
  return all.length;
}
