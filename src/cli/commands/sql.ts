import { findConflicts, formatSelector, isSatisfiable, type Selector } from '../../index.ts';
import { countSql, type SqlText, schemaSql, selectSql, toSql } from '../../sql.ts';
import { EXIT, type ExitStatus, UsageError } from '../exit.ts';
import type { Console } from '../output/console.ts';
import { contradictionLines } from '../output/contradiction.ts';
import { printable } from '../output/printable.ts';
import { inlineText, type ShownSql, withLiterals, withPlaceholders } from '../output/sql-text.ts';
import { USUAL_STYLES } from '../sql-dialects.ts';
import { readSelector } from './selectors.ts';
import {
  asked,
  type GivenSqlOptions,
  layoutOf,
  pageOf,
  type SqlCommandOptions,
  targetOf,
} from './sql-options.ts';

/** What makes no sense without a query. */
const OF_QUERIES = ['namespace', 'limit', 'after', 'count', 'where', 'parameters', 'inline'] as const;

function sqlOf(selector: Selector, options: SqlCommandOptions): SqlText {
  const target = targetOf(options);
  if (options.where) return toSql(selector, target);
  return options.count ? countSql(selector, target) : selectSql(selector, target, pageOf(options));
}

function queryOf(selector: Selector, options: SqlCommandOptions): ShownSql {
  const { dialect, parameters: style = USUAL_STYLES[dialect], where = false } = options;
  return { dialect, style, sql: asked(() => sqlOf(selector, options)), isWhole: !where };
}

function schemaOf(options: SqlCommandOptions): readonly string[] | undefined {
  const { dialect, idType } = options;
  return options.schema ? asked(() => schemaSql(dialect, layoutOf(options), { id: idType })) : undefined;
}

function jsonOf(query: ShownSql, { inline }: SqlCommandOptions): SqlText {
  if (!inline) return query.sql;
  return { text: inlineText(query), values: Array.isArray(query.sql.values) ? [] : {} };
}

/** Tells that a query will find nothing, whatever is there, and why. */
function tellContradiction(selector: Selector, console: Console): void {
  const { errorStyle: style, errorLayout } = console;
  const conflicts = findConflicts(selector) ?? [];
  const subject = printable(` ${formatSelector(selector)} matches nothing:`);
  for (const line of contradictionLines('warning:', style.yellow, subject, conflicts, errorLayout))
    console.note(line);
}

function readQuery(
  text: string | undefined,
  options: SqlCommandOptions,
  console: Console,
): Selector | undefined {
  if (text !== undefined) return readSelector([text], console);
  if (!options.schema) {
    throw new UsageError(
      "no selector: give one, as in 'app=web,tier!=cache', or '' for every object; or --schema for the tables alone",
    );
  }
  const stray = OF_QUERIES.find((name) => options[name] !== undefined);
  if (stray !== undefined) throw new UsageError(`--${stray} is of a query, and no selector is given`);
  return undefined;
}

/**
 * `labelwise sql`: the query that finds what a selector matches in a database, and the statements that create its tables.
 *
 * @param text the selector; none for the tables alone
 * @returns no when the selector matches nothing, so that the query cannot find anything; yes otherwise
 * @throws UsageError where the selector or an option is not what it must be, or no dialect is named
 */
export function sql(
  text: string | undefined,
  { dialect, ...others }: GivenSqlOptions,
  console: Console,
): ExitStatus {
  if (dialect === undefined) {
    const names = Object.keys(USUAL_STYLES);
    throw new UsageError(`no dialect: give --dialect ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`);
  }
  const options = { dialect, ...others };
  const selector = readQuery(text, options, console);
  const query = selector && queryOf(selector, options);
  const schema = schemaOf(options);
  if (options.output === 'json') {
    const result = { dialect, ...(schema && { schema }), ...(query && jsonOf(query, options)) };
    console.line(JSON.stringify(result, null, 2));
  } else {
    for (const statement of schema ?? []) console.line(`${statement};`);
    if (schema && query) console.line('');
    if (query) console.line(options.inline ? withLiterals(query, console) : withPlaceholders(query, console));
  }
  if (selector === undefined || isSatisfiable(selector)) return EXIT.yes;
  tellContradiction(selector, console);
  return EXIT.no;
}
