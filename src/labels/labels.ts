import { kindOf } from '../text/kind-of.ts';
import { quote } from '../text/quote.ts';

/**
 * A label set: each key once, with its value. A plain object is read by its own properties only, so
 * `constructor` and `__proto__` are keys like any other; a property that is undefined is absent.
 */
export type Labels = Readonly<Record<string, string>> | ReadonlyMap<string, string>;

function refuseLabels(labels: unknown): never {
  throw new TypeError(`labels must be a plain object or a Map of strings to strings, not ${kindOf(labels)}`);
}

function refuseLabel(key: string, value: unknown): never {
  throw new TypeError(`the label ${quote(key)} must be a string, not ${kindOf(value)}`);
}

const { getPrototypeOf, getOwnPropertyNames, prototype: root } = Object;
const { hasOwnProperty: hasOwn, toString: tagOf } = root;

/**
 * A value as a label set: an object that keeps its labels as properties, or a Map. A Map of another realm is copied;
 * everything else is the value itself. Things that keep their content elsewhere (arrays, Sets, Dates, strings) would
 * read as empty, and are refused.
 *
 * @throws TypeError where the value is no label set, naming what it is
 * Complexity: O(1), and for Maps of other realms their size.
 */
export function asLabels(labels: unknown): Labels {
  if (typeof labels !== 'object' || labels === null) return refuseLabels(labels);
  const prototype: unknown = getPrototypeOf(labels);
  if (prototype === root || prototype === null || labels instanceof Map) return labels as Labels;
  const tag = tagOf.call(labels);
  if (tag === '[object Map]') return new Map(labels as Map<string, string>);
  if (tag !== '[object Object]' || Symbol.iterator in labels) return refuseLabels(labels);
  return labels as Labels;
}

/**
 * The value of one label of a label set that {@link asLabels} has let through.
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

/**
 * The pairs of a label set of either shape, in its own order, without those whose value is undefined.
 * @throws TypeError where it is no label set, or a key or value is no string
 */
export function labelEntries(labels: Labels): [string, string][] {
  const set = asLabels(labels);
  const keys: Iterable<unknown> = set instanceof Map ? set.keys() : getOwnPropertyNames(set);
  const entries: [string, string][] = [];
  for (const key of keys) {
    if (typeof key !== 'string') throw new TypeError(`a label key must be a string, not ${kindOf(key)}`);
    const value = labelOf(set, key);
    if (value !== undefined) entries.push([key, value]);
  }
  return entries;
}
