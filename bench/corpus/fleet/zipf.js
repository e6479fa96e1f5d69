/**
 * Choices as the world makes them (Zipf's law): the first of `count` is drawn most often, the one of rank r as often
 * as r to the power of minus `exponent` says. An exponent of 0 makes all alike.
 */
export class Zipf {
  /** For each rank, how often it or one before it is drawn, 0 to 1. */
  #cumulative;

  /**
   * @param {number} count
   * @param {number} exponent
   */
  constructor(count, exponent) {
    const cumulative = new Float64Array(count);
    let sum = 0;
    for (let rank = 0; rank < count; rank++) {
      sum += (rank + 1) ** -exponent;
      cumulative[rank] = sum;
    }
    this.#cumulative = cumulative.map((weight) => weight / sum);
  }

  /**
   * @param {import('../random.js').Random} random
   * @returns {number} a rank, 0 to `count` - 1
   */
  draw(random) {
    const share = random.next();
    let low = 0;
    let high = this.#cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#cumulative[middle] > share) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
