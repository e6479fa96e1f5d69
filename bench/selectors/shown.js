import { isAdverse } from '../corpus/selector-sets/selector-sets.js';

/*
 * What tables and plots have in common.
 */

/** Sets in the order they were measured in, each with its results by size. */
export function bySet(results) {
  const groups = new Map();
  for (const result of results) {
    const { set, shape } = result;
    const title = `${set}, ${shape}`;
    const group = groups.get(title) ?? { title, set, shape, sizes: [] };
    group.sizes.push(result);
    groups.set(title, group);
  }
  for (const { sizes } of groups.values()) sizes.sort((a, b) => a.size - b.size);
  return [...groups.values()];
}

/** The largest size of each set that is not made to be hard. */
export function largestOrdinary(results) {
  return bySet(results)
    .filter(({ set }) => !isAdverse(set))
    .map(({ sizes }) => sizes.at(-1));
}

/** The largest size of one set, where it was measured. */
export function largestOf(results, set) {
  return bySet(results)
    .find((group) => group.set === set)
    ?.sizes.at(-1);
}
