import { type Fragment, sql } from '../fragment.ts';
import { columnName, type TableName, tableName } from '../identifier.ts';
import type { LabelTableNames, Names } from '../names.ts';

/** Of what type ids are: texts, or whole numbers of 64 bits. */
export type IdType = 'text' | 'integer';

/** What a schema is made of. */
export interface SchemaParts<Labels extends Names['labels'] = Names['labels']> {
  /** Names without their tables before them. */
  readonly names: Names & { readonly labels: Labels };
  readonly idType: IdType;
  /** A name for an index of the objects' table, by what it is of. */
  objectsIndex(of: string): Fragment;
  /** A name for an index of the table of labels, by what it is of. */
  labelsIndex(of: string): Fragment;
  /** A name for statistics of the table of labels, which unlike an index needs its schema before it. */
  labelsStatistics(of: string): Fragment;
}

/** Whether labels are in a table of their own. */
export function inTable(parts: SchemaParts): parts is SchemaParts<LabelTableNames> {
  return parts.names.labels.kind === 'table';
}

/** The index of the objects' table that pages of one namespace need. */
export function namespaceIndex({ names, objectsIndex }: SchemaParts): Fragment {
  return sql`CREATE INDEX IF NOT EXISTS ${objectsIndex('namespace')} ON ${names.table} (${names.namespace}, ${names.id})`;
}

/** The longest name PostgreSQL keeps, in bytes of UTF-8. */
const MAX_BYTES = 63;

/** A name for an index: its table's, cut where the whole would be too long, and what it is of. */
export function indexName(table: TableName, of: string): Fragment {
  const points = [...(typeof table === 'string' ? table : (table.at(-1) ?? ''))];
  const name = () => `${points.join('')}_${of}`.replaceAll('.', '_');
  while (new TextEncoder().encode(name()).length > MAX_BYTES) points.pop();
  return columnName(name(), 'the name of an index');
}

/** The same as {@link indexName}, with the schema of the table before it. */
export function statisticsName(table: TableName, of: string): Fragment {
  const name = indexName(table, of);
  if (typeof table === 'string' || table.length < 2) return name;
  return sql`${tableName(table.slice(0, -1), 'the schema of a table')}.${name}`;
}
