import { createHash } from 'node:crypto';
import { naiveMatcher } from '../naive-scan.js';
import { fleetLines, SEED } from './objects.js';
import { fleetQueries } from './queries.js';

/**
 * Goes through a fleet once, the plain way, and says of each of its sizes what tells it from another fleet, and what
 * every query must find in it.
 *
 * @param {import('./objects.js').Shape} shape
 * @param {readonly number[]} sizes ascending
 */
export function surveyFleet(shape, sizes) {
  const hash = createHash('sha256');
  const keys = new Set();
  let labels = 0;
  let objects = 0;
  const found = fleetQueries(shape).map(({ meaning }) => ({
    matches: naiveMatcher(meaning),
    matching: 0,
    first: undefined,
    last: undefined,
  }));
  const surveyed = [];
  for (const line of fleetLines(shape, sizes.at(-1))) {
    const object = JSON.parse(line);
    hash.update(line).update('\n');
    objects++;
    for (const key of Object.keys(object.labels)) {
      keys.add(key);
      labels++;
    }
    for (const query of found) {
      if (!query.matches(object.labels)) continue;
      query.matching++;
      query.first ??= object.id;
      query.last = object.id;
    }
    if (objects !== sizes[surveyed.length]) continue;
    surveyed.push({
      shape,
      size: objects,
      seed: SEED,
      labelsPerObject: Number((labels / objects).toFixed(2)),
      keys: keys.size,
      sha256: hash.copy().digest('hex'),
      expected: found.map(({ matching, first, last }) => ({ matching, first, last })),
    });
  }
  return surveyed;
}
