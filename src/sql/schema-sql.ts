import type { SqlDialect } from './dialect-name.ts';
import { dialectOf } from './dialects.ts';
import { readLayout, type SqlLayout } from './layout.ts';
import { namesOf } from './names.ts';
import { type IdType, indexName, statisticsName } from './schema/schema-parts.ts';
import { statementOf } from './statement.ts';

/** What a schema may be made otherwise. */
export interface SchemaOptions {
  /** Of what type ids are; texts where nothing is said. */
  readonly id?: IdType;
}

const ID_TYPES: readonly IdType[] = ['text', 'integer'];

/**
 * The statements that create the tables and indexes of a layout, where they are not there yet, in the order they must be run.
 *
 * PostgreSQL with labels in a column has two indexes of them: `jsonb_path_ops`, which answers equality and sets, and
 * `jsonb_ops`, which answers presence too. Where no selector asks for a key alone, leave the second out.
 *
 * @example
 * for (const statement of schemaSql('postgres')) await pool.query(statement);
 *
 * @param dialect the database that the statements are for
 * @param layout what the tables and columns are called, and where labels are; as the documentation calls them where nothing is said
 * @param options of what type ids are
 * @returns statements without semicolons and without parameters
 * @throws TypeError where the dialect, the layout or an option is not what it must be, naming it
 */
export function schemaSql(
  dialect: SqlDialect,
  layout?: SqlLayout,
  options: SchemaOptions = {},
): readonly string[] {
  const written = dialectOf(dialect, 'dialect');
  const read = readLayout(layout, written.name, 'layout');
  const { id = 'text' } = options;
  if (!ID_TYPES.includes(id)) {
    throw new TypeError(`options.id must be "text" or "integer", not ${JSON.stringify(id)}`);
  }
  const { labels } = read;
  const parts = {
    names: namesOf(read, { by: 'nothing' }, 'layout'),
    idType: id,
    objectsIndex: (of: string) => indexName(read.table, of),
    labelsIndex: (of: string) => indexName('table' in labels ? labels.table : read.table, of),
    labelsStatistics: (of: string) => statisticsName('table' in labels ? labels.table : read.table, of),
  };
  const writing = { dialect: written, style: 'anonymous', first: 1 } as const;
  return written.schema(parts).map((statement) => statementOf(statement, writing).text);
}
