/*
 * One round of one question, in this process; the questions start it, over and over. To profile it:
 *   node --cpu-prof bench/round.js parse
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROUNDS = {
  parse: () => import('./parse/round.js'),
  match: () => import('./match/round.js'),
  startup: () => import('./startup/round.js'),
  hostile: () => import('./hostile/round.js'),
  index: () => import('./index/round.js'),
  selectors: () => import('./selectors/round.js'),
  membership: () => import('./membership/round.js'),
  algebra: () => import('./algebra/round.js'),
  sql: () => import('./sql/round.js'),
  lint: () => import('./lint/round.js'),
};

const [question, task = '{}'] = process.argv.slice(2);
const load = ROUNDS[question];
if (load === undefined) {
  console.error(`no such question: ${question}; there are ${Object.keys(ROUNDS).join(', ')}`);
  process.exit(2);
}
const { package: directory = fileURLToPath(new URL('..', import.meta.url)), ...options } = JSON.parse(task);
const { round } = await load();
// What `import 'labelwise'` resolves to. The round loads it itself: for one of them loading is what is measured.
const entry = pathToFileURL(createRequire(join(directory, 'package.json')).resolve('labelwise')).href;
// A round whose results come one by one writes them itself.
const result = await round(entry, options);
if (result !== undefined) process.stdout.write(JSON.stringify(result));
