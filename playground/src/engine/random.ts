/** A seeded source of choices (Marsaglia's xorshift, 32 bits): the same seed makes the same cluster everywhere. */
export class Random {
  #state: number;

  /** @param seed a 32-bit integer other than 0 */
  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** At least 0, less than 1. */
  next(): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return (x >>> 0) / 0x1_0000_0000;
  }

  /** A whole number from 0 to `bound` - 1. */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  /** True as often as `share` says, 0 to 1. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of some items, the first ones more often. */
  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[Math.floor(items.length * this.next() ** 1.6)] ?? items[0];
  }

  /** Characters as Kubernetes has them in the names of pods: no vowels, nothing to misread. */
  hash(length: number): string {
    let text = '';
    for (let i = 0; i < length; i++) text += 'bcdfghjklmnpqrstvwxz2456789'.charAt(this.below(27));
    return text;
  }
}
