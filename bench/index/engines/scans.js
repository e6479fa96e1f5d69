/*
 * Engines that keep the objects and look at each of them.
 */
import { Query } from 'mingo';
import sift from 'sift';

const LIMITLESS = Number.POSITIVE_INFINITY;

/**
 * @param {(query: import('../../corpus/fleet/queries.js').FleetQuery) => (document: unknown) => boolean} predicateOf
 * @param {(object: import('../engines.js').FleetObject) => { id: string }} documentOf what is kept of an object
 * @returns {import('../engines.js').Engine}
 */
function scanning(predicateOf, documentOf) {
  const documents = [];
  const ids = (matches, limit) => {
    const found = [];
    for (let i = 0; i < documents.length && found.length < limit; i++) {
      if (matches(documents[i])) found.push(documents[i].id);
    }
    return found;
  };
  return {
    load: (objects) => {
      for (const object of objects) documents.push(documentOf(object));
    },
    asked: predicateOf,
    count: (matches) => {
      let count = 0;
      for (let i = 0; i < documents.length; i++) if (matches(documents[i])) count++;
      return count;
    },
    first: ids,
    ids: (matches) => ids(matches, LIMITLESS),
  };
}

/** The compiled predicate of this package, over the objects as they are. */
export async function linearScan(entry) {
  const { compileSelector, parseSelector } = await import(entry);
  return scanning(
    ({ selector }) => {
      const matches = compileSelector(parseSelector(selector));
      return function matchesObject({ labels }) {
        return matches(labels);
      };
    },
    (object) => object,
  );
}

/*
 * The language of MongoDB parts paths at points, and compares numbers with numbers. So documents have keys without
 * points, and a copy of those labels that ranges are asked of, as numbers.
 */

const pathless = (key) => key.replaceAll('.', '_');
const NUMERIC_KEYS = ['acme.example/shard'];

function documentOf({ id, labels }) {
  const renamed = {};
  const numbers = {};
  for (const key of Object.keys(labels)) renamed[pathless(key)] = labels[key];
  for (const key of NUMERIC_KEYS) {
    if (/^\d+$/.test(labels[key])) numbers[pathless(key)] = Number(labels[key]);
  }
  return { id, labels: renamed, numbers };
}

const CRITERIA = {
  'one of': (values) => (values.length === 1 ? { $eq: values[0] } : { $in: values }),
  'none of': (values) => (values.length === 1 ? { $ne: values[0] } : { $nin: values }),
  there: () => ({ $exists: true }),
  'not there': () => ({ $exists: false }),
  above: ([bound]) => ({ $gt: Number(bound) }),
  below: ([bound]) => ({ $lt: Number(bound) }),
};

function criteriaOf({ meaning }) {
  if (meaning.length === 0) return {};
  return {
    $and: meaning.map(([key, test, ...values]) => {
      const field = test === 'above' || test === 'below' ? 'numbers' : 'labels';
      return { [`${field}.${pathless(key)}`]: CRITERIA[test](values) };
    }),
  };
}

/** A pass takes these so long that they are asked for counts alone: a list of ids takes no less. */
function counting({ load, asked, count }) {
  return { load, asked, count };
}

export function siftScan() {
  return counting(scanning((query) => sift(criteriaOf(query)), documentOf));
}

export function mingoScan() {
  const predicateOf = (query) => {
    const criteria = new Query(criteriaOf(query));
    return (document) => criteria.test(document);
  };
  return counting(scanning(predicateOf, documentOf));
}
