import type { Selector } from '../selector/selector.ts';
import { conditionOf } from './condition.ts';
import type { ParameterStyle, SqlDialect } from './dialect-name.ts';
import { readTarget, type SqlOptions } from './options.ts';
import { type SqlText, type SqlValues, statementOf } from './statement.ts';

/**
 * A selector as a condition of a database: what stands behind `WHERE` to get just the objects that the selector matches, by
 * the same rules as everywhere here. Made of the selector's meaning, not of its text; whatever a selector brings in stands
 * in the values, never in the text.
 *
 * The condition is one operand: it can be followed by `AND`. It is true of what matches, and false or NULL of what does not,
 * so its contrary is `(…) IS NOT TRUE` in PostgreSQL and SQLite.
 *
 * @example
 * const { text, values } = toSql(parseSelector('app=web,tier!=cache'), { dialect: 'postgres', column: 'labels' });
 * await pool.query(`SELECT name FROM pods WHERE ${text}`, values);
 *
 * @param selector what the labels of an object must satisfy; namespaces are asked for by the options
 * @param options the dialect, and where the labels are: in a column `labels` where nothing is said
 * @returns the condition, and the values of its placeholders as a driver takes them, a new list or object each time
 * @complexity O(requirements and values), and O(alternatives²) up to 32 alternatives.
 * @throws TypeError where `selector` is no Selector, or an option is not what it must be, naming it
 */
export function toSql<Name extends SqlDialect, Style extends ParameterStyle | undefined = undefined>(
  selector: Selector,
  options: SqlOptions<Name, Style>,
): SqlText<SqlValues<Name, Style>> {
  const target = readTarget(options);
  return statementOf<Name, Style>(conditionOf(selector, target), target);
}
