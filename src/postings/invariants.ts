import { NO_SET } from './dictionary.ts';
import type { Postings } from './postings.ts';

function broken(message: string): never {
  throw new Error(`an invariant of the postings is broken: ${message}`);
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((ordinal, at) => ordinal === b[at]);
}

/**
 * Holds that postings are those of the label sets of the objects, and no others: made anew from these, they are the
 * same. O(labels of all objects).
 *
 * @throws Error naming what does not fit
 */
export function checkPostings<Id extends string | number>(postings: Postings<Id>): void {
  const { ids, dictionary, labelSets, sets, universe } = postings;
  const wanted = new Map<number, number[]>([[universe, []]]);
  const holders = new Map<number, number>();
  let objects = 0;
  for (const ordinal of ids.ordinals()) {
    objects++;
    const id = ids.idAt(ordinal);
    if (id === undefined || ids.ordinalOf(id) !== ordinal)
      broken(`the id of ordinal ${ordinal} is not found`);
    const labelSet = postings.labelSetOf(ordinal);
    holders.set(labelSet, (holders.get(labelSet) ?? 0) + 1);
    const keys = new Set<number>();
    wanted.get(universe)?.push(ordinal);
    postings.forEachPair(ordinal, (pair) => {
      const { number, presence } = dictionary.keyOf(pair);
      if (keys.has(number)) broken(`ordinal ${ordinal} has a key twice`);
      keys.add(number);
      for (const set of presence === NO_SET ? [pair] : [pair, presence]) {
        const list = wanted.get(set);
        if (list === undefined) wanted.set(set, [ordinal]);
        else list.push(ordinal);
      }
    });
    if (!keys.has(dictionary.namespaces.number)) broken(`ordinal ${ordinal} is in no namespace`);
  }
  if (objects !== ids.size) broken(`there are ${objects} objects, and ${ids.size} are said to be`);
  if (sets.size !== wanted.size) broken(`there are ${sets.size} postings, and ${wanted.size} should be`);
  for (const [set, ordinals] of wanted) {
    if (!sets.exists(set) || !isEqual([...sets.ordinals(set)], ordinals)) {
      broken(`postings ${set} are not those of the label sets`);
    }
  }
  checkLabelSets(labelSets, holders);
  checkDictionary(postings, wanted);
}

function checkLabelSets(
  labelSets: Postings<string>['labelSets'],
  holders: ReadonlyMap<number, number>,
): void {
  if (labelSets.size !== holders.size)
    broken(`there are ${labelSets.size} label sets, ${holders.size} in use`);
  for (const [labelSet, count] of holders) {
    if (labelSets.holders(labelSet) !== count) broken(`label set ${labelSet} miscounts its objects`);
    const start = labelSets.start(labelSet);
    const pairs = labelSets.page(labelSet).slice(start, start + labelSets.length(labelSet));
    if (pairs.some((pair, at) => at > 0 && pair <= (pairs[at - 1] ?? 0))) {
      broken(`label set ${labelSet} is out of order`);
    }
    if (labelSets.take(pairs, 0, pairs.length) !== labelSet) broken(`label set ${labelSet} is there twice`);
    labelSets.release(labelSet);
  }
}

function checkDictionary<Id extends string | number>(
  { dictionary, sets }: Postings<Id>,
  wanted: ReadonlyMap<number, unknown>,
): void {
  let pairs = 0;
  for (const key of [dictionary.namespaces, ...dictionary.keys()]) {
    const named = key === dictionary.namespaces ? key : dictionary.key(key.name);
    if (named !== key) broken(`the key ${JSON.stringify(key.name)} is not found`);
    for (const set of key.table) {
      pairs++;
      if (!wanted.has(set)) broken(`the value ${JSON.stringify(dictionary.valueOf(set))} is of no object`);
      if (dictionary.keyOf(set) !== key || dictionary.find(key, dictionary.valueOf(set)) !== set) {
        broken(`the value ${JSON.stringify(dictionary.valueOf(set))} is not found`);
      }
    }
    if (key.order === undefined) continue;
    const inBlock = new Map<object, number>();
    let ordered = 0;
    for (const { set, block } of key.order.entries()) {
      ordered++;
      inBlock.set(block, (inBlock.get(block) ?? 0) + sets.count(set));
    }
    for (const [block, objects] of inBlock) {
      if ((block as { readonly objects: number }).objects !== objects)
        broken('a block of integers miscounts');
    }
    const isInteger = (value: string) =>
      /^[+-]?\d+$/.test(value) &&
      BigInt.asIntN(64, BigInt(value.replace('+', ''))) === BigInt(value.replace('+', ''));
    const integers = [...key.table].filter((set) => isInteger(dictionary.valueOf(set))).length;
    if (integers !== ordered) broken(`${ordered} of ${integers} integers are in order`);
  }
  if (pairs !== dictionary.pairs + dictionary.namespaces.table.size) broken('pairs are miscounted');
}
