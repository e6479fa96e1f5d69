/*
 * What changes an index, to be timed: a call is one change. Each of these leaves the index as it was once its sample has
 * been gone through twice, or when it is told to.
 */

/** Gives the objects of a sample other labels, one after another, and then those they had. */
export class Relabelling {
  #engine;
  #sample;
  #next = 0;
  #from = 'before';
  #to = 'after';

  constructor(engine, sample) {
    this.#engine = engine;
    this.#sample = sample;
  }

  #step() {
    const object = this.#sample[this.#next];
    this.#engine.change(object[this.#from], object[this.#to]);
    this.#next++;
    if (this.#next < this.#sample.length) return;
    this.#next = 0;
    [this.#from, this.#to] = [this.#to, this.#from];
  }

  /** @type {import('../measure/batches.js').Timed} */
  run = (calls) => {
    for (let call = 0; call < calls; call++) this.#step();
    return this.#next;
  };

  /** Goes on until every object has the labels it had at first. */
  undo() {
    while (this.#next !== 0 || this.#from !== 'before') this.#step();
  }
}

/** Deletes the objects of a sample, each of which comes back at once, as a new one. */
export function replacing(engine, sample) {
  let next = 0;
  return (calls) => {
    for (let call = 0; call < calls; call++) {
      const { before } = sample[next];
      engine.remove(before);
      engine.insert(before);
      next = next + 1 === sample.length ? 0 : next + 1;
    }
    return next;
  };
}
