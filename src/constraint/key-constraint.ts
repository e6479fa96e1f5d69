/**
 * The integers from `min` to `max`, both included, within int64. A value lies in it when it is a base-10 int64
 * between them, whatever its sign and leading zeros.
 */
export interface IntegerRange {
  readonly min: bigint;
  readonly max: bigint;
}

/** One of some values: at least one, in the order of UTF-16 units, each once. */
export interface OneOf {
  readonly kind: 'one-of';
  readonly values: readonly string[];
}

/**
 * Every value but some, and within a range if there is one. The excluded values are in the order of UTF-16 units, each
 * once, and all in the range.
 */
export interface AnyBut {
  readonly kind: 'any-but';
  readonly values: readonly string[];
  readonly range?: IntegerRange;
}

/**
 * Which values a key may have when it is present. Each set of values has exactly one such form, so two constraints mean
 * the same when they are written the same.
 */
export type ValueConstraint = { readonly kind: 'none' } | OneOf | AnyBut;

/** What must hold of one key: whether it may be absent, and which values it may have when it is present. */
export interface KeyConstraint {
  readonly key: string;
  readonly absent: boolean;
  readonly present: ValueConstraint;
}

/** No value: the key must be absent, or nothing can satisfy the constraint. */
export const NO_VALUE: ValueConstraint = Object.freeze({ kind: 'none' });

/** Any value. */
export const ANY_VALUE: ValueConstraint = Object.freeze({ kind: 'any-but', values: Object.freeze([]) });

/** Whether no label set can satisfy a constraint. */
export function isContradiction(constraint: KeyConstraint): boolean {
  return !constraint.absent && constraint.present.kind === 'none';
}

/** Whether every label set satisfies a constraint. */
export function isTrivial({ absent, present }: KeyConstraint): boolean {
  return absent && present.kind === 'any-but' && present.values.length === 0 && present.range === undefined;
}
