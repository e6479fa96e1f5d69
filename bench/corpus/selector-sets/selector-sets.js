import { fleetLines, SHAPE_NAMES } from '../fleet/objects.js';
import { Random } from '../random.js';
import { checkKey, commonPairSelectors, negativeSelectors, sharedPairSelectors } from './adverse.js';
import { crowdSelectors } from './crowd.js';
import { objectsInCells, workloadSelectors } from './workloads.js';

/**
 * A selector that is kept, to be asked which labels it sees; without a namespace it sees all of them.
 *
 * @typedef {{ id: string, namespace?: string, selector: string, meaning: import('../naive-scan.js').Meaning }} WrittenSelector
 *
 * @typedef {{ id: string, namespace: string, labels: Record<string, string> }} FleetObject
 */

/** Every object gets so many of the keys that are made up for selectors. */
const CHECKS_AN_OBJECT = 4;

const firstObjects = (shape, count) => Array.from(fleetLines(shape, count), (line) => JSON.parse(line));

/** Gives objects keys that only one selector each speaks of, in byte order with those they have. */
function objectsWithChecks(shape, count, size) {
  const random = new Random(size);
  return firstObjects(shape, count).map(({ labels, ...object }) => {
    const checks = Array.from({ length: CHECKS_AN_OBJECT }, () => [checkKey(random.below(size)), 'passed']);
    const sorted = [...Object.entries(labels), ...checks].sort(([a], [b]) => (a < b ? -1 : 1));
    return { ...object, labels: Object.fromEntries(sorted) };
  });
}

/**
 * The sets of selectors: for which fleets, and which objects of them where it is not simply the first ones; whether a set is
 * made to be hard; and where there is but one size of it, which. A smaller set is the beginning of a larger one.
 *
 * @type {Record<string, { shapes: readonly import('../fleet/objects.js').Shape[], adverse: boolean, only?: number,
 *   selectors: (shape: import('../fleet/objects.js').Shape) => Iterable<WrittenSelector>,
 *   objects?: (shape: import('../fleet/objects.js').Shape, count: number, size: number) => readonly FleetObject[] }>}
 */
const SETS = {
  workloads: {
    shapes: SHAPE_NAMES,
    adverse: false,
    selectors: (shape) => workloadSelectors(shape),
    objects: objectsInCells,
  },
  crowd: { shapes: SHAPE_NAMES, adverse: false, selectors: crowdSelectors },
  'shared-pair': {
    shapes: ['unique'],
    adverse: true,
    selectors: sharedPairSelectors,
    objects: objectsWithChecks,
  },
  'common-pairs': { shapes: ['unique'], adverse: true, selectors: commonPairSelectors },
  negative: { shapes: ['unique'], adverse: true, only: 6_000, selectors: negativeSelectors },
};

/** @typedef {'workloads' | 'crowd' | 'shared-pair' | 'common-pairs' | 'negative'} SetName */
export const SET_NAMES = Object.keys(SETS);

/** The largest set: there are not more of the common pairs. */
export const MOST_SELECTORS = 100_000;

/**
 * @param {readonly SetName[]} names
 * @param {readonly import('../fleet/objects.js').Shape[]} shapes
 * @param {readonly number[]} sizes how many selectors
 * @returns {{ set: SetName, shape: import('../fleet/objects.js').Shape, size: number }[]} what there is of these
 */
export function chosenSets(names, shapes, sizes) {
  return names.flatMap((set) =>
    SETS[set].shapes
      .filter((shape) => shapes.includes(shape))
      .flatMap((shape) =>
        (SETS[set].only === undefined ? sizes : [SETS[set].only]).map((size) => ({ set, shape, size })),
      ),
  );
}

/** Whether a set is made to be hard. */
export function isAdverse(set) {
  return SETS[set].adverse;
}

/**
 * The selectors of a set.
 *
 * @param {{ set: SetName, shape: import('../fleet/objects.js').Shape, size: number }} which
 * @returns {Generator<WrittenSelector>}
 */
export function* writtenSelectors({ set, shape, size }) {
  let left = size;
  if (left === 0) return;
  for (const selector of SETS[set].selectors(shape)) {
    yield selector;
    if (--left === 0) return;
  }
}

/** So many objects of a fleet, from its beginning, may be asked about. */
const POOL = 20_480;

/** Every so many of them are asked about. */
const STRIDE = 5;

/**
 * Objects to ask about, as a client gets them: parsed from JSON, every text its own.
 *
 * @returns {readonly FleetObject[]} the first ones of the fleet
 */
export function poolOfObjects({ set, shape, size }) {
  const { objects = firstObjects } = SETS[set];
  return JSON.parse(JSON.stringify(objects(shape, POOL, size)));
}

/**
 * @param {readonly FleetObject[]} pool
 * @returns {readonly FleetObject[]} those that a set is asked about, from all over the pool
 */
export function askedObjects(pool) {
  return pool.filter((_, number) => number % STRIDE === 0);
}
