/*
 * The benchmarks: node bench/run.js QUESTION [options]; see bench/README.md.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CORPUS_NAMES } from './corpus/label-sets.js';
import { writeCorpus } from './corpus/write.js';
import { machine } from './measure/machine.js';
import { Peer } from './measure/peer.js';
import { readmeInStep, writeReadme } from './report/readme.js';

const QUESTIONS = {
  parse: { load: () => import('./parse/question.js'), rounds: 5 },
  match: { load: () => import('./match/question.js'), rounds: 3 },
  startup: { load: () => import('./startup/question.js'), rounds: 21 },
  hostile: { load: () => import('./hostile/question.js'), rounds: 1 },
};

const USAGE = `usage: node bench/run.js ${Object.keys(QUESTIONS).join('|')} [options]
       node bench/run.js tables [--check]
       node bench/run.js --write-corpus DIR

  --rounds N          processes to measure in
  --save              keep the result in bench/results, and put it in the README
  --package DIR       measure the package in DIR (its dist/ must be built) instead of this one
  --peers DIR         compare with the rows of DIR/varied.ndjson and DIR/cluster.ndjson
  --peer-command CMD  compare with the rows that a shell command prints for the corpus in $CORPUS, run between rounds
  --write-corpus DIR  write the corpora for other programs to DIR/varied and DIR/cluster
  --check             fail if the tables of the README are not those of the results`;

function fail(message) {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        rounds: { type: 'string' },
        save: { type: 'boolean', default: false },
        package: { type: 'string' },
        peers: { type: 'string' },
        'peer-command': { type: 'string' },
        'write-corpus': { type: 'string' },
        check: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(error.message);
  }
}

const { values, positionals } = readArguments();
const [question] = positionals;

if (values['write-corpus'] !== undefined) {
  for (const name of CORPUS_NAMES) {
    const directory = join(values['write-corpus'], name);
    console.log(directory, writeCorpus(name, directory));
  }
} else if (question === 'tables') {
  if (!values.check) writeReadme();
  else if (!readmeInStep()) {
    console.error('bench/README.md is not in step with bench/results: run `npm run bench -- tables`');
    process.exitCode = 1;
  }
} else {
  const known = QUESTIONS[question];
  if (known === undefined) fail(question === undefined ? 'no question' : `no such question: ${question}`);
  const rounds = Number(values.rounds ?? known.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    fail(`--rounds must be a whole number of at least 1, not ${values.rounds}`);
  const measured = resolve(values.package ?? fileURLToPath(new URL('..', import.meta.url)));
  if (!existsSync(join(measured, 'dist/index.js')))
    fail(`${measured} is not built: run \`npm run build\` there`);
  const { ask, tables } = await known.load();
  const peer = new Peer({ directory: values.peers, command: values['peer-command'] });
  const measuredOn = machine();
  const result = { measuredOn, ...ask({ rounds, peer, package: measured }) };
  console.log(Object.values(tables(result)).join('\n\n'));
  if (values.save) {
    const directory = fileURLToPath(new URL('results/', import.meta.url));
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, `${question}.json`), `${JSON.stringify(result, undefined, 1)}\n`);
    writeReadme();
  }
}
