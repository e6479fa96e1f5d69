import { kindOf } from '../text/kind-of.ts';
import type { SqlDialect } from './dialect-name.ts';
import type { TableName } from './identifier.ts';

/** Labels in a column of the objects' table: jsonb in PostgreSQL, JSON text in SQLite, a `Map(String, String)` in ClickHouse. */
export interface LabelColumn {
  /** Its name; `labels` where none is given. */
  readonly column: string;
}

/** Labels in a table of their own, one row for each label of each object. */
export interface LabelTable {
  /** Its name, which has to be given: labels are in a column where it is not. */
  readonly table: TableName;
  /** The column of the object's id; `object_id` where none is given. */
  readonly object?: string;
  /** The column of the label's key; `key` where none is given. */
  readonly key?: string;
  /** The column of the label's value; `value` where none is given. */
  readonly value?: string;
}

/** Where objects and their labels are in a database. What is left out has the name that the documentation uses. */
export interface SqlLayout {
  /** The objects' table; `objects` where none is given. */
  readonly table?: TableName;
  /** The column of their ids, which are unique; `id` where none is given. */
  readonly id?: string;
  /** The column of their namespaces, `''` for those in none; `namespace` where none is given. */
  readonly namespace?: string;
  /** Where their labels are: in a column, or in a table of their own; in a column `labels` where nothing is given. */
  readonly labels?: LabelColumn | LabelTable;
}

/** A layout in which everything is named. */
export interface Layout {
  readonly table: TableName;
  readonly id: string;
  readonly namespace: string;
  readonly labels: LabelColumn | Required<LabelTable>;
}

const MEMBERS = ['table', 'id', 'namespace', 'labels'];
const LABEL_MEMBERS = ['column', 'table', 'object', 'key', 'value'];

function assertObject(
  given: unknown,
  argument: string,
  members: readonly string[],
  example: string,
): asserts given is object {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new TypeError(`${argument} must be an object such as ${example}, not ${kindOf(given)}`);
  }
  const unknown = Object.keys(given).find((name) => !members.includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`${argument} has no ${JSON.stringify(unknown)}; it may have ${members.join(', ')}`);
  }
}

function labelsOf(given: LabelColumn | LabelTable | undefined, argument: string): Layout['labels'] {
  if (given === undefined) return { column: 'labels' };
  assertObject(given, argument, LABEL_MEMBERS, "{ column: 'labels' }");
  if (!('table' in given)) {
    const { column = 'labels', ...others } = given;
    const [other] = Object.keys(others);
    if (other !== undefined) {
      throw new TypeError(
        `${argument}.${other} is of labels in a table of their own, and no ${argument}.table is given`,
      );
    }
    return { column };
  }
  if ('column' in given) {
    throw new TypeError(`${argument} has both a column and a table; labels are in one of them`);
  }
  const { table, object = 'object_id', key = 'key', value = 'value' } = given;
  return { table, object, key, value };
}

/**
 * Reads a layout. Names are checked where they are written into a statement.
 * @throws TypeError naming what is not what it must be
 */
export function readLayout(
  given: SqlLayout | undefined,
  dialect: SqlDialect,
  argument = 'options.layout',
): Layout {
  if (given === undefined) return readLayout({}, dialect, argument);
  assertObject(given, argument, MEMBERS, "{ table: 'pods', labels: { column: 'labels' } }");
  const { table = 'objects', id = 'id', namespace = 'namespace' } = given;
  const labels = labelsOf(given.labels, `${argument}.labels`);
  if (dialect === 'clickhouse' && 'table' in labels) {
    throw new TypeError(
      `${argument}.labels.table is not for clickhouse, where joins are slow; keep labels in a column of type Map(String, String), and name it in ${argument}.labels.column`,
    );
  }
  return { table, id, namespace, labels };
}
