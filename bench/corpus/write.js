import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fleetLines } from './fleet/objects.js';
import { fleetQueries } from './fleet/queries.js';
import { describeCorpus, objectLines } from './label-sets.js';
import { manifestFiles } from './manifests/manifests.js';
import { askedObjects, poolOfObjects, writtenSelectors } from './selector-sets/selector-sets.js';
import { selectorLine } from './selector-sets/survey.js';
import { SELECTORS } from './selectors.js';

/** Lines are written in lots of so many: a large corpus never is in memory as a whole. */
const LOT = 10_000;

function writeLines(lines, file) {
  const descriptor = openSync(file, 'w');
  let lot = [];
  const write = () => {
    if (lot.length > 0) writeSync(descriptor, `${lot.join('\n')}\n`);
    lot = [];
  };
  for (const line of lines) if (lot.push(line) === LOT) write();
  write();
  closeSync(descriptor);
}

function writeFiles(directory, lines, selectors) {
  mkdirSync(directory, { recursive: true });
  writeLines(lines, join(directory, 'objects.ndjson'));
  const queries = selectors.map((selector) => ({ name: selector, selector }));
  writeFileSync(join(directory, 'queries.json'), `${JSON.stringify(queries, undefined, 1)}\n`);
}

/**
 * Writes a corpus for programs in other languages: `objects.ndjson` (`{"id","namespace","labels"}` a line) and
 * `queries.json` (`[{"name","selector"}]`; the name is the selector).
 *
 * @param {import('./label-sets.js').CorpusName} name
 * @param {string} directory made when it is not there
 * @returns what was written
 */
export function writeCorpus(name, directory) {
  const lines = objectLines(name);
  writeFiles(
    directory,
    lines,
    SELECTORS.map(([selector]) => selector),
  );
  return describeCorpus(lines);
}

/**
 * Writes a fleet in the same form.
 *
 * @param {{ shape: import('./fleet/objects.js').Shape, size: number }} fleet
 * @param {string} directory made when it is not there
 */
export function writeFleet({ shape, size }, directory) {
  writeFiles(
    directory,
    fleetLines(shape, size),
    fleetQueries(shape).map(({ selector }) => selector),
  );
}

/**
 * Writes a set of selectors, and the objects that they are asked about, in the same form, without queries; the selectors
 * are in `selectors.ndjson` (`{"id","namespace","selector"}` a line, without a namespace where it sees all of them).
 *
 * @param {{ set: import('./selector-sets/selector-sets.js').SetName, shape: import('./fleet/objects.js').Shape,
 *   size: number }} which
 * @param {string} directory made when it is not there
 */
export function writeSelectors(which, directory) {
  writeFiles(
    directory,
    askedObjects(poolOfObjects(which)).map((object) => JSON.stringify(object)),
    [],
  );
  const lines = Array.from(writtenSelectors(which), selectorLine);
  writeLines(lines, join(directory, 'selectors.ndjson'));
}

/**
 * Writes a large deployment as YAML, a file for each namespace.
 *
 * @param {number} size how many documents
 * @param {string} directory made when it is not there
 */
export function writeManifests(size, directory) {
  mkdirSync(directory, { recursive: true });
  for (const { source, text } of manifestFiles(size)) writeFileSync(join(directory, source), text);
}
