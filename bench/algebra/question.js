import { surveyControllers } from '../corpus/controllers/survey.js';
import { SELECTOR_PAIRS } from '../corpus/selector-pairs.js';
import { inFreshProcess, linesOfFreshProcess } from '../measure/fresh-process.js';
import { geometricMean, median, rounded, summary } from '../measure/statistics.js';
import { HARD_CROWDS } from './hard-crowds.js';
import { HARD_PAIRS } from './hard-pairs.js';
import { HARD_VERBS } from './hard-verbs.js';

export { tables } from './tables.js';

/** How many controllers, whether in their namespaces, and whether the double loop is timed too. */
const OVERLAPS = [
  { size: 1_000, namespaced: true, loop: true },
  { size: 10_000, namespaced: true, loop: true },
  { size: 100_000, namespaced: true, loop: false },
  { size: 1_000, namespaced: false, loop: true },
  { size: 10_000, namespaced: false, loop: false },
];

const PROCESS = { flags: ['--max-old-space-size=4096'], timeout: 900_000 };

/** A hard question is given up after so many ms, all its verbs together. */
const PATIENCE = 120_000;

const times = (of, rounds) => summary(rounds.map(of));

function pairsResult(rounds) {
  const verbs = Object.keys(rounds[0]);
  const ofPair = (verb, index) => ({
    kept: times((round) => round[verb].kept[index], rounds),
    fresh: times((round) => round[verb].fresh[index], rounds),
  });
  const rows = SELECTOR_PAIRS.map(({ relation, a, b }, index) => ({
    relation,
    a: a.selector,
    b: b.selector,
    verbs: Object.fromEntries(verbs.map((verb) => [verb, ofPair(verb, index)])),
  }));
  const whole = (verb, state) => {
    const medians = rows.map((row) => row.verbs[verb][state].median);
    return {
      mean: rounded(geometricMean(medians)),
      most: Math.max(...medians),
      inTurn: times((round) => round[verb].inTurn[state], rounds),
    };
  };
  return {
    means: verbs.map((verb) => ({ verb, kept: whole(verb, 'kept'), fresh: whole(verb, 'fresh') })),
    rows,
  };
}

function overlapsResult({ size, namespaced }, rounds) {
  const [{ pairs, checked, held }] = rounds;
  const given = (of) => rounds.every((round) => of(round).length > 0);
  const timed = (name) => given((round) => round[name]) && { [name]: times((round) => round[name], rounds) };
  return {
    size,
    namespaced,
    pairs,
    checked,
    held,
    first: rounded(median(rounds.map(({ first }) => first))),
    ...timed('enumerated'),
    ...timed('kept'),
    ...timed('witnessed'),
    ...timed('doubleLoop'),
  };
}

/** What was answered of something hard; what took too long, or failed, ends the others of it. */
function linesOf(task, name) {
  const { lines, trouble } = linesOfFreshProcess('algebra', task, PATIENCE);
  if (trouble === 'failure') throw new Error(`${name}: ended in a failure, not in an answer`);
  return lines;
}

function askHard(directory) {
  return HARD_PAIRS.map(({ group, name, relation }, index) => {
    const lines = linesOf({ package: directory, part: 'hard', index }, name);
    return {
      group,
      name,
      relation,
      answers: HARD_VERBS.map((verb) => {
        const line = lines.find((one) => one.verb === verb);
        return line === undefined ? { verb, late: true } : { ...line, ms: rounded(line.ms) };
      }),
    };
  });
}

function askCrowds(directory) {
  return HARD_CROWDS.map(({ name, size, pairs }, index) => {
    const [line] = linesOf({ package: directory, part: 'crowd', index }, name);
    return { name, size, pairs, ...(line === undefined ? { late: true } : { ms: rounded(line.ms) }) };
  });
}

/**
 * How long does it take to tell how two selectors relate, to find all that overlap among many, and what of it is hard?
 *
 * @param {{ rounds: number, package?: string }} options
 */
export function ask({ rounds, package: directory }) {
  const start = performance.now();
  const say = (what) =>
    process.stderr.write(`${what}: ${Math.round((performance.now() - start) / 1000)} s so far\n`);
  const run = (task) =>
    Array.from({ length: rounds }, () => inFreshProcess('algebra', { package: directory, ...task }, PROCESS));
  const pairs = pairsResult(run({ part: 'pairs' }));
  say('pairs');
  const overlaps = OVERLAPS.map((task) => {
    const result = overlapsResult(task, run({ part: 'overlaps', ...task }));
    say(`${task.size.toLocaleString('en')} controllers${task.namespaced ? '' : ' without namespaces'}`);
    return result;
  });
  const hard = askHard(directory);
  say('hard pairs');
  const crowds = askCrowds(directory);
  say('hard crowds');
  const sizes = [...new Set(OVERLAPS.map(({ size }) => size))];
  return {
    question: 'algebra',
    unit: 'ns a pair of ordinary selectors; ns for all overlaps; ms of processor time for what is hard',
    rounds,
    pairs,
    overlaps,
    corpora: sizes.map((size) => ({ size, ...surveyControllers(size) })),
    hard,
    crowds,
  };
}
