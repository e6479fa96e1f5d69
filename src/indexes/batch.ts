import type { Follower } from './follower.ts';
import type { Member, MembershipChange, WatchChange } from './membership-change.ts';

/** What one call changes: the pairs for subscribers, and the objects for each watch. */
export class Batch<ObjectId extends string | number, SelectorId extends string | number> {
  readonly #subscribers: number;
  #joined: Member<ObjectId, SelectorId>[] | undefined;
  #left: Member<ObjectId, SelectorId>[] | undefined;
  #watches: Map<Follower<ObjectId, SelectorId>, { joined: ObjectId[]; left: ObjectId[] }> | undefined;

  /** @param subscribers how many are told of pairs */
  constructor(subscribers: number) {
    this.#subscribers = subscribers;
  }

  /** The pairs. Where several are told, nobody can change what the others get. */
  get change(): MembershipChange<ObjectId, SelectorId> {
    const change = { joined: this.#joined ?? [], left: this.#left ?? [] };
    if (this.#subscribers < 2) return change;
    for (const members of [change.joined, change.left]) {
      for (const member of members) Object.freeze(member);
      Object.freeze(members);
    }
    return Object.freeze(change);
  }

  get hasMembers(): boolean {
    return this.#joined !== undefined || this.#left !== undefined;
  }

  get watches(): Iterable<readonly [Follower<ObjectId, SelectorId>, WatchChange<ObjectId>]> {
    return this.#watches ?? [];
  }

  /** An object has come to be selected. */
  join(object: ObjectId, follower: Follower<ObjectId, SelectorId>): void {
    if (follower.id === undefined) this.#watch(follower).joined.push(object);
    else if (this.#subscribers > 0) {
      const member = [object, follower.id] as const;
      if (this.#joined === undefined) this.#joined = [member];
      else this.#joined.push(member);
    }
  }

  /** An object is selected no more. */
  leave(object: ObjectId, follower: Follower<ObjectId, SelectorId>): void {
    if (follower.id === undefined) this.#watch(follower).left.push(object);
    else if (this.#subscribers > 0) {
      const member = [object, follower.id] as const;
      if (this.#left === undefined) this.#left = [member];
      else this.#left.push(member);
    }
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
