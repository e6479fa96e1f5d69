import { kindOf } from '../text/kind-of.ts';
import { quote } from '../text/quote.ts';

/**
 * The keys that completion knows, each with its known values: a plain object, read by its own properties only, or a
 * Map. Put what is used most first: menus keep this order.
 */
export type Vocabulary = Readonly<Record<string, readonly string[]>> | ReadonlyMap<string, Iterable<string>>;

function isMap(vocabulary: object): vocabulary is ReadonlyMap<string, unknown> {
  return vocabulary instanceof Map || Object.prototype.toString.call(vocabulary) === '[object Map]';
}

function isIterable(values: unknown): values is Iterable<unknown> {
  return typeof values === 'object' && values !== null && Symbol.iterator in values;
}

/** The words of a vocabulary, each read when first asked for, and once: an iterable may not begin again. */
export interface Lexicon {
  /**
   * Every key, in the order of the vocabulary.
   * @throws TypeError where one is no string
   */
  keys(): readonly string[];
  /**
   * The known values of a key, each once, in the order of the vocabulary; none for a key that it does not have.
   * @throws TypeError where they are no list, or one of them is no string
   */
  values(key: string): ReadonlySet<string>;
}

/** Reads nothing yet. */
export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  let keys: readonly string[] | undefined;
  const values = new Map<string, ReadonlySet<string>>();
  return {
    keys() {
      keys ??= keysOf(vocabulary);
      return keys;
    },
    values(key) {
      const known = values.get(key) ?? valuesOf(vocabulary, key);
      values.set(key, known);
      return known;
    },
  };
}

function keysOf(vocabulary: Vocabulary): string[] {
  if (!isMap(vocabulary)) return Object.keys(vocabulary);
  const keys = [...vocabulary.keys()];
  for (const key of keys) {
    if (typeof key !== 'string')
      throw new TypeError(`a key of the vocabulary must be a string, not ${kindOf(key)}`);
  }
  return keys;
}

function valuesOf(vocabulary: Vocabulary, key: string): Set<string> {
  const values: unknown = isMap(vocabulary)
    ? vocabulary.get(key)
    : Object.hasOwn(vocabulary, key)
      ? vocabulary[key]
      : undefined;
  if (values === undefined) return new Set();
  // A string is a list of its characters to the language, which nobody means.
  if (!isIterable(values)) {
    throw new TypeError(
      `the vocabulary's values of ${quote(key)} must be a list of strings, not ${kindOf(values)}`,
    );
  }
  const known = new Set<string>();
  for (const value of values) {
    if (typeof value !== 'string') {
      throw new TypeError(
        `the vocabulary's values of ${quote(key)} must be strings, and one is ${kindOf(value)}`,
      );
    }
    known.add(value);
  }
  return known;
}
