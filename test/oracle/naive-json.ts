/**
 * The fields of a plain object, or undefined for anything else: null, arrays, scalars, and objects that keep
 * their content elsewhere than in own fields (Map, Set, Date, boxed and typed values).
 */
export function jsonFields(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return undefined;
  return new Map(Object.entries(value));
}

/** The names among `fields` that hold something and are not `known`. */
export function unknownFields(fields: ReadonlyMap<string, unknown>, known: readonly string[]): string[] {
  return [...fields]
    .filter(([name, held]) => held !== undefined && !known.includes(name))
    .map(([name]) => name);
}

/** A list, where null and absent are the empty list, or undefined when it is something else. */
export function jsonList(value: unknown): readonly unknown[] | undefined {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : undefined;
}
