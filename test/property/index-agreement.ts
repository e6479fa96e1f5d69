import { expect } from 'vitest';
import {
  anyOf,
  compileSelector,
  EVERYTHING,
  type LabelIndex,
  parseSelector,
  type Scope,
  type Selector,
} from '../../src/index.ts';
import { naiveFormat } from '../oracle/naive-format.ts';
import type { NaiveAlternatives, NaiveId, NaiveIndex } from '../oracle/naive-index.ts';

/** A selector of the oracle's alternatives, by way of their texts. */
export function selectorOf(alternatives: NaiveAlternatives): Selector {
  return anyOf(...alternatives.map((one) => parseSelector(naiveFormat(one))));
}

/** What a question in one scope may be asked of: the index, or a query prepared of it. */
interface Verbs {
  count(scope?: Scope<NaiveId>): number;
  select(scope?: Scope<NaiveId>): NaiveId[];
  iterate(scope?: Scope<NaiveId>): Iterable<NaiveId>;
  ordinals(scope?: Scope<NaiveId>): Uint32Array;
}

function verbsOf(index: LabelIndex<NaiveId>, selector: Selector): Verbs {
  return {
    count: (scope) => index.count(selector, scope),
    select: (scope) => index.select(selector, scope),
    iterate: (scope) => index.iterate(selector, scope),
    ordinals: (scope) => index.ordinals(selector, scope),
  };
}

/** All verbs tell of the same objects in the same order, which is ascending in ordinals. Returns their ids. */
function expectOneAnswer(verbs: Verbs, index: LabelIndex<NaiveId>, scope: Scope<NaiveId>): NaiveId[] {
  const ordinals = [...verbs.ordinals(scope)];
  const ids = verbs.select(scope);
  expect(
    ordinals.every((ordinal, at) => at === 0 || ordinal > (ordinals[at - 1] ?? 0)),
    'ordinals ascend',
  ).toBe(true);
  expect(ids, 'select follows the ordinals').toEqual(ordinals.map((ordinal) => index.idAt(ordinal)));
  expect([...verbs.iterate(scope)], 'iterate is select').toEqual(ids);
  expect(verbs.count(scope), 'count is the number selected').toBe(ids.length);
  return ids;
}

/**
 * An index answers a selector as the oracle and as a scan do; so does a query prepared before.
 * @returns how many objects are selected
 */
export function expectAgreement(
  index: LabelIndex<NaiveId>,
  naive: NaiveIndex,
  alternatives: NaiveAlternatives,
  namespace: string | undefined,
  prepared: Verbs,
): number {
  const selector = selectorOf(alternatives);
  const matches = compileSelector(selector);
  const wanted = naive.selected(alternatives, namespace).map(([id]) => id);
  const scanned = [...naive.objects]
    .filter(
      ([, object]) => (namespace === undefined || object.namespace === namespace) && matches(object.labels),
    )
    .map(([id]) => id);
  expect(scanned, 'a scan is the oracle').toEqual(wanted);
  const scope: Scope<NaiveId> = namespace === undefined ? {} : { namespace };
  const ids = expectOneAnswer(verbsOf(index, selector), index, scope);
  expect(ids.length, `as many as the oracle has for ${selector}`).toBe(wanted.length);
  expect(new Set(ids), `what the oracle has for ${selector}`).toEqual(new Set(wanted));
  expect(expectOneAnswer(prepared, index, scope), 'a prepared query is current').toEqual(ids);
  const explanation = index.explain(selector, scope);
  expect(explanation.matches, 'the explanation counts').toBe(ids.length);
  expect(explanation.selector).toBe(String(selector));
  return ids.length;
}

/** `limit` and `after` give the pages of the whole result, by every verb, prepared or not. */
export function expectPages(
  index: LabelIndex<NaiveId>,
  alternatives: NaiveAlternatives,
  namespace: string | undefined,
  page: { readonly limit: number; readonly after?: NaiveId },
  prepared: Verbs,
): void {
  const within = namespace === undefined ? {} : { namespace };
  const verbs = verbsOf(index, selectorOf(alternatives));
  const whole = [...verbs.ordinals(within)];
  // After one id, whether or not it is itself selected.
  const all = index.ordinals(EVERYTHING);
  const places = new Map([...all].map((ordinal) => [index.idAt(ordinal), ordinal]));
  const { after } = page;
  const start = after === undefined ? -1 : (places.get(after) ?? Number.NaN);
  const later = whole.filter((ordinal) => ordinal > start).map((ordinal) => index.idAt(ordinal));
  const scopes: [Scope<NaiveId>, (NaiveId | undefined)[]][] = [
    [{ ...within, ...page }, later.slice(0, page.limit)],
    [{ ...within, ...(after === undefined ? {} : { after }) }, later],
  ];
  for (const [scope, wanted] of scopes) {
    for (const asked of [verbs, prepared]) expect(expectOneAnswer(asked, index, scope)).toEqual(wanted);
  }
  // Page by page to the end: no object twice, none left out.
  const size = Math.max(1, page.limit);
  const collected: NaiveId[] = [];
  for (
    let next = verbs.select({ ...within, limit: size });
    next.length > 0 && collected.length <= whole.length;
  ) {
    collected.push(...next);
    const last = collected.at(-1);
    next = verbs.select({ ...within, limit: size, ...(last === undefined ? {} : { after: last }) });
  }
  expect(collected, 'pages make the whole').toEqual(verbs.select(within));
}

/** The facets are what counting by hand gives, of everything and of what is selected. */
export function expectFacets(
  index: LabelIndex<NaiveId>,
  naive: NaiveIndex,
  alternatives: NaiveAlternatives | undefined,
  namespace: string | undefined,
): void {
  const asked = alternatives === undefined ? undefined : selectorOf(alternatives);
  const all = alternatives ?? [[]];
  const scope = namespace === undefined ? undefined : { namespace };
  const keys = naive.keys(all, namespace);
  expect(index.keys(asked, scope)).toEqual(keys);
  for (const key of [...naive.keys([[]]).map((entry) => entry.key), 'nobody-has-this']) {
    expect(index.values(key, asked, scope), `values of ${key}`).toEqual(naive.values(key, all, namespace));
  }
}

/** The objects themselves: every id there is, its labels and namespace, and no others. */
export function expectContent(index: LabelIndex<NaiveId>, naive: NaiveIndex, ids: readonly NaiveId[]): void {
  expect(index.size).toBe(naive.objects.size);
  for (const id of ids) {
    const object = naive.objects.get(id);
    expect(index.has(id)).toBe(object !== undefined);
    expect(index.namespaceOf(id)).toBe(object?.namespace);
    const labels = index.labelsOf(id);
    expect(labels === undefined ? undefined : new Map(Object.entries(labels))).toEqual(object?.labels);
  }
  expect(index.statistics()).toMatchObject(naive.statistics());
}
