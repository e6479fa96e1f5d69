import {
  clickhouseObjects,
  postgresObjects,
  type SqliteStatement,
  type SqlLayout,
  type SqlObjectsOptions,
  type SqlText,
  sqliteObjects,
} from '../../src/sql.ts';
import type { Opened } from './available.ts';

/** The verbs that adapters of all databases have, whether they answer at once or not. */
export type AnyObjects =
  | ReturnType<typeof postgresObjects>
  | ReturnType<typeof sqliteObjects>
  | ReturnType<typeof clickhouseObjects>;

/** The adapter of a database. */
export function objectsIn({ dialect, client }: Opened, options: SqlObjectsOptions): AnyObjects {
  switch (dialect) {
    case 'postgres':
      return postgresObjects(client, options);
    case 'sqlite':
      return sqliteObjects(client, options);
    case 'clickhouse':
      return clickhouseObjects(client, options);
  }
}

/** The rows of a statement. */
export async function rowsOf(
  { dialect, client }: Opened,
  { text, values }: SqlText,
): Promise<readonly unknown[]> {
  switch (dialect) {
    case 'postgres':
      return (await client.query(text, values as unknown[])).rows;
    case 'sqlite': {
      const statement: SqliteStatement = client.prepare(text);
      // better-sqlite3 takes `?1` for the name of a placeholder.
      if (/\?\d/.test(text) && 'pragma' in client) {
        const numbered = Object.fromEntries((values as unknown[]).map((value, i) => [String(i + 1), value]));
        return statement.all(...([numbered] as never[]));
      }
      // SQLite refuses an object of names where a statement has none.
      const named = Object.keys(values).length === 0 ? [] : [values];
      const given = (Array.isArray(values) ? values : named) as never[];
      return statement.all(...given);
    }
    case 'clickhouse': {
      const result = await client.query({
        query: text,
        query_params: values as Record<string, unknown>,
        format: 'JSONEachRow',
      });
      return (await result.json()) as readonly unknown[];
    }
  }
}

/** The layouts that a database is tried with. */
export function layoutsOf({ dialect }: Opened): readonly SqlLayout[] {
  const column: SqlLayout = {};
  const rows: SqlLayout = { table: 'things', labels: { table: 'thing_labels' } };
  return dialect === 'clickhouse' ? [column] : [column, rows];
}
