import type { IdType, ParameterStyle, SqlDialect, SqlLayout, SqlOptions, SqlPage } from '../../sql.ts';
import { UsageError } from '../exit.ts';
import { printable } from '../output/printable.ts';

/** What `labelwise sql` is told of a database: how tables and columns are called there. */
export interface NamingOptions {
  readonly table?: string;
  readonly id?: string;
  readonly idType: IdType;
  readonly namespaceColumn?: string;
  readonly column?: string;
  readonly labelsTable?: string;
  readonly objectColumn?: string;
  readonly keyColumn?: string;
  readonly valueColumn?: string;
}

/** The options of `labelwise sql`. */
export interface SqlCommandOptions extends NamingOptions {
  readonly dialect: SqlDialect;
  readonly namespace?: string;
  readonly limit?: number;
  readonly after?: string;
  readonly count?: boolean;
  readonly where?: boolean;
  readonly schema?: boolean;
  readonly parameters?: ParameterStyle;
  readonly inline?: boolean;
  readonly output: 'text' | 'json';
}

/** The same as they were given: the dialect may have been left out. */
export type GivenSqlOptions = Omit<SqlCommandOptions, 'dialect'> &
  Partial<Pick<SqlCommandOptions, 'dialect'>>;

/** A table may be one of a schema: `shop.pods`. */
function tableOf(name: string): string | readonly string[] {
  return name.includes('.') ? name.split('.') : name;
}

/** An object without the members that are undefined: the library is told only what the command was told. */
function given<Value extends object>(members: Value): Value {
  return Object.fromEntries(Object.entries(members).filter(([, member]) => member !== undefined)) as Value;
}

/** The layout that options tell of. */
export function layoutOf(options: NamingOptions): SqlLayout {
  const { table, id, namespaceColumn, column, labelsTable, objectColumn, keyColumn, valueColumn } = options;
  const labels = given({
    column,
    table: labelsTable === undefined ? undefined : tableOf(labelsTable),
    object: objectColumn,
    key: keyColumn,
    value: valueColumn,
  });
  return given({
    table: table === undefined ? undefined : tableOf(table),
    id,
    namespace: namespaceColumn,
    labels: Object.keys(labels).length === 0 ? undefined : labels,
  }) as SqlLayout;
}

/** What a statement is written for, as options tell. */
export function targetOf(options: SqlCommandOptions): SqlOptions {
  const { dialect, namespace, parameters } = options;
  return given({ dialect, layout: layoutOf(options), namespace, parameters }) as SqlOptions;
}

/**
 * The part of the result that options ask for.
 *
 * @throws UsageError where ids are whole numbers and `--after` is none
 */
export function pageOf({ limit, after, idType }: SqlCommandOptions): SqlPage {
  if (after === undefined || idType === 'text') return given({ limit, after }) as SqlPage;
  const id = Number(after);
  if (!/^-?\d+$/.test(after) || !Number.isSafeInteger(id)) {
    throw new UsageError(
      `--after must be a whole number up to ${Number.MAX_SAFE_INTEGER}, as --id-type integer says, not "${printable(after)}"`,
    );
  }
  return given({ limit, after: id }) as SqlPage;
}

/** What the library calls an option, and what the command does; longer names first. */
const ARGUMENTS: readonly (readonly [RegExp, string])[] = [
  [/(?:options\.)?layout\.labels\.table/g, '--labels-table'],
  [/(?:options\.)?layout\.labels\.object/g, '--object-column'],
  [/(?:options\.)?layout\.labels\.key/g, '--key-column'],
  [/(?:options\.)?layout\.labels\.value/g, '--value-column'],
  [/(?:options\.)?layout\.labels\.column/g, '--column'],
  [/(?:options\.)?layout\.namespace/g, '--namespace-column'],
  [/(?:options\.)?layout\.table/g, '--table'],
  [/(?:options\.)?layout\.id/g, '--id'],
  [/options\.parameters/g, '--parameters'],
];

/** Of a name between points: `layout.table[1]` is its second part. */
const PART = /(--[a-z-]+)\[(\d+)\]/g;

/**
 * What the library refuses, as something that was wrong in how the command was called.
 *
 * @returns undefined where it is about nothing that was given
 */
function asUsage(error: TypeError): UsageError | undefined {
  const message = ARGUMENTS.reduce((text, [name, option]) => text.replace(name, option), error.message);
  if (message === error.message) return undefined;
  return new UsageError(
    printable(message.replace(PART, (_, option, part) => `part ${Number(part) + 1} of ${option}`)),
  );
}

/**
 * Asks the library for something made from options.
 *
 * @throws UsageError where an option is not what it must be, naming it
 */
export function asked<Result>(make: () => Result): Result {
  try {
    return make();
  } catch (error) {
    throw (error instanceof TypeError && asUsage(error)) || error;
  }
}
