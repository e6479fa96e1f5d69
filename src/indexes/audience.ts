import type { Batch } from './batch.ts';
import { Deliveries, type Listening } from './deliveries.ts';
import type { Follower } from './follower.ts';
import type { MembershipChange } from './membership-change.ts';

/** Who is told of changes: those who subscribed to all, and watches of one selector each. */
export class Audience<ObjectId extends string | number, SelectorId extends string | number> {
  /** Replaced when someone comes or goes, so that what is told of a change goes to those who were there. */
  #subscribers: readonly Listening<MembershipChange<ObjectId, SelectorId>>[] = [];
  readonly #deliveries = new Deliveries();
  /** How many watches are open. */
  watches = 0;

  /** How many have subscribed. */
  get subscribers(): number {
    return this.#subscribers.length;
  }

  /** Whether anyone would be told of what becomes of an object. */
  get isListening(): boolean {
    return this.#subscribers.length > 0 || this.watches > 0;
  }

  /** Someone comes. Returns what makes them go, which does not hold the listener from then on. */
  subscribe(listener: (change: MembershipChange<ObjectId, SelectorId>) => void): () => void {
    const subscriber: Listening<MembershipChange<ObjectId, SelectorId>> = { listener };
    this.#subscribers = [...this.#subscribers, subscriber];
    return () => {
      subscriber.listener = undefined;
      this.#subscribers = this.#subscribers.filter((other) => other !== subscriber);
    };
  }

  /**
   * Tells what one call has changed, after what is being told already.
   * @throws what listeners threw, unless they are being told already
   */
  tell(batch: Batch<ObjectId, SelectorId>): void {
    if (batch.hasMembers) {
      const { change } = batch;
      for (const subscriber of this.#subscribers) this.#deliveries.add(subscriber, change);
    }
    for (const [follower, change] of batch.watches) this.#deliveries.add(follower, change);
    this.#deliveries.run();
  }

  /**
   * Tells a watch what matches at its beginning.
   * @throws what its listener threw, unless others are being told already
   */
  begin(watch: Follower<ObjectId, SelectorId>, joined: readonly ObjectId[]): void {
    this.#deliveries.add(watch, { joined, left: [] });
    this.#deliveries.run();
  }
}
