/** Someone who is told changes, for as long as there is a listener. */
export interface Listening<Change> {
  listener: ((change: Change) => void) | undefined;
}

/**
 * Tells listeners, one change after another: what is told while listeners are being told waits until all of them know of the
 * change in hand. A listener that throws does not keep others from being told.
 */
export class Deliveries {
  /** Whom to tell, and what, by turns. */
  #waiting: unknown[] = [];
  #isDelivering = false;

  /** Something is to be told to someone, in its turn, if they listen then. */
  add<Change>(to: Listening<Change>, change: Change): void {
    this.#waiting.push(to, change);
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
      while (this.#waiting.length > 0) {
        const waiting = this.#waiting;
        this.#waiting = [];
        for (let i = 0; i < waiting.length; i += 2) {
          try {
            const { listener } = waiting[i] as Listening<unknown>;
            listener?.(waiting[i + 1]);
          } catch (error) {
            errors.push(error);
          }
        }
      }
    } finally {
      this.#isDelivering = false;
    }
    if (errors.length > 1) throw new AggregateError(errors, `${errors.length} listeners threw`);
    if (errors.length === 1) throw errors[0];
  }
}
