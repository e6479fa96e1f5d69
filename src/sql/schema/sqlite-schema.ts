import { type Fragment, sql } from '../fragment.ts';
import type { LabelColumnNames, LabelTableNames } from '../names.ts';
import { inTable, namespaceIndex, type SchemaParts } from './schema-parts.ts';

function idColumn({ names, idType }: SchemaParts): Fragment {
  return idType === 'text'
    ? sql`${names.id} TEXT NOT NULL PRIMARY KEY`
    : sql`${names.id} INTEGER PRIMARY KEY`;
}

/** No index: SQLite has none of what is in JSON, so every object of the namespace is looked at. */
function columnSchema(parts: SchemaParts<LabelColumnNames>): readonly Fragment[] {
  const { names } = parts;
  const labels = names.labels.column;
  return [
    sql`CREATE TABLE IF NOT EXISTS ${names.table} (
  ${idColumn(parts)},
  ${names.namespace} TEXT NOT NULL DEFAULT '',
  ${labels} TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(${labels}) AND json_type(${labels}) = 'object')
)`,
    namespaceIndex(parts),
  ];
}

/** The table of labels is its primary key, and the index of pairs has the ids: neither leads to another table. */
function rowSchema(parts: SchemaParts<LabelTableNames>): readonly Fragment[] {
  const { names, idType, labelsIndex } = parts;
  const { table, object, key, value } = names.labels;
  const type = idType === 'text' ? sql`TEXT` : sql`INTEGER`;
  return [
    sql`CREATE TABLE IF NOT EXISTS ${names.table} (
  ${idColumn(parts)},
  ${names.namespace} TEXT NOT NULL DEFAULT ''
)`,
    namespaceIndex(parts),
    sql`CREATE TABLE IF NOT EXISTS ${table} (
  ${object} ${type} NOT NULL REFERENCES ${names.table} (${names.id}) ON DELETE CASCADE,
  ${key} TEXT NOT NULL,
  ${value} TEXT NOT NULL,
  PRIMARY KEY (${object}, ${key})
) WITHOUT ROWID`,
    sql`CREATE INDEX IF NOT EXISTS ${labelsIndex('pairs')} ON ${table} (${key}, ${value}, ${object})`,
  ];
}

/** The tables and indexes of a layout in SQLite. */
export function sqliteSchema(parts: SchemaParts): readonly Fragment[] {
  return inTable(parts) ? rowSchema(parts) : columnSchema(parts as SchemaParts<LabelColumnNames>);
}
