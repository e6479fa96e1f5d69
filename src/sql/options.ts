import { kindOf } from '../text/kind-of.ts';
import type { Place } from './condition.ts';
import type { Dialect } from './dialect.ts';
import type { ParameterStyle, SqlDialect } from './dialect-name.ts';
import { dialectOf } from './dialects.ts';
import { columnName } from './identifier.ts';
import { readLayout, type SqlLayout } from './layout.ts';
import { namesOf, type Qualified } from './names.ts';
import type { Writing } from './statement.ts';

/** What a statement is written for. */
export interface SqlOptions<
  Name extends SqlDialect = SqlDialect,
  Style extends ParameterStyle | undefined = ParameterStyle | undefined,
> {
  /** The database that the text is for; one that speaks PostgreSQL's language is `postgres`. */
  readonly dialect: Name;
  /** The column of labels, where it is all there is to say of a layout. */
  readonly column?: string;
  /** Where objects and their labels are. */
  readonly layout?: SqlLayout;
  /** Only objects of this namespace; `''` for those in none. Without it, all objects. */
  readonly namespace?: string;
  /**
   * How placeholders look; the usual way of the dialect where nothing is said: `$1` for PostgreSQL, `?` for SQLite,
   * `{p1:String}` for ClickHouse.
   */
  readonly parameters?: Style;
  /** The number of the first placeholder, where others stand before it; 1 where nothing is said. */
  readonly firstParameter?: number;
  /** What the objects' table is called in the statement that the text becomes part of, if it has a name of its own there. */
  readonly alias?: string;
}

/** Options, read: which objects of which database, and how a statement about them is written down. */
export interface Target extends Place, Writing {
  readonly dialect: Dialect;
}

function styleOf(dialect: Dialect, style: ParameterStyle | undefined): ParameterStyle {
  const [usual] = dialect.styles;
  if (style === undefined && usual !== undefined) return usual;
  const known = dialect.styles.find((name) => name === style);
  if (known !== undefined) return known;
  const given: unknown = style;
  throw new TypeError(
    `options.parameters must be ${dialect.styles.map((name) => `"${name}"`).join(' or ')} for ${dialect.name}, not ${typeof given === 'string' ? JSON.stringify(given) : kindOf(given)}`,
  );
}

function firstOf(first: number | undefined): number {
  if (first === undefined) return 1;
  if (Number.isSafeInteger(first) && first >= 1) return first;
  throw new TypeError(
    `options.firstParameter must be a whole number of at least 1, not ${typeof first === 'number' ? first : kindOf(first)}`,
  );
}

/** In a statement of the caller's, where nothing is said of the table, columns stand alone, but for those of subqueries. */
function qualification(options: SqlOptions, rows: boolean): Qualified {
  if (options.alias !== undefined) return { by: 'alias', alias: options.alias };
  return { by: rows || options.layout?.table !== undefined ? 'table' : 'nothing' };
}

/**
 * Reads what a statement is written for.
 *
 * @param qualified how columns are told from others; by what the options say where it is not given
 * @throws TypeError naming the option and what is wrong with it
 */
export function readTarget(options: SqlOptions, qualified?: Qualified): Target {
  const given: unknown = options;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new TypeError(`options must be an object such as { dialect: "postgres" }, not ${kindOf(given)}`);
  }
  const dialect = dialectOf(options.dialect);
  const { column, namespace } = options;
  if (column !== undefined && options.layout !== undefined) {
    throw new TypeError(
      'options has both a column and a layout; the column can be said in layout.labels.column',
    );
  }
  if (namespace !== undefined && typeof namespace !== 'string') {
    throw new TypeError(`options.namespace must be a string, not ${kindOf(namespace)}`);
  }
  if (column !== undefined) columnName(column, 'options.column');
  const layout =
    column === undefined
      ? readLayout(options.layout, dialect.name)
      : readLayout({ labels: { column } }, dialect.name);
  const rows = 'table' in layout.labels;
  return {
    dialect,
    names: namesOf(layout, qualified ?? qualification(options, rows)),
    namespace,
    style: styleOf(dialect, options.parameters),
    first: firstOf(options.firstParameter),
  };
}
