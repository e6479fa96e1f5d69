/*
 * What is asked of an engine, to be timed, and what the answers must be.
 */

/** How many ids are the first ones. */
const FIRST = 10;

/** Loops over one query, each with its own call; what depends on every answer is returned. */
const LOOPS = {
  count: (engine, query) => {
    const asked = engine.asked(query);
    return (calls) => {
      let sum = 0;
      for (let call = 0; call < calls; call++) sum += engine.count(asked);
      return sum;
    };
  },
  first: (engine, query) => {
    const asked = engine.asked(query);
    return (calls) => {
      let sum = 0;
      for (let call = 0; call < calls; call++) sum += engine.first(asked, FIRST).length;
      return sum;
    };
  },
  ids: (engine, query) => {
    const asked = engine.asked(query);
    return (calls) => {
      let sum = 0;
      for (let call = 0; call < calls; call++) sum += engine.ids(asked).length;
      return sum;
    };
  },
  ordinals: (engine, query) => {
    const asked = engine.asked(query);
    return (calls) => {
      let sum = 0;
      for (let call = 0; call < calls; call++) sum += engine.ordinals(asked).length;
      return sum;
    };
  },
};

/**
 * Loops of those that remember what they were asked: every call is with a query they have not seen, as the first one of
 * a program is. Reading its text is not timed, since it is not the index that does it.
 */
const ANEW = {
  countAnew: (engine, query) => {
    let fresh = [];
    const timed = (calls) => {
      let sum = 0;
      for (let call = 0; call < calls; call++) sum += engine.count(fresh[call]);
      return sum;
    };
    timed.prepare = (calls) => {
      fresh = Array.from({ length: calls }, () => engine.asked(query));
    };
    return timed;
  },
  ordinalsAnew: (engine, query) => {
    let fresh = [];
    const timed = (calls) => {
      let sum = 0;
      for (let call = 0; call < calls; call++) sum += engine.ordinals(fresh[call]).length;
      return sum;
    };
    timed.prepare = (calls) => {
      fresh = Array.from({ length: calls }, () => engine.asked(query));
    };
    return timed;
  },
};

/** @typedef {keyof typeof LOOPS | keyof typeof ANEW} Verb */

/**
 * Everything an engine can be asked.
 * @returns {(keyof typeof LOOPS)[]}
 */
export function verbsOf(engine) {
  return Object.keys(LOOPS).filter((verb) => engine[verb] !== undefined);
}

/**
 * Everything that is timed over many calls.
 * @returns {Verb[]}
 */
export function timedVerbsOf(engine) {
  return [...verbsOf(engine), ...(engine.remembers ? Object.keys(ANEW) : [])];
}

/** @returns {import('../measure/batches.js').Timed} */
export function asking(engine, verb, query) {
  return (LOOPS[verb] ?? ANEW[verb])(engine, query);
}

/** Asks each question once, and ends the run where an answer is not what the naive scan has found. */
const CHECKS = {
  count: (engine, asked, { matching }) => same(engine.count(asked), matching),
  first: (engine, asked, { matching, first }) => {
    const ids = engine.first(asked, FIRST);
    same(ids.length, Math.min(FIRST, matching));
    same(ids[0], first);
  },
  ids: (engine, asked, { matching, first, last }) => {
    const ids = engine.ids(asked);
    same(ids.length, matching);
    same(ids[0], first);
    same(ids.at(-1), last);
  },
  ordinals: (engine, asked, { matching, first, last }) => {
    const ordinals = engine.ordinals(asked);
    same(ordinals.length, matching);
    if (matching === 0) return;
    same(engine.idAt(ordinals[0]), first);
    same(engine.idAt(ordinals[matching - 1]), last);
  },
};

function same(actual, expected) {
  if (actual !== expected) throw new Error(`${actual}, where the naive scan finds ${expected}`);
}

/**
 * @param {{ matching: number, first?: string, last?: string }} expected
 * @returns {number} ns it took, for what takes too long to be asked again
 * @throws {Error} where the answer is wrong
 */
export function check(engine, verb, query, expected) {
  const asked = engine.asked(query);
  const start = process.hrtime.bigint();
  try {
    CHECKS[verb](engine, asked, expected);
  } catch (error) {
    throw new Error(`${verb} of ${query.title}: ${error.message}`, { cause: error });
  }
  return Number(process.hrtime.bigint() - start);
}
