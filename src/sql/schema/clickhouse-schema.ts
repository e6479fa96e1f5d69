import { type Fragment, sql } from '../fragment.ts';
import type { LabelColumnNames } from '../names.ts';
import type { SchemaParts } from './schema-parts.ts';

/**
 * The table of a layout in ClickHouse, which has labels in a column only. An object that is put once more replaces the one of
 * its namespace and id. The indexes tell which granules have none of a key, or of a value, and are passed over.
 */
export function clickhouseSchema({ names, idType }: SchemaParts): readonly Fragment[] {
  const labels = (names.labels as LabelColumnNames).column;
  const type = idType === 'text' ? sql`String` : sql`Int64`;
  return [
    sql`CREATE TABLE IF NOT EXISTS ${names.table} (
  ${names.id} ${type},
  ${names.namespace} LowCardinality(String) DEFAULT '',
  ${labels} Map(LowCardinality(String), String),
  INDEX label_keys mapKeys(${labels}) TYPE bloom_filter GRANULARITY 1,
  INDEX label_values mapValues(${labels}) TYPE bloom_filter GRANULARITY 1
) ENGINE = ReplacingMergeTree ORDER BY (${names.namespace}, ${names.id})`,
  ];
}
