import { countPlan, readPlan } from '../plan/executor.ts';
import type { Plan } from '../plan/plan.ts';
import type { Query } from '../plan/query.ts';
import type { Postings } from '../postings/postings.ts';
import { labelsAt, namespaceAt } from './object-labels.ts';
import type { Range } from './scope.ts';

/** How many objects a query selects within a range. */
export function countOf<Id extends string | number>(
  postings: Postings<Id>,
  query: Query,
  { namespace, limit, from }: Range,
): number {
  if (from === 0) return Math.min(limit, countPlan(postings, query.plan('count', namespace)));
  let count = 0;
  readPlan(postings, query.plan('ordinals', namespace), from, limit, (_words, _at, n) => {
    count += n;
    return count < limit;
  });
  return Math.min(limit, count);
}

/** Room for so many is made without asking whether there are so many. */
const UNCOUNTED = 4096;

/** How many ordinals a reader should make room for: all of them where that costs little to know, or a guess. */
function expected<Id extends string | number>(
  postings: Postings<Id>,
  query: Query,
  plan: Plan,
  { namespace, limit }: Range,
): number {
  if (plan.kind === 'drive' && plan.filters.length + plan.tests.length > 0) {
    return Math.min(limit, Math.ceil(plan.estimate * 1.25) + 64);
  }
  // A part is not worth counting the whole for.
  if (limit < postings.size) return Math.min(limit, UNCOUNTED);
  return Math.min(limit, countPlan(postings, query.plan('count', namespace)));
}

/** The ordinals that a query selects within a range, ascending. */
export function ordinalsOf<Id extends string | number>(
  postings: Postings<Id>,
  query: Query,
  range: Range,
): Uint32Array<ArrayBuffer> {
  const plan = query.plan('ordinals', range.namespace);
  if (range.limit === 0 || plan.kind === 'empty') return new Uint32Array(0);
  let found = new Uint32Array(Math.min(postings.size, expected(postings, query, plan, range)));
  let length = 0;
  readPlan(postings, plan, range.from, range.limit, (words, at, n) => {
    const taken = Math.min(n, range.limit - length);
    if (length + taken > found.length) {
      const larger = new Uint32Array(Math.min(postings.size, (length + taken) * 2));
      larger.set(found.subarray(0, length));
      found = larger;
    }
    found.set(words.subarray(at, at + taken), length);
    length += taken;
    return length < range.limit;
  });
  return length === found.length ? found : found.slice(0, length);
}

/** The ids that a query selects within a range, in the order of their ordinals. */
export function idsOf<Id extends string | number>(postings: Postings<Id>, query: Query, range: Range): Id[] {
  const plan = query.plan('ordinals', range.namespace);
  if (range.limit === 0 || plan.kind === 'empty') return [];
  // An array that grows is copied over and over, which takes several times as long as filling it.
  const found = new Array<Id>(Math.min(postings.size, expected(postings, query, plan, range)));
  const { ids } = postings;
  let length = 0;
  readPlan(postings, plan, range.from, range.limit, (words, at, n) => {
    const end = at + Math.min(n, range.limit - length);
    for (let i = at; i < end; i++) found[length++] = ids.idAt(words[i] ?? 0) as Id;
    return length < range.limit;
  });
  found.length = length;
  return found;
}

/**
 * The first batch of a lazy reader; each further one is eight times as large, up to the most. A batch begins anew after
 * the one before, so there should be few of them.
 */
const FIRST_BATCH = 16;
const LARGER = 8;
const LARGEST_BATCH = 262_144;

/**
 * The ids that a query selects within a range, one at a time.
 *
 * @param version of the index when the iteration began, which may be before the first id is asked for
 * @throws Error at the step that follows a change of the index
 */
export function* iterateIds<Id extends string | number>(
  postings: Postings<Id>,
  query: Query,
  range: Range,
  version: number,
): Generator<Id, void, undefined> {
  assertUnchanged(postings, version);
  let left = range.limit;
  let from = range.from;
  for (let batch = FIRST_BATCH; left > 0; batch = Math.min(LARGEST_BATCH, batch * LARGER)) {
    const limit = Math.min(left, batch);
    const ordinals = ordinalsOf(postings, query, { namespace: range.namespace, limit, from });
    for (const ordinal of ordinals) {
      yield postings.ids.idAt(ordinal) as Id;
      assertUnchanged(postings, version);
      from = ordinal + 1;
    }
    if (ordinals.length < limit) return;
    left -= limit;
  }
}

/**
 * Every object, in the order of ordinals, read when it is asked for.
 *
 * @param version of the index when the iteration began
 * @throws Error at the step that follows a change of the index
 */
export function* iterateEntries<Id extends string | number>(
  postings: Postings<Id>,
  version: number,
): Generator<[id: Id, labels: Record<string, string>, namespace: string], void, undefined> {
  const { ids } = postings;
  assertUnchanged(postings, version);
  for (let ordinal = 0; ordinal < ids.end; ordinal++) {
    const id = ids.idAt(ordinal);
    if (id === undefined) continue;
    yield [id, labelsAt(postings, ordinal), namespaceAt(postings, ordinal)];
    assertUnchanged(postings, version);
  }
}

function assertUnchanged({ version }: { readonly version: number }, before: number): void {
  if (version !== before) {
    throw new Error(
      'the index has changed since the iteration began; to change it meanwhile, iterate over what select() returns',
    );
  }
}
