import { selectorKey } from '../constraint/selector-key.ts';
import type { ClaimKind } from '../manifests/claim.ts';
import type { Reach } from '../manifests/reach.ts';
import { pathText } from '../text/object-path.ts';
import type { Change } from './change.ts';
import { addTo } from './lists-by-key.ts';
import { counterpartOf, roleOf, type Selectable, Selections } from './selections.ts';
import type { PlacedClaim, Selected } from './world.ts';

/** Something that was there before a change and is there after it. */
export interface Lasting {
  readonly before: Selectable;
  readonly after: Selectable;
}

/** A selector before and after a change, and what it selects at both times. What another controller made is left out. */
export interface SelectionChange {
  readonly before: PlacedClaim;
  readonly after: PlacedClaim;
  /** Whether it means something else now, be it by its labels or by its namespaces. */
  readonly isRewritten: boolean;
  /** What it selected for certain, and what it selects now. */
  readonly selected: readonly Selectable[];
  readonly now: Selected<Selectable>;
  /** What it selects at both times. */
  readonly kept: readonly Lasting[];
  /** What it selected, and does not select any more. */
  readonly lost: readonly Lasting[];
  /** What it selected, and now may select or not, by labels that only a cluster knows. */
  readonly doubtful: readonly Lasting[];
  /** What it selected and is not there any more. */
  readonly gone: readonly Selectable[];
  /** What it did not select, not even perhaps, and selects now for certain. */
  readonly gained: readonly Lasting[];
  /** What it selects now, and was not there before. */
  readonly added: readonly Selectable[];
}

function reachKey(reach: Reach): string {
  return reach.kind === 'some' ? JSON.stringify([reach.names, selectorKey(reach.selector)]) : reach.kind;
}

function isRewritten({ claim: one }: PlacedClaim, { claim: other }: PlacedClaim): boolean {
  return (
    selectorKey(one.selector) !== selectorKey(other.selector) || reachKey(one.reach) !== reachKey(other.reach)
  );
}

function keyOf({ claim: { path } }: PlacedClaim): string {
  return pathText(path);
}

/** Whether a list of what is selected has a selectable in it. */
function membership(list: readonly Selectable[]): (one: Selectable) => boolean {
  const roles = new Map<Selectable['object'], string[]>();
  for (const one of list) addTo(roles, one.object, roleOf(one));
  return function isIn(one) {
    return roles.get(one.object)?.includes(roleOf(one)) === true;
  };
}

const KNOWN = new WeakMap<Change, SelectionChanges>();

/** What selectors select before a change and after it; found out once, whichever rules ask. */
export function selectionChanges(change: Change): SelectionChanges {
  let changes = KNOWN.get(change);
  if (changes === undefined) {
    changes = new SelectionChanges(change);
    KNOWN.set(change, changes);
  }
  return changes;
}

/** Compares what selectors select before a change and after it. */
export class SelectionChanges {
  readonly #change: Change;
  readonly #before: Selections;
  readonly #after: Selections;
  readonly #known = new Map<ClaimKind, readonly SelectionChange[]>();

  constructor(change: Change) {
    this.#change = change;
    this.#before = new Selections(change.before);
    this.#after = new Selections(change.after);
  }

  /** Whether anything is there after the change of the kinds that a claim selects. */
  hasAnyFor(placed: PlacedClaim): boolean {
    return this.#after.hasAnyFor(placed);
  }

  /** All selectors of some kinds whose objects are there before and after, in the order after. */
  of(kinds: readonly ClaimKind[]): readonly SelectionChange[] {
    return kinds.flatMap((kind) => {
      const known = this.#known.get(kind) ?? this.#ofKind(kind);
      this.#known.set(kind, known);
      return known;
    });
  }

  #ofKind(kind: ClaimKind): readonly SelectionChange[] {
    const earlier = new Map<PlacedClaim['object'], PlacedClaim[]>();
    for (const placed of this.#change.before.claimsOf(kind)) {
      addTo(earlier, placed.object, placed);
    }
    return this.#change.after.claimsOf(kind).flatMap((after) => {
      const object = this.#change.earlier(after.object);
      const own = object === undefined ? undefined : earlier.get(object);
      const before = own?.find((one) => keyOf(one) === keyOf(after));
      return before === undefined ? [] : [this.#compare(before, after)];
    });
  }

  #compare(before: PlacedClaim, after: PlacedClaim): SelectionChange {
    const then = this.#before.of(before);
    const now = this.#after.of(after);
    const [isSelected, isDoubtful] = [membership(now.certain), membership(now.open)];
    const wasSelected = membership([...then.certain, ...then.open]);
    const selected = then.certain.filter(({ isOwned }) => !isOwned);
    const kept: Lasting[] = [];
    const lost: Lasting[] = [];
    const doubtful: Lasting[] = [];
    const gone: Selectable[] = [];
    for (const one of selected) {
      const later = this.#later(one);
      if (later === undefined) gone.push(one);
      else if (isSelected(later)) kept.push({ before: one, after: later });
      else if (isDoubtful(later)) doubtful.push({ before: one, after: later });
      else lost.push({ before: one, after: later });
    }
    const gained: Lasting[] = [];
    const added: Selectable[] = [];
    for (const one of now.certain) {
      if (one.isOwned) continue;
      const earlier = this.#earlier(one);
      if (earlier === undefined) added.push(one);
      else if (!wasSelected(earlier)) gained.push({ before: earlier, after: one });
    }
    const rewritten = isRewritten(before, after);
    return {
      before,
      after,
      isRewritten: rewritten,
      selected,
      now,
      kept,
      lost,
      doubtful,
      gone,
      gained,
      added,
    };
  }

  #later(one: Selectable): Selectable | undefined {
    const object = this.#change.later(one.object);
    return object && counterpartOf(one, object, this.#change.after);
  }

  #earlier(one: Selectable): Selectable | undefined {
    const object = this.#change.earlier(one.object);
    return object && counterpartOf(one, object, this.#change.before);
  }
}
