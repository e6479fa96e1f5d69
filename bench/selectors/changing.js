import { writtenSelectors } from '../corpus/selector-sets/selector-sets.js';

/*
 * What changes an index of selectors, to be timed: a call is one change. Reading the text of a selector is not timed, and
 * each change is with a Selector that was not seen before.
 */

/** Selectors that change, from all over the set. */
const SAMPLE = 2_000;

/**
 * Selectors from all over a set, each with what it is changed to: one that would come after the set.
 *
 * @param {Parameters<typeof writtenSelectors>[0]} which
 * @returns {{ id: string, namespace: string | undefined, before: string, after: string }[]}
 */
export function changedSelectors(which) {
  const { size } = which;
  const count = Math.min(SAMPLE, size);
  const step = Math.floor(size / count);
  const sample = [];
  const later = [];
  let number = 0;
  for (const written of writtenSelectors({ ...which, size: size + count })) {
    if (number >= size) later.push(written.selector);
    else if (number % step === 0 && sample.length < count) sample.push(written);
    number++;
  }
  return sample.map(({ id, namespace, selector }, index) =>
    JSON.parse(JSON.stringify({ id, namespace, before: selector, after: later[index] })),
  );
}

/** Goes round a sample; before a batch the selectors that it needs are read. */
class Turns {
  #sample;
  #parse;
  #textOf;
  #act;
  #next = 0;
  #fresh = [];
  /** How often the sample has been gone through. */
  turns = 0;

  /**
   * @param {(text: string) => unknown} parse
   * @param {(changed: any, turn: number) => string} textOf which text is to be read
   * @param {(changed: any, selector: any) => void} act the change
   */
  constructor(sample, parse, textOf, act) {
    this.#sample = sample;
    this.#parse = parse;
    this.#textOf = textOf;
    this.#act = act;
    this.run.prepare = (calls) => this.#prepare(calls);
  }

  #prepare(calls) {
    const { length } = this.#sample;
    this.#fresh = Array.from({ length: calls }, (_, call) => {
      const place = this.#next + call;
      const turn = this.turns + Math.floor(place / length);
      return this.#parse(this.#textOf(this.#sample[place % length], turn));
    });
  }

  /** @type {import('../measure/batches.js').Timed} */
  run = (calls) => {
    for (let call = 0; call < calls; call++) {
      this.#act(this.#sample[this.#next], this.#fresh[call]);
      this.#next++;
      if (this.#next < this.#sample.length) continue;
      this.#next = 0;
      this.turns++;
    }
    return this.#next;
  };

  /** Goes on to the end of the sample, until it has been gone through an even number of times. */
  finish() {
    while (this.#next !== 0 || this.turns % 2 === 1) {
      this.#prepare(1);
      this.run(1);
    }
  }
}

/** Gives each of a sample another selector, and in the next turn that which it had. */
export function updating(index, sample, parse) {
  return new Turns(
    sample,
    parse,
    ({ before, after }, turn) => (turn % 2 === 0 ? after : before),
    ({ id, namespace }, selector) => index.set(id, selector, namespace),
  );
}

/** Deletes each of a sample, which comes back at once. */
export function replacing(index, sample, parse) {
  return new Turns(
    sample,
    parse,
    ({ before }) => before,
    ({ id, namespace }, selector) => {
      index.delete(id);
      index.set(id, selector, namespace);
    },
  );
}
