/**
 * Selectors as SQL: conditions, whole queries, schemas, and the verbs of an index over a client of your own.
 *
 * @module labelwise/sql
 */

export type {
  ClickHouseClient,
  ClickHouseQuery,
  ClickHouseResult,
} from './sql/adapters/clickhouse/client.ts';
export { clickhouseObjects } from './sql/adapters/clickhouse-objects.ts';
export type { SqlEntries, SqlEntry } from './sql/adapters/entries.ts';
export type { IdOf } from './sql/adapters/ids.ts';
export type { SqlObjects } from './sql/adapters/objects.ts';
export type {
  PostgresClient,
  PostgresConnection,
  PostgresPool,
  PostgresResult,
} from './sql/adapters/postgres/client.ts';
export type { CopyFrom, CopyStream } from './sql/adapters/postgres/copy.ts';
export {
  type PostgresLoadOptions,
  type PostgresObjects,
  postgresObjects,
} from './sql/adapters/postgres-objects.ts';
export type { SqlScope } from './sql/adapters/queries.ts';
export type { SqlObjectsOptions } from './sql/adapters/site.ts';
export type { SqliteDatabase, SqliteStatement } from './sql/adapters/sqlite/client.ts';
export { type SqliteObjects, sqliteObjects } from './sql/adapters/sqlite-objects.ts';
export type { ParameterStyle, SqlDialect } from './sql/dialect-name.ts';
export { SQL_DIALECTS } from './sql/dialect-name.ts';
export type { SqlValue } from './sql/fragment.ts';
export type { TableName } from './sql/identifier.ts';
export type { LabelColumn, LabelTable, SqlLayout } from './sql/layout.ts';
export type { SqlOptions } from './sql/options.ts';
export type { IdType } from './sql/schema/schema-parts.ts';
export { type SchemaOptions, schemaSql } from './sql/schema-sql.ts';
export { countSql, type SqlPage, type SqlQueryOptions, selectSql } from './sql/select-sql.ts';
export type { NamedValues, SqlText, SqlValues } from './sql/statement.ts';
export { toSql } from './sql/to-sql.ts';
