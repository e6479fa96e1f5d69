import { visible } from './visible.ts';

/** What a value is, for an error message: `null`, `a number`, `an array`, `a Date`, `an object`. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value !== 'object') return `a ${typeof value}`;
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag === 'Map' && !(value instanceof Map)) return 'a Map of another realm';
  return tag === 'Array' || tag === 'Object' ? `an ${tag.toLowerCase()}` : `a ${visible(tag)}`;
}
