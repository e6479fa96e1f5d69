/*
 * The public face of selectors in databases.
 */

export {
  type ClickHouseClient,
  type ClickHouseObjects,
  type ClickHouseResult,
  clickhouseObjects,
} from './sql/adapters/clickhouse-objects.ts';
export type { SqlEntries, SqlEntry } from './sql/adapters/entry.ts';
export type {
  PostgresClient,
  PostgresConnection,
  PostgresPool,
  PostgresQueryable,
  PostgresTransactor,
} from './sql/adapters/postgres-client.ts';
export type { CopyFrom, CopyStream } from './sql/adapters/postgres-loading.ts';
export {
  type PostgresLoadOptions,
  type PostgresObjects,
  postgresObjects,
} from './sql/adapters/postgres-objects.ts';
export type { SqlObjectsOptions, SqlScope } from './sql/adapters/scope.ts';
export {
  type SqliteDatabase,
  type SqliteObjects,
  type SqliteStatement,
  sqliteObjects,
} from './sql/adapters/sqlite-objects.ts';
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
