import { bestAnchor } from './anchor.ts';
import { AnchorList, CELL, ENTRY, HEAD, NEXT, OPERAND, REST } from './anchor-list.ts';
import { isPositive, keyNumberOf, kindOf, lengthAt, PRESENT, pairsAt, TESTED } from './clause.ts';
import type { FilingList } from './filings.ts';
import type { Term } from './lexicon.ts';
import { mentionedTerms } from './mentions.ts';
import { ALL_PROVEN, outlineOf, UNPROVEN, withProven } from './outline.ts';
import type { ReverseIndex } from './reverse-index.ts';
import type { Shelf } from './shelf.ts';

function hold(condition: boolean, message: () => string): asserts condition {
  if (!condition) throw new Error(`the reverse index does not hold together: ${message()}`);
}

/** Counts how often things are spoken of. */
class Tally extends Map<number, number> {
  count(thing: number): void {
    this.set(thing, (this.get(thing) ?? 0) + 1);
  }
}

/** Whether two lists have the same terms, each as often, in whatever order. */
function isSame(a: readonly (Term | undefined)[], b: readonly (Term | undefined)[]): boolean {
  const atoms = (terms: readonly (Term | undefined)[]) => terms.map((term) => term?.atom ?? 0).sort();
  return atoms(a).join() === atoms(b).join();
}

function checkUses(index: ReverseIndex<unknown>): void {
  const { entries, lexicon } = index;
  const uses = new Tally();
  const tests = new Set<number>();
  for (let entry = 0; entry < entries.end; entry++) {
    if (!entries.exists(entry)) continue;
    const { words } = entries;
    for (let at = entries.from(entry); at < entries.to(entry); at += lengthAt(words, at)) {
      const head = words[at] ?? 0;
      const key = lexicon.keyAt(keyNumberOf(head));
      hold(key !== undefined, () => `entry ${entry} speaks of a key that is not there`);
      uses.count(key.presence.atom);
      if (kindOf(head) === TESTED) tests.add(words[at + 1] ?? 0);
      const pairs = pairsAt(words, at);
      for (let place = pairs.from; place < pairs.to; place++) {
        const pair = words[place] ?? 0;
        hold(lexicon.termOf(pair)?.key === key, () => `entry ${entry} speaks of a pair of another key`);
        uses.count(pair);
      }
    }
  }
  let keys = 0;
  let pairs = 0;
  for (const key of lexicon.keys()) {
    keys++;
    for (const term of [key.presence, ...key.pairs.values()]) {
      hold(term.uses === uses.get(term.atom), () => `${key.name} is said to have other uses than it has`);
      hold(lexicon.termOf(term.atom) === term, () => `a term of ${key.name} is filed under another number`);
    }
    for (const [value, term] of key.pairs) {
      pairs++;
      hold(term.value === value, () => `a value of ${key.name} is filed under another`);
    }
  }
  hold(keys + pairs === uses.size, () => 'the lexicon has other keys and pairs than are spoken of');
  hold(keys === lexicon.size && pairs === lexicon.pairs, () => 'the lexicon counts other keys and pairs');
  hold(tests.size === index.tests.size, () => 'there are other tests than are spoken of');
}

function checkOwners(index: ReverseIndex<unknown>): void {
  const { entries, owners } = index;
  let owned = 0;
  for (let entry = 0; entry < entries.end; entry++) {
    if (!entries.exists(entry)) continue;
    owned++;
    const count = entries.ownerCount(entry);
    hold(count > 0, () => `entry ${entry} is of nobody`);
    let isSharing = false;
    for (let place = 0; place < count; place++) {
      const number = entries.ownerAt(entry, place);
      let isClaimed = false;
      for (let i = 0; i < owners.count(number); i++) {
        if (owners.entryAt(number, i) === entry) isClaimed = owners.placeAt(number, i) === place;
      }
      hold(isClaimed, () => `owner ${number} does not claim entry ${entry}`);
      if (owners.count(number) > 1) isSharing = true;
      const several = entries.several(entry);
      hold(
        several === undefined ? count === 1 : Object.is(several[place], owners.at(number)),
        () => `another stands for owner ${number} of entry ${entry}`,
      );
    }
    hold(isSharing === entries.isSharing(entry), () => `entry ${entry} is wrong about sharing owners`);
  }
  hold(owned === entries.size, () => `${entries.size} entries are said to be, and ${owned} are`);
  for (let owner = 0; owner < owners.end; owner++) {
    for (let i = 0; i < owners.count(owner); i++) {
      const entry = owners.entryAt(owner, i);
      hold(entries.exists(entry), () => `owner ${owner} claims entry ${entry}, which is not there`);
      const place = owners.placeAt(owner, i);
      hold(entries.ownerAt(entry, place) === owner, () => `owner ${owner} claims entry ${entry} of others`);
    }
  }
}

