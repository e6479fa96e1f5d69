import { quote } from '../text/quote.ts';

/**
 * A label set: each key once, with its value. A plain object is read by its own properties only, so
 * `constructor` and `__proto__` are keys like any other; a property that is undefined is absent.
 */
export type Labels = Readonly<Record<string, string>> | ReadonlyMap<string, string>;

/** What a value is, for an error message. */
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/**
 * A label set that is none: not an object or Map.
 * @throws TypeError always, naming what was given
 */
export function refuseLabels(labels: unknown): never {
  throw new TypeError(
    `labels must be an object or a Map of strings to strings, not ${labels === undefined ? 'undefined' : kindOf(labels)}`,
  );
}

/**
 * A label whose value is no string.
 * @throws TypeError always, naming the key and what was found
 */
export function refuseLabel(key: string, value: unknown): never {
  throw new TypeError(`the label ${quote(key)} must be a string, not ${kindOf(value)}`);
}

const hasOwn = Object.prototype.hasOwnProperty;

/**
 * The value of one label, of a label set of either shape that {@link refuseLabels} need not refuse.
 *
 * An object is asked whether it has the key before it is read: an object of many shapes answers that in a tenth of
 * the time it takes to find that neither it nor its prototypes have it, and inherited properties are no labels.
 *
 * @returns undefined when the key is absent
 * @throws TypeError where the value is no string
 */
export function labelOf(labels: Labels, key: string): string | undefined {
  const value: unknown =
    labels instanceof Map
      ? labels.get(key)
      : hasOwn.call(labels, key)
        ? (labels as Readonly<Record<string, string>>)[key]
        : undefined;
  return typeof value === 'string' || value === undefined ? value : refuseLabel(key, value);
}

/** Whether something can be a label set: a Map, or an object that is no array. */
export function isLabels(labels: unknown): labels is Labels {
  return typeof labels === 'object' && labels !== null && !Array.isArray(labels);
}

/**
 * The pairs of a label set of either shape, in its own order.
 * @throws TypeError where it is no label set, or a key or value is no string
 */
export function labelEntries(labels: Labels): [string, string][] {
  if (!isLabels(labels)) refuseLabels(labels);
  const pairs: [string, unknown][] = labels instanceof Map ? [...labels] : Object.entries(labels);
  const entries: [string, string][] = [];
  for (const [key, value] of pairs) {
    if (typeof key !== 'string') throw new TypeError(`a label key must be a string, not ${kindOf(key)}`);
    if (value === undefined) continue;
    if (typeof value !== 'string') refuseLabel(key, value);
    entries.push([key, value]);
  }
  return entries;
}
