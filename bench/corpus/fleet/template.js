import { KEYS, RARE } from './keys.js';
import { Zipf } from './zipf.js';

/** A label as it stands in a line of JSON. Nothing in the fleet needs to be escaped. */
export function label(key, value) {
  return `"${key}":"${value}"`;
}

const SOURCES = KEYS.map(({ key, share, values, exponent }) => ({
  share,
  zipf: new Zipf(values.length, exponent),
  // Every label there is, once: to draw one is to look it up.
  labels: key === RARE ? [] : values.map((value) => label(key, value)),
}));

const RARE_VALUES = ['passed', 'failed', 'skipped', 'unknown', ''];
const RARE_PLACE = KEYS.findIndex(({ key }) => key === RARE);
const RARE_KEYS = KEYS[RARE_PLACE].values;

/** Where a key stands in what `drawTemplate` gives. */
export function placeOf(key) {
  return KEYS.findIndex((known) => known.key === key);
}

/**
 * Draws a label set, each label by itself.
 *
 * @param {import('../random.js').Random} random
 * @returns {(string | undefined)[]} a label, as it stands in JSON, for each of the keys; undefined where there is none
 */
export function drawTemplate(random) {
  return SOURCES.map(({ share, zipf, labels }, place) => {
    if (!random.chance(share)) return undefined;
    const drawn = zipf.draw(random);
    return place === RARE_PLACE ? label(RARE_KEYS[drawn], random.pick(RARE_VALUES)) : labels[drawn];
  });
}

/** @param {readonly (string | undefined)[]} labels as drawn */
export function labelsText(labels) {
  return `{${labels.filter((drawn) => drawn !== undefined).join()}}`;
}
