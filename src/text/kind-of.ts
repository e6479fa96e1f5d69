/** What a value is, for an error message: `null`, `a number`, `an array`, `a Date`. Runs no code of the value's. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value !== 'object') return `a ${typeof value}`;
  if (Array.isArray(value)) return 'an array';
  return value instanceof Date
    ? 'a Date'
    : value instanceof Set
      ? 'a Set'
      : value instanceof Map
        ? 'a Map'
        : 'an object';
}
