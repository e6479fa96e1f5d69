import { writeSync } from 'node:fs';
import { timeRuns } from '../measure/processor-time.js';
import { HARD_CROWDS } from './hard-crowds.js';
import { HARD_PAIRS, writtenAlternatives } from './hard-pairs.js';
import { HARD_VERBS } from './hard-verbs.js';
import { knownFrom, VERBS } from './verbs.js';

/** What a question comes to that is refused. */
const REFUSED = 'too-many-cases';

/** Asks, and lets a refusal pass. */
function asking(ask) {
  return (input) => {
    try {
      return { answer: ask(input) };
    } catch (error) {
      if (error.diagnostics?.[0]?.code !== REFUSED) throw error;
      return { refused: true };
    }
  };
}

/**
 * Asks one hard pair everything, each time with fresh selectors. Each answer is written as a line of JSON as soon as it is
 * there, so that one that takes for ever loses none before it.
 *
 * @param {typeof import('../../dist/index.js')} labelwise
 * @param {number} index
 */
export function askHardPair(labelwise, index) {
  const { name, relation, ...sides } = HARD_PAIRS[index];
  const a = writtenAlternatives(sides.a);
  const b = writtenAlternatives(sides.b);
  const make = (side) => labelwise.anyOf(...side.map(({ selector }) => labelwise.parseSelector(selector)));
  for (const verb of HARD_VERBS) {
    const { ask, check, unary } = VERBS[verb];
    const call = ask(labelwise);
    const { ms, outcome } = timeRuns(
      asking(([one, other]) => (unary ? call(other) : call(one, other))),
      () => [make(a), make(b)],
    );
    const known = { ...knownFrom(relation), a, b, selector: make(b), alternatives: b };
    try {
      const said = outcome.refused ? REFUSED : check(outcome.answer, known, labelwise);
      writeSync(1, `${JSON.stringify({ verb, ms, outcome: said, refused: outcome.refused ?? false })}\n`);
    } catch (error) {
      throw new Error(`${verb}, ${name}: ${error.message}`, { cause: error });
    }
  }
}

/** Finds all overlaps of one hard crowd. */
export function findHardOverlaps({ findOverlaps, parseSelector, anyOf }, index) {
  const { name, selectors, pairs: expected } = HARD_CROWDS[index];
  const texts = selectors();
  const { ms, outcome: pairs } = timeRuns(
    (crowd) => {
      let count = 0;
      for (const { first, second } of findOverlaps(crowd)) if (first < second) count++;
      return count;
    },
    () => texts.map((alternatives) => anyOf(...alternatives.map((text) => parseSelector(text)))),
  );
  if (pairs !== expected) throw new Error(`${name}: ${pairs} pairs, where there are ${expected}`);
  writeSync(1, `${JSON.stringify({ ms, pairs })}\n`);
}
