import { kindOf } from '../text/kind-of.ts';
import { quote } from '../text/quote.ts';
import { type Fragment, sql } from './fragment.ts';

/** The name of a table: of one part, or of several, as `['shop', 'pods']` for `shop.pods`. */
export type TableName = string | readonly string[];

/** Longer names are cut by PostgreSQL without a word, so two of them may become one. In bytes of UTF-8. */
const MAX_BYTES = 63;

/** What databases read in different ways between quotes, or not at all. */
const UNQUOTABLE = /[\\\p{Cc}\p{Surrogate}]/u;

function bytesOf(name: string): number {
  return new TextEncoder().encode(name).length;
}

/**
 * Holds that something can be the name of a table or column.
 *
 * @throws TypeError naming the argument, what is wrong with it, and what to write
 */
function assertName(name: unknown, argument: string, isPart: boolean): asserts name is string {
  if (typeof name !== 'string') throw new TypeError(`${argument} must be a string, not ${kindOf(name)}`);
  if (name === '') throw new TypeError(`${argument} must not be empty`);
  if (UNQUOTABLE.test(name)) {
    throw new TypeError(
      `${argument} must have no backslashes, control characters or halves of surrogate pairs, as ${quote(name)} has`,
    );
  }
  if (bytesOf(name) > MAX_BYTES) {
    throw new TypeError(
      `${argument} must have at most ${MAX_BYTES} bytes, and ${quote(name)} has ${bytesOf(name)}`,
    );
  }
  if (!isPart && name.includes('.')) {
    const parts = name.split('.').map((part) => `'${part}'`);
    throw new TypeError(
      `${argument} is one name, and ${quote(name)} has a point in it; for a table of a schema write [${parts.join(', ')}]`,
    );
  }
}

/** A name between double quotes, in which a quote is doubled: every dialect here reads it so. */
function quoted(name: string): Fragment {
  return { kind: 'fragment', parts: [`"${name.replaceAll('"', '""')}"`] };
}

/**
 * The name of a column as it stands in a statement: always between quotes, so that it may be a keyword.
 * @throws TypeError where it can be none, naming the argument
 */
export function columnName(name: unknown, argument: string): Fragment {
  assertName(name, argument, false);
  return quoted(name);
}

/**
 * The name of a table as it stands in a statement.
 * @throws TypeError where it can be none, naming the argument
 */
export function tableName(name: unknown, argument: string): Fragment {
  if (!Array.isArray(name)) {
    assertName(name, argument, false);
    return quoted(name);
  }
  if (name.length === 0) throw new TypeError(`${argument} must not be empty`);
  return name.reduce<Fragment | undefined>((before, part, i) => {
    assertName(part, `${argument}[${i}]`, true);
    return before === undefined ? quoted(part) : sql`${before}.${quoted(part)}`;
  }, undefined) as Fragment;
}
