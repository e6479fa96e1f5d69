/*
 * Requirements as the corpora write them, the meaning beside the text, so that the naive scan judges parser and engine
 * alike.
 *
 * @typedef {readonly [text: string, key: string, test: string, ...values: string[]]} WrittenRequirement
 */

export const is = (key, value) => [`${key}=${value}`, key, 'one of', value];
export const isNot = (key, value) => [`${key}!=${value}`, key, 'none of', value];
export const among = (key, values) => [`${key} in (${values.join()})`, key, 'one of', ...values];
export const notAmong = (key, values) => [`${key} notin (${values.join()})`, key, 'none of', ...values];
export const there = (key) => [key, key, 'there'];
export const notThere = (key) => [`!${key}`, key, 'not there'];
export const above = (key, bound) => [`${key}>${bound}`, key, 'above', bound];
export const below = (key, bound) => [`${key}<${bound}`, key, 'below', bound];

/**
 * @param {readonly WrittenRequirement[]} requirements
 * @returns {{ selector: string, meaning: import('../naive-scan.js').Meaning }} all of them at once
 */
export function allOf(requirements) {
  return {
    selector: requirements.map(([text]) => text).join(),
    meaning: requirements.map(([, ...meaning]) => meaning),
  };
}
