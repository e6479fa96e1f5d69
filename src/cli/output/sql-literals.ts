import type { SqlDialect, SqlValue } from '../../sql.ts';

/** What a terminal would act on or not show, or what would end a line: written as an escape, never as it is. */
const UNSHOWN = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
const EACH_UNSHOWN = new RegExp(UNSHOWN, 'gu');

function pointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}

/**
 * Without backslashes a text reads the same whatever `standard_conforming_strings` says; with `E` before it, backslashes are
 * escapes whatever it says.
 */
function postgresText(text: string): string {
  const quoted = text.replaceAll("'", "''");
  if (!text.includes('\\') && !UNSHOWN.test(text)) return `'${quoted}'`;
  const escaped = quoted.replaceAll('\\', '\\\\').replace(EACH_UNSHOWN, (character) => {
    const point = pointOf(character);
    return point > 0xffff ? `\\U${hex(point, 8)}` : `\\u${hex(point, 4)}`;
  });
  return `E'${escaped}'`;
}

/** SQLite has no escapes, but for a quote within quotes; so what is not shown is joined in by its number. */
function sqliteText(text: string): string {
  const parts = text.split(new RegExp(`(${UNSHOWN.source})`, 'u')).filter((part) => part !== '');
  const literals = parts.map((part) =>
    UNSHOWN.test(part) ? `char(${pointOf(part)})` : `'${part.replaceAll("'", "''")}'`,
  );
  if (literals.length === 0) return "''";
  return literals.length === 1 && !UNSHOWN.test(text) ? literals.join('') : `(${literals.join(' || ')})`;
}

/** The bytes of what is not shown, since ClickHouse has no escapes for characters. */
function clickhouseText(text: string): string {
  const escaped = text
    .replace(/[\\']/g, '\\$&')
    .replace(EACH_UNSHOWN, (character) =>
      [...new TextEncoder().encode(character)].map((byte) => `\\x${hex(byte, 2)}`).join(''),
    );
  return `'${escaped}'`;
}

const TEXTS: Readonly<Record<SqlDialect, (text: string) => string>> = {
  postgres: postgresText,
  sqlite: sqliteText,
  clickhouse: clickhouseText,
};

function listText(values: readonly string[], dialect: SqlDialect): string {
  const list = `[${values.map(TEXTS[dialect]).join(', ')}]`;
  return dialect === 'postgres' ? `ARRAY${list}` : list;
}

/**
 * The value of a parameter as it would be written into a statement. One operand, on one line.
 *
 * @param type what the placeholder says of its type; only ClickHouse's do
 */
export function sqlLiteral(value: SqlValue, dialect: SqlDialect, type: string = ''): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return listText(value, dialect);
  // Whole numbers of 64 bits come as texts, since a number of JavaScript would not hold all of them.
  return /^U?Int64$/.test(type) ? `to${type}('${value}')` : TEXTS[dialect](value);
}
