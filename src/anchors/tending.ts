import { type Anchor, bestAnchor, costOf } from './anchor.ts';
import { AnchorList } from './anchor-list.ts';
import type { Entries } from './entries.ts';
import type { Filings } from './filings.ts';
import type { Lexicon } from './lexicon.ts';

/** A list is gone through when so many entries, and so many times its own, were looked at in vain. */
const FEWEST_WASTED = 32;
const WASTED_AN_ENTRY = 4;

/** A list that was gone through and left as it was is left alone longer each time, up to so many times as long. */
const MOST_PATIENCE = 64;

/** How many entries are thought over in one go. */
const ENTRIES_AT_ONCE = 4;

/** An entry is moved where that promises to be so many times better, so that none goes to and fro. */
const BETTER = 2;

/**
 * Moves entries to better anchors as frequencies move. What is looked at in vain pays for it: a list is gone through when
 * it has wasted several times what that takes, a few entries in one go, so that no call takes long.
 */
export class Tending {
  readonly #entries: Entries<unknown>;
  readonly #filings: Filings;
  readonly #lexicon: Lexicon;
  readonly #refile: (entry: number, anchor: Anchor) => void;
  readonly #waiting: AnchorList[] = [];
  /** Of the list in hand, the last one that waits: the place of the entry to be thought over next; and what was moved. */
  #at = 0;
  #moved = 0;
  /** How many entries were moved. */
  refiled = 0;

  /** @param refile files an entry elsewhere */
  constructor(
    entries: Entries<unknown>,
    filings: Filings,
    lexicon: Lexicon,
    refile: (entry: number, anchor: Anchor) => void,
  ) {
    this.#entries = entries;
    this.#filings = filings;
    this.#lexicon = lexicon;
    this.#refile = refile;
  }

  /** So many entries of a list were looked at in vain. O(1). */
  waste(list: AnchorList, count: number): void {
    list.wasted += count;
    if (list.isWaiting || list.wasted < this.#bearable(list)) return;
    list.isWaiting = true;
    this.#waiting.push(list);
  }

  #bearable(list: AnchorList): number {
    return Math.max(FEWEST_WASTED, list.entries.length * WASTED_AN_ENTRY) * Math.max(1, list.patience);
  }

  /** Thinks over a few entries, if any wait for it. */
  work(): void {
    const list = this.#waiting[0];
    if (list === undefined) return;
    for (let i = 0; i < ENTRIES_AT_ONCE; i++) {
      if (this.#at >= list.entries.length) {
        this.#finish(list);
        return;
      }
      const entry = list.entries[this.#at] ?? 0;
      const better = this.#betterAnchor(entry, list);
      // Where the entry is moved, the last one of the list takes its place.
      if (better !== undefined) {
        this.#refile(entry, better);
        this.refiled++;
        this.#moved++;
      } else {
        this.#at++;
      }
    }
  }

  #finish(list: AnchorList): void {
    list.patience = this.#moved > 0 ? 1 : Math.min(MOST_PATIENCE, Math.max(1, list.patience) * 2);
    list.wasted = 0;
    list.isWaiting = false;
    this.#at = 0;
    this.#moved = 0;
    this.#waiting.shift();
  }

  /** Where an entry were filed better; undefined where it is filed well enough. */
  #betterAnchor(entry: number, list: AnchorList): Anchor | undefined {
    const entries = this.#entries;
    const from = entries.from(entry);
    const best = bestAnchor(
      entries.words,
      from,
      entries.to(entry),
      entries.shelfOf(entry),
      this.#lexicon,
      entries.size,
    );
    return best.cost * BETTER < this.#costOf(entry, list) ? best : undefined;
  }

  /** How many label sets reach an entry in all places where it is filed as it is in this one. */
  #costOf(entry: number, { isGroup }: AnchorList): number {
    let cost = 0;
    for (const filing of this.#entries.anchorFilings(entry)) {
      const list = this.#filings.listOf(filing);
      // Beside its group, an entry is filed under what else it excludes.
      if (list instanceof AnchorList && list.isGroup === isGroup) {
        cost += costOf(list, this.#lexicon, this.#entries.size);
      }
    }
    return cost;
  }
}
