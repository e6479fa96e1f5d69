import { kindOf } from '../text/kind-of.ts';
import { quote } from '../text/quote.ts';

/**
 * A label set: each key once, with its value. A plain object is read by its own properties only, so
 * `constructor` and `__proto__` are keys like any other; a property that is undefined is absent.
 */
export type Labels = Readonly<Record<string, string>> | ReadonlyMap<string, string>;

/**
 * What is no label set.
 * @throws TypeError always, naming what it is
 */
export function refuseLabels(labels: unknown): never {
  throw new TypeError(`labels must be a plain object or a Map of strings to strings, not ${kindOf(labels)}`);
}

/**
 * A label whose value is no string.
 * @throws TypeError always, naming the key and what was found
 */
export function refuseLabel(key: string, value: unknown): never {
  throw new TypeError(`the label ${quote(key)} must be a string, not ${kindOf(value)}`);
}

const { getPrototypeOf, getOwnPropertyNames, prototype: root } = Object;
const tagOf = root.toString;

/**
 * Holds that a value is a label set: a Map of this realm, or an object that keeps its labels as properties. Things
 * that keep their content elsewhere (arrays, Sets, Dates, Maps of another realm) would read as empty.
 *
 * @throws TypeError where the value is no label set, naming what it is
 */
export function assertLabels(labels: unknown): asserts labels is Labels {
  if (typeof labels !== 'object' || labels === null) refuseLabels(labels);
  const prototype: unknown = getPrototypeOf(labels);
  if (prototype === root || prototype === null || labels instanceof Map) return;
  if (tagOf.call(labels) !== '[object Object]' || Symbol.iterator in labels) refuseLabels(labels);
}

/**
 * The pairs of a label set of either shape, in its own order, without those whose value is undefined.
 * @throws TypeError where it is no label set, or a key or value is no string
 */
export function labelEntries(labels: Labels): [string, string][] {
  assertLabels(labels);
  const isMap = labels instanceof Map;
  const keys: Iterable<unknown> = isMap ? labels.keys() : getOwnPropertyNames(labels);
  const entries: [string, string][] = [];
  for (const key of keys) {
    if (typeof key !== 'string') throw new TypeError(`a label key must be a string, not ${kindOf(key)}`);
    const value: unknown = isMap ? labels.get(key) : (labels as Readonly<Record<string, unknown>>)[key];
    if (typeof value === 'string') entries.push([key, value]);
    else if (value !== undefined) refuseLabel(key, value);
  }
  return entries;
}
