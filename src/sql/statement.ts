import type { Dialect } from './dialect.ts';
import type { ParameterStyle, SqlDialect } from './dialect-name.ts';
import type { Fragment, Parameter, SqlValue } from './fragment.ts';

/** Values by the names of their placeholders, without what stands around these: `{ p1: 'web' }`. */
export type NamedValues = Record<string, SqlValue>;

/**
 * The values that placeholders stand for: by name where they have names, as always in ClickHouse; otherwise a list in their
 * order. The caller's own, and to be changed at will, since drivers ask for that.
 */
export type SqlValues<Name extends SqlDialect, Style> = Style extends 'named'
  ? NamedValues
  : Name extends 'clickhouse'
    ? NamedValues
    : SqlValue[];

/** A text with placeholders, and what they stand for, as a driver takes both. */
export interface SqlText<Values = SqlValue[] | NamedValues> {
  /** With placeholders where values belong: `$1`, `?`, `:p1`, `{p1:String}`. */
  readonly text: string;
  /** What the placeholders stand for: a list in their order, or an object by their names. */
  readonly values: Values;
}

/** The number of each parameter: a new one for each use where placeholders have none, otherwise one for each parameter. */
class Numbering {
  readonly values: SqlValue[] = [];
  readonly #numbers = new Map<Parameter, number>();
  readonly #first: number;
  readonly #repeats: boolean;

  constructor(first: number, repeats: boolean) {
    this.#first = first;
    this.#repeats = repeats;
  }

  numberOf(parameter: Parameter): number {
    const known = this.#numbers.get(parameter);
    if (known !== undefined && !this.#repeats) return known;
    const number = this.#first + this.values.length;
    this.#numbers.set(parameter, number);
    this.values.push(parameter.value);
    return number;
  }
}

/** How a statement is written down. */
export interface Writing {
  readonly dialect: Dialect;
  readonly style: ParameterStyle;
  /** The number of its first placeholder, so that it can stand behind others. */
  readonly first: number;
}

/**
 * A fragment as text and values. O(length of the text).
 *
 * The types of the values are those of the options that the writing was read from.
 */
export function statementOf<Name extends SqlDialect, Style>(
  fragment: Fragment,
  { dialect, style, first }: Writing,
): SqlText<SqlValues<Name, Style>> {
  const numbering = new Numbering(first, style === 'anonymous');
  let text = '';
  for (const part of fragment.parts) {
    text += typeof part === 'string' ? part : dialect.placeholder(style, numbering.numberOf(part), part.type);
  }
  const { values } = numbering;
  const named = () => Object.fromEntries(values.map((value, i) => [`p${first + i}`, value]));
  return { text, values: (style === 'named' ? named() : values) as SqlValues<Name, Style> };
}
