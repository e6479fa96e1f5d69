/*
 * How many label sets a selector matches, found the plain way from its written-down meaning. It shares no code with
 * the engine; a benchmark whose count differs has measured something wrong and fails.
 */

const TESTS = {
  'one of': (actual, values) => actual !== undefined && values.includes(actual),
  'none of': (actual, values) => actual === undefined || !values.includes(actual),
  there: (actual) => actual !== undefined,
  'not there': (actual) => actual === undefined,
  // The corpus holds small integers only; the edges of int64 are the tests' business.
  above: (actual, [bound]) => actual !== undefined && /^\d+$/.test(actual) && Number(actual) > Number(bound),
  below: (actual, [bound]) => actual !== undefined && /^\d+$/.test(actual) && Number(actual) < Number(bound),
};

/**
 * @param {readonly [string, string, ...string[]][]} meaning as in selectors.js
 * @param {readonly Record<string, string>[]} labelSets
 * @returns {number} how many of the label sets satisfy every requirement
 */
export function countNaively(meaning, labelSets) {
  return labelSets.filter((labels) =>
    meaning.every(([key, test, ...values]) =>
      TESTS[test](Object.hasOwn(labels, key) ? labels[key] : undefined, values),
    ),
  ).length;
}
