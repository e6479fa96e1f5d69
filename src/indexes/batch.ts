import type { Follower } from './follower.ts';
import type { Member, MembershipChange, WatchChange } from './membership-change.ts';

/** What one call changes: the pairs for subscribers, and the objects for each watch. */
export class Batch<ObjectId extends string | number, SelectorId extends string | number> {
  readonly #hasSubscribers: boolean;
  readonly #joined: Member<ObjectId, SelectorId>[] = [];
  readonly #left: Member<ObjectId, SelectorId>[] = [];
  #watches: Map<Follower<ObjectId, SelectorId>, { joined: ObjectId[]; left: ObjectId[] }> | undefined;

  /** @param hasSubscribers whether pairs are told to anyone */
  constructor(hasSubscribers: boolean) {
    this.#hasSubscribers = hasSubscribers;
  }

  /** The pairs, which are the same for all who are told. */
  get change(): MembershipChange<ObjectId, SelectorId> {
    return { joined: this.#joined, left: this.#left };
  }

  get hasMembers(): boolean {
    return this.#joined.length > 0 || this.#left.length > 0;
  }

  get watches(): Iterable<readonly [Follower<ObjectId, SelectorId>, WatchChange<ObjectId>]> {
    return this.#watches ?? [];
  }

  /** An object has come to be selected. */
  join(object: ObjectId, follower: Follower<ObjectId, SelectorId>): void {
    if (follower.id === undefined) this.#watch(follower).joined.push(object);
    else if (this.#hasSubscribers) this.#joined.push([object, follower.id]);
  }

  /** An object is selected no more. */
  leave(object: ObjectId, follower: Follower<ObjectId, SelectorId>): void {
    if (follower.id === undefined) this.#watch(follower).left.push(object);
    else if (this.#hasSubscribers) this.#left.push([object, follower.id]);
  }

  #watch(follower: Follower<ObjectId, SelectorId>): { joined: ObjectId[]; left: ObjectId[] } {
    this.#watches ??= new Map();
    let change = this.#watches.get(follower);
    if (change === undefined) {
      change = { joined: [], left: [] };
      this.#watches.set(follower, change);
    }
    return change;
  }
}
