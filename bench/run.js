/*
 * The benchmarks: node bench/run.js QUESTION [options]; see bench/README.md.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SHAPE_NAMES } from './corpus/fleet/objects.js';
import { CORPUS_NAMES } from './corpus/label-sets.js';
import { DOCUMENTS_STEP } from './corpus/manifests/manifests.js';
import { chosenSets, MOST_SELECTORS, SET_NAMES } from './corpus/selector-sets/selector-sets.js';
import { writeCorpus, writeFleet, writeManifests, writeSelectors } from './corpus/write.js';
import { ENGINE_NAMES } from './index/engines.js';
import { machine } from './measure/machine.js';
import { Peer } from './measure/peer.js';
import { PROCESSES, QUESTIONS } from './questions.js';
import { resultText } from './report/json.js';
import { reportInStep, writePlots, writeTables } from './report/readme.js';
import { SQL_ENGINE_NAMES } from './sql/titles.js';

/** Numbers of objects, of selectors and of documents, where none are asked for: to measure, and to write. */
const SIZES = { measured: '10000,100000,1000000', written: '10000', least: 10_000, most: 10_000_000 };
const SQL_SIZES = { measured: '100000,1000000' };
const SELECTORS = { measured: '1000,10000,100000', written: '1000', least: 1_000, most: MOST_SELECTORS };
const DOCUMENTS = {
  measured: '1000,10000',
  written: '1000',
  least: 10,
  most: 1_000_000,
  step: DOCUMENTS_STEP,
};

const USAGE = `usage: node bench/run.js ${Object.keys(QUESTIONS).join('|')} [options]
       node bench/run.js report|tables [--check]
       node bench/run.js --write-corpus DIR

  --rounds N          processes to measure in
  --save              keep the result in bench/results, and put it in the README
  --package DIR       measure the package in DIR (its dist/ must be built) instead of this one
  --peers DIR         compare with the rows of DIR/CORPUS.ndjson, as varied.ndjson or unique-10000.ndjson
  --peer-command CMD  compare with the rows that a shell command prints for the corpus in $CORPUS, run between rounds
  --write-corpus DIR  write the corpora for other programs to DIR/CORPUS
  --check             fail if the tables of the README, or the plots, are not those of the results

of the question index, lists with commas:
  --shapes LIST       fleets to measure: ${SHAPE_NAMES.join(', ')}
  --sizes LIST        their numbers of objects (${SIZES.measured}; of --write-corpus ${SIZES.written})
  --engines LIST      engines to measure: ${ENGINE_NAMES.join(', ')}

of the question sql, whose PostgreSQL is the one at the URL in $LABELWISE_POSTGRES, lists with commas:
  --shapes LIST       fleets to measure
  --sizes LIST        their numbers of objects (${SQL_SIZES.measured})
  --engines LIST      engines to measure: ${SQL_ENGINE_NAMES.join(', ')}

of the question selectors, lists with commas:
  --sets LIST         sets of selectors to measure: ${SET_NAMES.join(', ')}
  --shapes LIST       fleets that they are asked about
  --selectors LIST    their numbers of selectors (${SELECTORS.measured}; of --write-corpus ${SELECTORS.written})

of the question lint, a list with commas:
  --documents LIST    numbers of documents (${DOCUMENTS.measured}; of --write-corpus ${DOCUMENTS.written})`;

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
        shapes: { type: 'string', default: SHAPE_NAMES.join() },
        sizes: { type: 'string' },
        engines: { type: 'string' },
        sets: { type: 'string', default: SET_NAMES.join() },
        selectors: { type: 'string' },
        documents: { type: 'string' },
      },
    });
  } catch (error) {
    return fail(error.message);
  }
}

/** The items of a list, which must be among those known. */
function listed(option, text, known) {
  const items = text.split(',');
  const unknown = items.find((item) => !known.includes(item));
  if (unknown !== undefined) fail(`--${option}: no "${unknown}"; there are ${known.join(', ')}`);
  return items;
}

/** The numbers of a list, ascending; those that are meant where there is no list. */
function numbersOf(option, meant, { least, most, step = 1 }) {
  const text = values[option] ?? meant;
  const numbers = text.split(',').map(Number);
  if (!numbers.every((number) => number % step === 0 && number >= least && number <= most)) {
    const which = step === 1 ? 'whole numbers' : `multiples of ${step}`;
    fail(`--${option}: ${which} from ${least} to ${most}, not ${text}`);
  }
  return [...new Set(numbers)].sort((a, b) => a - b);
}

const { values, positionals } = readArguments();
const [question] = positionals;
const shapes = listed('shapes', values.shapes, SHAPE_NAMES);
const sets = listed('sets', values.sets, SET_NAMES);

function writeCorpora(folder) {
  for (const name of CORPUS_NAMES) {
    const directory = join(folder, name);
    console.log(directory, writeCorpus(name, directory));
  }
  for (const shape of shapes) {
    for (const size of numbersOf('sizes', SIZES.written, SIZES)) {
      const directory = join(folder, `${shape}-${size}`);
      writeFleet({ shape, size }, directory);
      console.log(directory, { objects: size });
    }
  }
  for (const which of chosenSets(sets, shapes, numbersOf('selectors', SELECTORS.written, SELECTORS))) {
    const directory = join(folder, `${which.set}-${which.shape}-${which.size}`);
    writeSelectors(which, directory);
    console.log(directory, { selectors: which.size });
  }
  for (const documents of numbersOf('documents', DOCUMENTS.written, DOCUMENTS)) {
    const directory = join(folder, `manifests-${documents}`);
    writeManifests(documents, directory);
    console.log(directory, { documents });
  }
}

if (values['write-corpus'] !== undefined) {
  writeCorpora(values['write-corpus']);
} else if (question === 'tables' || question === 'report') {
  if (values.check) {
    if (!reportInStep()) {
      console.error(
        'bench/README.md or a plot is not in step with bench/results: run `npm run bench:report`',
      );
      process.exitCode = 1;
    }
  } else {
    writeTables();
    writePlots();
  }
} else {
  const known = QUESTIONS[question];
  if (known === undefined) fail(question === undefined ? 'no question' : `no such question: ${question}`);
  const rounds = Number(values.rounds ?? PROCESSES[question]);
  if (!Number.isInteger(rounds) || rounds < 1)
    fail(`--rounds must be a whole number of at least 1, not ${values.rounds}`);
  const measured = resolve(values.package ?? fileURLToPath(new URL('..', import.meta.url)));
  if (!existsSync(join(measured, 'dist/index.js')))
    fail(`${measured} is not built: run \`npm run build\` there`);
  const { ask, tables } = known;
  const peer = new Peer({ directory: values.peers, command: values['peer-command'] });
  const measuredOn = machine(measured);
  const [engineNames, sizes] =
    question === 'sql' ? [SQL_ENGINE_NAMES, SQL_SIZES.measured] : [ENGINE_NAMES, SIZES.measured];
  const chosen = {
    shapes,
    sizes: numbersOf('sizes', sizes, SIZES),
    engines: listed('engines', values.engines ?? engineNames.join(), engineNames),
    sets,
    selectors: numbersOf('selectors', SELECTORS.measured, SELECTORS),
    documents: numbersOf('documents', DOCUMENTS.measured, DOCUMENTS),
  };
  const result = { measuredOn, ...ask({ rounds, peer, package: measured, ...chosen }) };
  console.log(Object.values(tables(result)).join('\n\n'));
  if (values.save) {
    const directory = fileURLToPath(new URL('results/', import.meta.url));
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, `${question}.json`), resultText(result));
    writeTables();
    writePlots();
  }
}
