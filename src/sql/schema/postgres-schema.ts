import { type Fragment, sql } from '../fragment.ts';
import type { LabelColumnNames, LabelTableNames } from '../names.ts';
import { inTable, namespaceIndex, type SchemaParts } from './schema-parts.ts';

function idColumn({ names, idType }: SchemaParts): Fragment {
  return idType === 'text' ? sql`${names.id} text PRIMARY KEY` : sql`${names.id} bigint PRIMARY KEY`;
}

/**
 * Two indexes of the labels: one of pairs, which is the smaller and faster for equality and sets, and one of keys too, which
 * presence needs. The check holds that labels are an object of texts, which is what all statements go by.
 */
function columnSchema(parts: SchemaParts<LabelColumnNames>): readonly Fragment[] {
  const { names, objectsIndex } = parts;
  const labels = names.labels.column;
  return [
    sql`CREATE TABLE IF NOT EXISTS ${names.table} (
  ${idColumn(parts)},
  ${names.namespace} text NOT NULL DEFAULT '',
  ${labels} jsonb NOT NULL DEFAULT '{}'
    CHECK (jsonb_typeof(${labels}) = 'object' AND NOT jsonb_path_exists(${labels}, 'strict $.* ? (@.type() != "string")'))
)`,
    namespaceIndex(parts),
    sql`CREATE INDEX IF NOT EXISTS ${objectsIndex('label_pairs')} ON ${names.table} USING gin (${labels} jsonb_path_ops)`,
    sql`CREATE INDEX IF NOT EXISTS ${objectsIndex('label_keys')} ON ${names.table} USING gin (${labels} jsonb_ops)`,
  ];
}

/**
 * The index of pairs has the ids, so that joins need not look at the table. The statistics tell the planner that a value goes
 * with one key: by key and value alone it takes a pair for so rare that it joins two lists by comparing each row with each.
 */
function rowSchema(parts: SchemaParts<LabelTableNames>): readonly Fragment[] {
  const { names, idType, labelsIndex, labelsStatistics } = parts;
  const { table, object, key, value } = names.labels;
  const type = idType === 'text' ? sql`text` : sql`bigint`;
  return [
    sql`CREATE TABLE IF NOT EXISTS ${names.table} (
  ${idColumn(parts)},
  ${names.namespace} text NOT NULL DEFAULT ''
)`,
    namespaceIndex(parts),
    sql`CREATE TABLE IF NOT EXISTS ${table} (
  ${object} ${type} NOT NULL REFERENCES ${names.table} (${names.id}) ON DELETE CASCADE,
  ${key} text NOT NULL,
  ${value} text NOT NULL,
  PRIMARY KEY (${object}, ${key})
)`,
    sql`CREATE INDEX IF NOT EXISTS ${labelsIndex('pairs')} ON ${table} (${key}, ${value}, ${object})`,
    sql`CREATE STATISTICS IF NOT EXISTS ${labelsStatistics('dependencies')} (dependencies) ON ${key}, ${value} FROM ${table}`,
  ];
}

/** The tables and indexes of a layout in PostgreSQL. */
export function postgresSchema(parts: SchemaParts): readonly Fragment[] {
  return inTable(parts) ? rowSchema(parts) : columnSchema(parts as SchemaParts<LabelColumnNames>);
}
