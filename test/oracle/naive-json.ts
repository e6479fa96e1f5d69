/** The fields of a JSON object, or undefined for anything else (null, arrays, scalars). */
export function jsonFields(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}

/** A list, where null and absent are the empty list, or undefined when it is something else. */
export function jsonList(value: unknown): readonly unknown[] | undefined {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : undefined;
}
