import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeCorpus, objectLines } from './label-sets.js';
import { SELECTORS } from './selectors.js';

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
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'objects.ndjson'), `${lines.join('\n')}\n`);
  const queries = SELECTORS.map(([selector]) => ({ name: selector, selector }));
  writeFileSync(join(directory, 'queries.json'), `${JSON.stringify(queries, undefined, 1)}\n`);
  return describeCorpus(lines);
}
