/*
 * What two selectors are asked, and what the answers must be, given how the two relate.
 */
import { naiveMatcher } from '../corpus/naive-scan.js';

/** @typedef {import('../corpus/selector-pairs.js').Written} Written */

/** Whether a label set matches one of several alternatives. */
const matchesAny = (alternatives) => {
  const matchers = alternatives.map(({ meaning }) => naiveMatcher(meaning));
  return (labels) => matchers.some((matches) => matches(labels));
};

function shown(labels) {
  const count = Object.keys(labels).length;
  return `${count} ${count === 1 ? 'label' : 'labels'}`;
}

/** Ends the run unless a label set is there that was to be there, and is what it is said to be. */
function checkWitness(witness, isThere, { in: matched, notIn: unmatched = [] }) {
  if (isThere !== undefined && (witness !== undefined) !== isThere)
    throw new Error(`${witness === undefined ? 'no witness' : JSON.stringify(witness)}, which is wrong`);
  if (witness === undefined) return 'none';
  if (
    !matched.every((side) => matchesAny(side)(witness)) ||
    unmatched.some((side) => matchesAny(side)(witness))
  )
    throw new Error(`${JSON.stringify(witness)} proves nothing`);
  return shown(witness);
}

function checkAnswer(answer, expected) {
  if (expected !== undefined && answer !== expected) throw new Error(`${answer}, where ${expected} is right`);
  return answer;
}

const whether = (answer, expected) => (checkAnswer(answer, expected) ? 'yes' : 'no');

/** Label sets with the keys and values that a selector speaks of, some of which it matches. */
function* sampleLabels(alternatives) {
  const offered = new Map();
  for (const { meaning } of alternatives) {
    for (const [key, , ...values] of meaning) {
      const known = offered.get(key) ?? new Set(['other']);
      for (const value of values) known.add(value);
      offered.set(key, known);
    }
  }
  const lists = Array.from(offered, ([key, values]) => [key, [...values]]);
  for (let number = 0; number < 100; number++) {
    // Nearly every label set of the first hundred numbers is another one, and a key now and then is absent.
    const labels = lists.flatMap(([key, values], at) => {
      const drawn = (number * 7_919 + at * 104_729 + ((number * at) % 13)) % (values.length + 1);
      return drawn === values.length ? [] : [[key, values[drawn]]];
    });
    yield Object.fromEntries(labels);
  }
}

const size = ({ alternatives }) => ({
  alternatives: alternatives.length,
  requirements: alternatives.flat().length,
});

/** Ends the run where a simplified selector is longer than it was, or matches others. */
function checkSimplified(simplified, selector, alternatives, { compileSelector }) {
  const [before, after] = [size(selector), size(simplified)];
  if (after.alternatives > before.alternatives || after.requirements > before.requirements)
    throw new Error(`${after.requirements} requirements, where there were ${before.requirements}`);
  const matches = compileSelector(simplified);
  const matched = matchesAny(alternatives);
  for (const labels of sampleLabels(alternatives)) {
    if (matches(labels) !== matched(labels))
      throw new Error(`another answer for ${JSON.stringify(labels)} than before`);
  }
  return `${after.alternatives} × ${after.requirements}`;
}

/**
 * The questions: how each is asked, what of an answer is to be read so that nobody can leave the work out, and a check of
 * the answer, which says what came of it in few words.
 *
 * @typedef {object} Asked two selectors: what they mean, and what is known of them; undefined where it is not
 * @property {readonly Written[]} a alternatives
 * @property {readonly Written[]} b
 * @property {boolean | undefined} overlaps
 * @property {boolean | undefined} implies whether a implies b
 * @property {boolean | undefined} implied
 * @property {string | undefined} relation
 */
export const VERBS = {
  findOverlap: {
    ask: (labelwise) => labelwise.findOverlap,
    read: (witness) => (witness === undefined ? 0 : 1),
    check: (witness, { a, b, overlaps }) => checkWitness(witness, overlaps, { in: [a, b] }),
  },
  implies: {
    ask: (labelwise) => labelwise.implies,
    read: Number,
    check: (answer, { implies }) => whether(answer, implies),
  },
  'implied by': {
    ask:
      ({ implies }) =>
      (a, b) =>
        implies(b, a),
    read: Number,
    check: (answer, { implied }) => whether(answer, implied),
  },
  equivalent: {
    ask: (labelwise) => labelwise.equivalent,
    read: Number,
    check: (answer, { relation }) => whether(answer, relation && relation === 'equal'),
  },
  findDifference: {
    ask: (labelwise) => labelwise.findDifference,
    read: (witness) => (witness === undefined ? 0 : 1),
    check: (witness, { a, b, implies }) =>
      checkWitness(witness, implies === undefined ? undefined : !implies, { in: [a], notIn: [b] }),
  },
  compareSelectors: {
    ask: (labelwise) => labelwise.compareSelectors,
    read: ({ relation, conflicts }) => relation.length + conflicts.length,
    check: ({ relation }, asked) => checkAnswer(relation, asked.relation),
  },
  isSatisfiable: {
    ask: (labelwise) => labelwise.isSatisfiable,
    unary: true,
    read: Number,
    check: (answer, { isSatisfiable }) => whether(answer, isSatisfiable),
  },
  simplify: {
    ask: (labelwise) => labelwise.simplify,
    unary: true,
    read: ({ alternatives }) => alternatives.length,
    check: (simplified, { selector, alternatives }, labelwise) =>
      checkSimplified(simplified, selector, alternatives, labelwise),
  },
};

/** @typedef {keyof typeof VERBS} Verb */

/** What follows from how two selectors relate, unless one of them selects nothing. */
export function knownFrom(relation) {
  if (relation === undefined) return {};
  return {
    relation,
    overlaps: relation !== 'disjoint',
    implies: relation === 'equal' || relation === 'implies',
    implied: relation === 'equal' || relation === 'implied',
  };
}