function checkFilings(index: ReverseIndex<unknown>, shelf: Shelf<unknown>, isFollowed: boolean): number {
  const { entries, filings, lexicon } = index;
  const check = (lists: Iterable<FilingList>, isOther: boolean) => {
    let filed = 0;
    for (const list of lists) {
      const name = list.term?.value ?? list.term?.key.name;
      const isLeading = list instanceof AnchorList && list.branches.length > 0;
      hold(list.entries.length > 0 || isLeading, () => `the list of ${name} is empty`);
      hold(list.entries.length === list.filings.length, () => `the list of ${name} misses filings`);
      for (const [place, entry] of list.entries.entries()) {
        const filing = list.filings[place] ?? -1;
        hold(filings.listOf(filing) === list, () => `filing ${filing} is in another list than it says`);
        const known = isOther ? entries.otherFilings(entry) : entries.anchorFilings(entry);
        hold(known.includes(filing), () => `entry ${entry} does not know of filing ${filing}`);
        hold(entries.shelfOf(entry) === shelf, () => `entry ${entry} is filed on another shelf`);
        if (list instanceof AnchorList) checkCell(index, list, place);
        filed++;
      }
    }
    return filed;
  };
  for (const lists of [shelf.groups, shelf.excluded, shelf.mentions]) {
    for (const [term, list] of lists) hold(list.term === term, () => 'a list is filed under another term');
  }
  hold(shelf.allGroups.length === shelf.groups.size, () => 'groups are missing from the list of all');
  for (const [place, group] of shelf.allGroups.entries()) {
    hold(group.place === place && shelf.groups.get(group.term) === group, () => 'a group is out of place');
  }
  const anchors = [...index.lists()].filter(
    ({ isGroup, namespace }) => !isGroup && namespace === shelf.namespace,
  );
  for (const list of anchors) {
    const isFound = shelf.listAt(pathOf(list)) === list;
    hold(isFound, () => 'an anchor is not found by its terms');
  }
  const first = anchors.filter(({ parent }) => parent === undefined);
  hold(first.length === shelf.anchors, () => `a shelf is said to have ${shelf.anchors} anchors`);
  const excluding = [...shelf.excluded.values()];
  const anchored = check(anchors, false) + check(shelf.allGroups, false) + check(excluding, false);
  const mentioned = check(shelf.mentions.values(), true);
  let ofEntries = 0;
  let others = 0;
  let there = 0;
  for (let entry = 0; entry < entries.end; entry++) {
    if (!entries.exists(entry) || entries.shelfOf(entry) !== shelf) continue;
    there++;
    ofEntries += entries.anchorFilings(entry).length;
    others += entries.otherFilings(entry).length;
    checkAnchor(index, entry);
    const mentions = mentionedTerms(entries.words, entries.from(entry), entries.to(entry), lexicon);
    const filed = entries.otherFilings(entry).map((filing) => filings.listOf(filing)?.term);
    hold(
      isSame(filed, isFollowed ? mentions : []),
      () => `entry ${entry} is not filed under what it speaks of`,
    );
  }
  hold(ofEntries === anchored && others === mentioned, () => 'entries are filed other than they know');
  hold(there === shelf.entries, () => `a shelf is said to have ${shelf.entries} entries, and has ${there}`);
  const isNeeded = shelf.namespace === undefined || shelf.owners > 0;
  hold(isNeeded, () => 'an empty shelf is kept');
  return anchored + mentioned;
}

