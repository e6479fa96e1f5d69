/**
 * A seeded source of choices (Marsaglia's xorshift, 32 bits): the same seed gives the same corpus on every machine.
 */
export class Random {
  #state;

  /** @param {number} seed a 32-bit integer other than 0 */
  constructor(seed) {
    this.#state = seed | 0;
  }

  /** @returns {number} at least 0, less than 1 */
  next() {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return (x >>> 0) / 0x1_0000_0000;
  }

  /** @returns {number} an integer from 0 to `bound` - 1 */
  below(bound) {
    return Math.floor(this.next() * bound);
  }

  /** @returns {boolean} true as often as `share` says, 0 to 1 */
  chance(share) {
    return this.next() < share;
  }

  /**
   * @template T
   * @param {readonly T[]} items
   * @returns {T}
   */
  pick(items) {
    return items[this.below(items.length)];
  }

  /** @returns {string} characters as the hashes of Kubernetes have them: no vowels, nothing to misread */
  hash(length) {
    let text = '';
    for (let i = 0; i < length; i++) text += 'bcdfghjklmnpqrstvwxz2456789'.charAt(this.below(27));
    return text;
  }
}
