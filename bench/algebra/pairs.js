import { NaiveSelector } from '../corpus/naive-meeting.js';
import { SELECTOR_PAIRS } from '../corpus/selector-pairs.js';
import { timeByTurns } from '../measure/batches.js';
import { VERBS } from './verbs.js';

const PLAN = { warmUp: 20, batch: 1, batches: 15 };

/** What ordinary selectors are asked. One implication is like the other. */
const PAIR_VERBS = Object.keys(VERBS).filter((verb) => verb !== 'implied by');

/** A loop over pairs in turn, or over one alone: selectors that were asked before. One call is one pair. */
function askingKept(ask, read, pairs) {
  let next = 0;
  return function asksKept(calls) {
    let sum = 0;
    for (let call = 0; call < calls; call++) {
      const { a, b } = pairs[next];
      next = next + 1 === pairs.length ? 0 : next + 1;
      sum += read(ask(a, b));
    }
    return sum;
  };
}

/** The same with selectors that nobody has asked anything; reading their text is not timed. */
function askingFresh(ask, read, written, make) {
  let fresh = [];
  let next = 0;
  const timed = function asksFresh(calls) {
    let sum = 0;
    for (let call = 0; call < calls; call++) {
      const { a, b } = fresh[call];
      sum += read(ask(a, b));
    }
    return sum;
  };
  timed.prepare = (calls) => {
    fresh = Array.from({ length: calls }, () => {
      const pair = make(written[next]);
      next = next + 1 === written.length ? 0 : next + 1;
      return pair;
    });
  };
  return timed;
}

/** What each pair is asked as: one question of two selectors, or of each of them by itself. */
function asked(verb) {
  if (!VERBS[verb].unary) return SELECTOR_PAIRS.map((pair) => [pair]);
  return SELECTOR_PAIRS.map(({ a, b }) => [
    { a, b: a },
    { a: b, b },
  ]);
}

function checkPairs(labelwise) {
  const { parseSelector } = labelwise;
  for (const { relation, a, b } of SELECTOR_PAIRS) {
    const [left, right] = [new NaiveSelector(a.meaning), new NaiveSelector(b.meaning)];
    const known = {
      relation,
      overlaps: left.overlaps(right),
      implies: left.implies(right),
      a: [a],
      b: [b],
    };
    for (const verb of PAIR_VERBS) {
      const { ask, check, unary } = VERBS[verb];
      const answer = (one, other) =>
        ask(labelwise)(parseSelector(one.selector), parseSelector(other.selector));
      try {
        if (!unary) check(answer(a, b), known);
        else {
          for (const [one, { isSatisfiable }] of [
            [a, left],
            [b, right],
          ]) {
            const selector = parseSelector(one.selector);
            check(answer(one, one), { isSatisfiable, selector, alternatives: [one] }, labelwise);
          }
        }
      } catch (error) {
        throw new Error(`${verb} of ${a.selector} and ${b.selector}: ${error.message}`, { cause: error });
      }
    }
  }
}

/** @returns ns of each batch: by verb, of each pair and of all in turn, asked before and fresh */
export function timePairs(labelwise) {
  checkPairs(labelwise);
  const { parseSelector } = labelwise;
  const make = ({ a, b }) => ({ a: parseSelector(a.selector), b: parseSelector(b.selector) });
  const plan = PAIR_VERBS.flatMap((verb) => {
    const { ask, read } = VERBS[verb];
    const call = ask(labelwise);
    const pairs = asked(verb);
    return [...pairs, pairs.flat()].flatMap((written) => [
      askingKept(call, read, written.map(make)),
      askingFresh(call, read, written, make),
    ]);
  });
  const times = timeByTurns(plan, PLAN);
  const width = 2 * (SELECTOR_PAIRS.length + 1);
  return Object.fromEntries(
    PAIR_VERBS.map((verb, index) => {
      const own = times.slice(index * width, (index + 1) * width);
      const kept = own.filter((_, at) => at % 2 === 0);
      const fresh = own.filter((_, at) => at % 2 === 1);
      return [
        verb,
        {
          kept: kept.slice(0, -1),
          fresh: fresh.slice(0, -1),
          inTurn: { kept: kept.at(-1), fresh: fresh.at(-1) },
        },
      ];
    }),
  );
}
