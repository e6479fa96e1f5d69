/** Something to be told to someone. */
interface Delivery {
  /** Whether it is still wanted. */
  readonly isWanted: () => boolean;
  readonly deliver: () => void;
}

/**
 * Tells listeners, one change after another: what is told while listeners are being told waits until all of them know of the
 * change in hand. A listener that throws does not keep others from being told.
 */
export class Deliveries {
  readonly #waiting: Delivery[] = [];
  #isDelivering = false;

  /** Whether listeners are being told. */
  get isDelivering(): boolean {
    return this.#isDelivering;
  }

  /** Something is to be told, in its turn. */
  add(isWanted: () => boolean, deliver: () => void): void {
    this.#waiting.push({ isWanted, deliver });
  }

  /**
   * Tells what is waiting; nothing where that is being done already.
   * @throws what a listener threw, after all are told; an AggregateError where several did
   */
  run(): void {
    if (this.#isDelivering || this.#waiting.length === 0) return;
    const errors: unknown[] = [];
    this.#isDelivering = true;
    try {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
        try {
          if (next.isWanted()) next.deliver();
        } catch (error) {
          errors.push(error);
        }
      }
    } finally {
      this.#isDelivering = false;
    }
    const [first] = errors;
    if (errors.length > 1) throw new AggregateError(errors, `${errors.length} listeners threw`);
    if (errors.length === 1) throw first;
  }
}
