import { naiveMatcher } from '../corpus/naive-scan.js';
import { writtenSelectors } from '../corpus/selector-sets/selector-sets.js';

/** Which objects answers are checked for: those that the peer asks about. */
const CHECKED = 20;
const APART = 37;

/** @returns the objects that answers are checked for */
export function checkedObjects(objects) {
  return Array.from({ length: CHECKED }, (_, index) => objects[index * APART]);
}

/**
 * Which selectors of a set see an object, for each of several, by the written-down meanings.
 *
 * @param {Parameters<typeof writtenSelectors>[0]} which
 * @param {readonly { labels: Record<string, string>, namespace: string }[]} objects
 * @returns {string[][]} ids, in order
 */
export function expectedIds(which, objects) {
  const found = objects.map(() => []);
  for (const { id, namespace, meaning } of writtenSelectors(which)) {
    const matches = naiveMatcher(meaning);
    for (const [index, object] of objects.entries()) {
      if ((namespace === undefined || namespace === object.namespace) && matches(object.labels))
        found[index].push(id);
    }
  }
  return found.map((ids) => ids.sort());
}

/**
 * Asks an engine about the objects, and ends the run where it finds others.
 *
 * @param {import('./engines.js').Engine} engine
 * @param {readonly string[][]} expected
 */
export function checkIds(engine, objects, expected) {
  for (const [index, { labels, namespace }] of objects.entries()) {
    const ids = [...engine.matching(labels, namespace)].sort();
    if (ids.length !== expected[index].length || ids.some((id, place) => id !== expected[index][place])) {
      throw new Error(
        `${ids.length} selectors see ${JSON.stringify(labels)}, where the naive scan finds ${expected[index].length}, or others`,
      );
    }
  }
}
