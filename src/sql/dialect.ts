import type { Conjunction } from '../constraint/conjunction.ts';
import type { IntegerRange } from '../constraint/key-constraint.ts';
import type { ParameterStyle, SqlDialect } from './dialect-name.ts';
import type { Fragment } from './fragment.ts';
import type { SchemaParts } from './schema/schema-parts.ts';
import type { Storable } from './storable.ts';

/** What a dialect has of its own. */
export interface Dialect {
  readonly name: SqlDialect;
  readonly always: Fragment;
  readonly never: Fragment;
  /** Its styles of placeholders, the usual one first. */
  readonly styles: readonly ParameterStyle[];
  /** The placeholder of a style for the parameter of a number. */
  placeholder(style: ParameterStyle, number: number, type: string): string;
  readonly isStorable: Storable;
  /** That a value which is there is one of some, of which there is at least one. An operand. */
  isOneOf(value: Fragment, values: readonly string[]): Fragment;
  /** That a value which is there is none of some, of which there is at least one. An operand. */
  isNoneOf(value: Fragment, values: readonly string[]): Fragment;
  /** That a value is a base-10 int64 within a range; false or NULL of whatever else it is, and never an error. An operand. */
  isInRange(value: Fragment, range: IntegerRange): Fragment;
  /** What a conjunction asks of labels in a column: operands that must all hold. */
  columnHolds(labels: Fragment, conjunction: Conjunction): readonly Fragment[];
  /** The statements that create the tables and indexes of a layout. */
  schema(parts: SchemaParts): readonly Fragment[];
}
