import { type Fragment, sql } from './fragment.ts';
import { columnName, tableName } from './identifier.ts';
import type { Layout } from './layout.ts';

/** The table of labels and its columns, as they stand in a statement. */
export interface LabelTableNames {
  readonly kind: 'table';
  readonly table: Fragment;
  readonly object: Fragment;
  readonly key: Fragment;
  readonly value: Fragment;
}

/** The column of labels, as it stands in a statement. */
export interface LabelColumnNames {
  readonly kind: 'column';
  readonly column: Fragment;
}

/** The names of a layout as they stand in a statement, its columns with the table before them. */
export interface Names {
  readonly table: Fragment;
  readonly id: Fragment;
  readonly namespace: Fragment;
  readonly labels: LabelColumnNames | LabelTableNames;
}

/** How columns of the objects' table are told from others: by an alias of the table, by the table, or not at all. */
export type Qualified =
  | { readonly by: 'alias'; readonly alias: string }
  | { readonly by: 'table' }
  | { readonly by: 'nothing' };

/**
 * The names of a layout.
 * @throws TypeError where one of them can be none, naming the argument
 */
export function namesOf(layout: Layout, qualified: Qualified, argument = 'options.layout'): Names {
  const table = tableName(layout.table, `${argument}.table`);
  const before = qualified.by === 'alias' ? columnName(qualified.alias, 'options.alias') : table;
  const column = (name: string, of: string) => {
    const quoted = columnName(name, `${argument}.${of}`);
    return qualified.by === 'nothing' ? quoted : sql`${before}.${quoted}`;
  };
  const { labels } = layout;
  return {
    table,
    id: column(layout.id, 'id'),
    namespace: column(layout.namespace, 'namespace'),
    labels:
      'column' in labels
        ? { kind: 'column', column: column(labels.column, 'labels.column') }
        : {
            kind: 'table',
            table: tableName(labels.table, `${argument}.labels.table`),
            object: columnName(labels.object, `${argument}.labels.object`),
            key: columnName(labels.key, `${argument}.labels.key`),
            value: columnName(labels.value, `${argument}.labels.value`),
          },
  };
}
