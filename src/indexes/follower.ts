import type { Marked } from '../anchors/changes.ts';
import type { Selector } from '../selector/selector.ts';
import type { WatchChange } from './membership-change.ts';

/** A selector that follows objects: one that was set, or that of a watch. */
export class Follower<ObjectId extends string | number, SelectorId extends string | number>
  implements Marked
{
  mark = 0;
  /** Its number among the owners of the reverse index. */
  owner = -1;
  readonly selector: Selector;
  readonly namespace: string | undefined;
  /** The id of a selector; undefined for a watch. */
  readonly id: SelectorId | undefined;
  /** Who is told of the changes of a watch; undefined for a selector, and once it is closed. */
  listener: ((change: WatchChange<ObjectId>) => void) | undefined;

  constructor(
    selector: Selector,
    namespace: string | undefined,
    id: SelectorId | undefined,
    listener?: (change: WatchChange<ObjectId>) => void,
  ) {
    this.selector = selector;
    this.namespace = namespace;
    this.id = id;
    this.listener = listener;
  }
}
