/** A clock that stands still while something else is done. */
export class Clock {
  /** ns so far. */
  elapsed = 0;
  #since = 0n;

  start() {
    this.#since = process.hrtime.bigint();
  }

  stop() {
    this.elapsed += Number(process.hrtime.bigint() - this.#since);
  }
}
