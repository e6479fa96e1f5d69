/*
 * Which label sets a selector matches, found the plain way from its written-down meaning. It shares no code with the
 * engine; a benchmark whose count differs has measured something wrong and fails.
 */

/** What each test asks of a value, undefined for an absent key; its values are a set. */
export const TESTS = {
  'one of': (actual, values) => actual !== undefined && values.has(actual),
  'none of': (actual, values) => actual === undefined || !values.has(actual),
  there: (actual) => actual !== undefined,
  'not there': (actual) => actual === undefined,
  // The corpora hold small integers only; the edges of int64 are the tests' business.
  above: (actual, [bound]) => actual !== undefined && /^\d+$/.test(actual) && Number(actual) > Number(bound),
  below: (actual, [bound]) => actual !== undefined && /^\d+$/.test(actual) && Number(actual) < Number(bound),
};

/**
 * @typedef {readonly [string, string, ...string[]][]} Meaning as in selectors.js
 * @param {Meaning} meaning
 * @returns {(labels: Record<string, string>) => boolean} whether a label set satisfies every requirement
 */
export function naiveMatcher(meaning) {
  const requirements = meaning.map(([key, test, ...values]) => ({
    key,
    passes: TESTS[test],
    values: new Set(values),
  }));
  return (labels) =>
    requirements.every(({ key, passes, values }) =>
      passes(Object.hasOwn(labels, key) ? labels[key] : undefined, values),
    );
}

/**
 * @param {Meaning} meaning
 * @param {readonly Record<string, string>[]} labelSets
 * @returns {number} how many of the label sets match
 */
export function countNaively(meaning, labelSets) {
  return labelSets.filter(naiveMatcher(meaning)).length;
}
