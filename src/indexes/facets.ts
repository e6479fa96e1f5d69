import { readPlan } from '../plan/executor.ts';
import type { Query } from '../plan/query.ts';
import type { Key } from '../postings/dictionary.ts';
import type { Postings } from '../postings/postings.ts';

/** A key that objects have. */
export interface KeyStatistics {
  /** As objects have it, with its prefix: `app.kubernetes.io/name`. */
  readonly key: string;
  /** How many objects have it. */
  readonly objects: number;
  /** How many values it has among them. */
  readonly values: number;
}

/** A value of a key. */
export interface ValueStatistics {
  /** As objects have it; `""` is a value too. */
  readonly value: string;
  /** How many objects have the key with this value. */
  readonly objects: number;
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function mostFirst<T extends { readonly objects: number }>(
  name: (item: T) => string,
): (a: T, b: T) => number {
  return (a, b) => b.objects - a.objects || inOrder(name(a), name(b));
}

/** From so many objects on, counts are kept in a table of all pairs. */
const MANY = 4096;

/** How many of the objects that a query selects have each pair; namespaces are pairs too. O(their labels). */
function tally<Id extends string | number>(
  postings: Postings<Id>,
  query: Query,
  namespace: string | undefined,
): Iterable<readonly [pair: number, objects: number]> {
  const { labelSets, sets } = postings;
  const plan = query.plan('ordinals', namespace);
  const few = new Map<number, number>();
  const many = plan.estimate < MANY ? undefined : new Uint32Array(sets.handles);
  readPlan(postings, plan, 0, Number.POSITIVE_INFINITY, (words, at, n) => {
    for (let i = at; i < at + n; i++) {
      const labelSet = postings.labelSetOf(words[i] ?? 0);
      const pairs = labelSets.page(labelSet);
      const start = labelSets.start(labelSet);
      const end = start + labelSets.length(labelSet);
      for (let place = start; place < end; place++) {
        const pair = pairs[place] ?? 0;
        if (many === undefined) few.set(pair, (few.get(pair) ?? 0) + 1);
        else many[pair] = (many[pair] ?? 0) + 1;
      }
    }
    return true;
  });
  return many === undefined ? few : occurring(many);
}

function* occurring(counts: Uint32Array): Generator<readonly [pair: number, objects: number]> {
  for (let pair = 0; pair < counts.length; pair++) {
    const objects = counts[pair] ?? 0;
    if (objects > 0) yield [pair, objects];
  }
}

/** The keys of all objects, or of those that a query selects, those of most objects first. */
export function keysOf<Id extends string | number>(
  postings: Postings<Id>,
  query: Query | undefined,
  namespace: string | undefined,
): KeyStatistics[] {
  const { dictionary, sets } = postings;
  const byName = mostFirst<KeyStatistics>(({ key }) => key);
  if (query === undefined) {
    return Array.from(dictionary.keys(), ({ name, presence, table }) => ({
      key: name,
      objects: sets.count(presence),
      values: table.size,
    })).sort(byName);
  }
  const found = new Map<Key, { objects: number; values: number }>();
  for (const [pair, objects] of tally(postings, query, namespace)) {
    const key = dictionary.keyOf(pair);
    if (key === dictionary.namespaces) continue;
    const entry = found.get(key) ?? { objects: 0, values: 0 };
    entry.objects += objects;
    entry.values++;
    found.set(key, entry);
  }
  return Array.from(found, ([{ name }, entry]) => ({ key: name, ...entry })).sort(byName);
}

/** The values of a key among all objects, or among those that a query selects, those of most objects first. */
export function valuesOf<Id extends string | number>(
  postings: Postings<Id>,
  key: string,
  query: Query | undefined,
  namespace: string | undefined,
): ValueStatistics[] {
  const { dictionary, sets } = postings;
  const known = dictionary.key(key);
  if (known === undefined) return [];
  const found: ValueStatistics[] = [];
  if (query === undefined) {
    for (const pair of known.table) {
      found.push({ value: dictionary.valueOf(pair), objects: sets.count(pair) });
    }
  } else {
    for (const [pair, objects] of tally(postings, query, namespace)) {
      if (dictionary.keyOf(pair) === known) found.push({ value: dictionary.valueOf(pair), objects });
    }
  }
  return found.sort(mostFirst(({ value }) => value));
}
