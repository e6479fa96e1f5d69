import { KEYS } from '../fleet/keys.js';
import { Zipf } from '../fleet/zipf.js';

/** The values of each key of the fleet, drawn as often as its objects have them. */
const SOURCES = new Map(
  KEYS.filter(({ values }) => values.length > 0).map(({ key, values, exponent }) => [
    key,
    { values, zipf: new Zipf(values.length, exponent) },
  ]),
);

/**
 * A value of a key of the fleet, the frequent ones as often as in the fleet.
 *
 * @param {import('../random.js').Random} random
 * @param {string} key
 */
export function drawValue(random, key) {
  const { values, zipf } = SOURCES.get(key);
  return values[zipf.draw(random)];
}

/**
 * Several values of a key, no two alike.
 *
 * @param {number} count fewer than the key has values
 * @param {string} [first] one that is to be among them
 * @returns {string[]}
 */
export function drawValues(random, key, count, first) {
  const drawn = new Set(first === undefined ? [] : [first]);
  while (drawn.size < count) drawn.add(drawValue(random, key));
  return [...drawn];
}

/** Every value of a key of the fleet, the most frequent first. */
export function valuesOf(key) {
  return SOURCES.get(key).values;
}
