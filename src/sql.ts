/*
 * The public face of selectors in databases.
 */

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