/** Holds that what stands in a list of an entry is what the entry is. */
function checkCell(index: ReverseIndex<unknown>, list: AnchorList, place: number): void {
  const { entries } = index;
  const entry = list.entries[place] ?? 0;
  const proven = entries.proven(entry);
  const { head, operand, next, rest } = outlineOf(
    entries.words,
    entries.from(entry),
    entries.to(entry),
    proven,
  );
  const expected = new Map([
    [ENTRY, entry],
    [HEAD, head],
    [OPERAND, operand],
    [NEXT, next],
    [REST, rest],
  ]);
  for (const [part, word] of expected) {
    hold(list.cells[place * CELL + part] === word, () => `a list says other things of entry ${entry}`);
  }
  const several = entries.isSharing(entry) ? undefined : entries.several(entry);
  hold(list.several[place] === several, () => `a list names other owners of entry ${entry}`);
  hold(
    Object.is(list.owners[place], entries.onlyOwner(entry)),
    () => `a list names another owner of entry ${entry}`,
  );
}

/** The terms that lead to a list, in order. */
function pathOf({ term, parent }: AnchorList): Term[] {
  const before = parent === undefined ? [] : pathOf(parent);
  return term === undefined ? before : [...before, term];
}

/** Holds that where an entry is filed finds it for every label set that satisfies it, and proves what is said. */
function checkAnchor(index: ReverseIndex<unknown>, entry: number): void {
  const { entries, filings, lexicon } = index;
  const { words } = entries;
  const from = entries.from(entry);
  const to = entries.to(entry);
  const proven = entries.proven(entry);
  const lists = entries.anchorFilings(entry).map((filing) => filings.listOf(filing));
  const [first] = lists;
  hold(first instanceof AnchorList, () => `entry ${entry} is filed nowhere`);
  if (first.isGroup) {
    // What excludes an entry is all there is of it, where that is said to be proven.
    const anchor = bestAnchor(words, from, to, entries.shelfOf(entry), lexicon, entries.size);
    hold(anchor.isGroup, () => `entry ${entry} demands something, and is in a group`);
    const terms = lists.flatMap((list) => list?.term ?? []);
    const isMarked = isSame(terms, [...anchor.paths.flat(), ...anchor.exclusions]);
    hold(proven !== ALL_PROVEN || isMarked, () => `entry ${entry} is not marked by all it excludes`);
    return;
  }
  const paths = lists.map((list) => (list instanceof AnchorList && !list.isGroup ? pathOf(list) : []));
  let expected = UNPROVEN;
  let product = 1;
  let keys = 0;
  for (let at = from, order = 0; at < to; at += lengthAt(words, at), order++) {
    const head = words[at] ?? 0;
    const key = lexicon.keyAt(keyNumberOf(head));
    const isLed = paths.every((path) => path.some((term) => term.key === key));
    if (!isLed) continue;
    keys++;
    const kind = kindOf(head);
    hold(isPositive(kind), () => `entry ${entry} is filed under what it does not demand`);
    const terms = new Set(paths.flatMap((path) => path.filter((term) => term.key === key)));
    const { from: first, to: end } = pairsAt(words, at);
    const pairs = Array.from(words.slice(first, end), (pair) => lexicon.termOf(pair));
    const isByKey = isSame([...terms], [key?.presence]);
    hold(isByKey || isSame([...terms], pairs), () => `entry ${entry} is not filed under all its values`);
    product *= terms.size;
    if (!isByKey || kind === PRESENT) expected = withProven(expected, order);
  }
  const texts = new Set(paths.map((path) => path.map(({ atom }) => atom).join()));
  hold(texts.size === product && texts.size === paths.length, () => `entry ${entry} misses a path`);
  const isWhole = paths.every((path) => path.length === keys && keys > 0);
  hold(isWhole, () => `entry ${entry} is filed under what it does not speak of`);
  hold(proven === expected, () => `entry ${entry} says that ${proven} is proven, not ${expected}`);
}

/**
 * Holds that everything a reverse index keeps fits together. For tests: O(entries times their filings), and more.
 *
 * @param isFollowed whether entries are filed under everything they speak of
 * @throws Error naming what does not fit
 */
export function checkReverseIndex(index: ReverseIndex<unknown>, isFollowed: boolean): void {
  checkUses(index);
  checkOwners(index);
  let filed = checkFilings(index, index.everywhere, isFollowed);
  for (const [namespace, shelf] of index.shelves) {
    hold(shelf.namespace === namespace, () => `the shelf of ${namespace} is of ${shelf.namespace}`);
    filed += checkFilings(index, shelf, isFollowed);
  }
  hold(
    filed === index.filings.size,
    () => `${index.filings.size} filings are kept, and ${filed} are in lists`,
  );
}
