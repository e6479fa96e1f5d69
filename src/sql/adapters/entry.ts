import { type Labels, labelEntries } from '../../labels/labels.ts';
import { kindOf } from '../../text/kind-of.ts';
import { quote } from '../../text/quote.ts';
import type { IdType } from '../schema/schema-parts.ts';
import type { Storable } from '../storable.ts';

/** An object of a database: its id, its labels and its namespace, `''` where there is none. */
export type SqlEntry<Id extends string | number> = readonly [id: Id, labels: Labels, namespace?: string];

/** Many of them, at hand or as they come. */
export type SqlEntries<Id extends string | number> = Iterable<SqlEntry<Id>> | AsyncIterable<SqlEntry<Id>>;

/** An entry, read. */
export interface StoredObject {
  readonly id: string | number;
  readonly namespace: string;
  /** Each key once. */
  readonly labels: readonly (readonly [string, string])[];
}

/** What entries are read for. */
export interface EntryRules {
  readonly idType: IdType;
  readonly isStorable: Storable;
}

function assertStorable(text: string, what: string, isStorable: Storable): void {
  if (isStorable(text)) return;
  throw new TypeError(
    `${what} is ${quote(text)}, and the database holds no NUL and no halves of surrogate pairs: valid labels have neither`,
  );
}

/**
 * Holds that something is an id, as the column of ids has it.
 * @throws TypeError where it is none
 */
export function assertSqlId(id: unknown, idType: IdType): asserts id is string | number {
  const isOne = idType === 'text' ? typeof id === 'string' : Number.isSafeInteger(id);
  if (isOne) return;
  const wanted = idType === 'text' ? 'a string' : 'a safe integer';
  const given = typeof id === 'number' ? `the number ${id}` : kindOf(id);
  const mend =
    idType === 'text' && typeof id === 'number' ? '; for numbers, say id: "integer" in the options' : '';
  throw new TypeError(`the id must be ${wanted}, not ${given}${mend}`);
}

/**
 * The parts of an object that is to be put.
 * @throws TypeError naming the part that is wrong
 */
export function readObject(
  id: unknown,
  labels: Labels,
  namespace: unknown,
  { idType, isStorable }: EntryRules,
): StoredObject {
  assertSqlId(id, idType);
  if (namespace !== undefined && typeof namespace !== 'string') {
    throw new TypeError(`the namespace must be a string, not ${kindOf(namespace)}`);
  }
  const pairs = labelEntries(labels);
  if (typeof id === 'string') assertStorable(id, 'the id', isStorable);
  assertStorable(namespace ?? '', 'the namespace', isStorable);
  for (const [key, value] of pairs) {
    assertStorable(key, 'a label key', isStorable);
    assertStorable(value, `the value of the label ${quote(key)}`, isStorable);
  }
  return { id, namespace: namespace ?? '', labels: pairs };
}

/**
 * The objects of entries, as they come.
 * @throws TypeError naming the entry, from 0, and what is wrong with it; and whatever the iterable throws
 */
export async function* objectsOf<Id extends string | number>(
  entries: SqlEntries<Id>,
  rules: EntryRules,
): AsyncGenerator<StoredObject, void, undefined> {
  assertEntries(entries, true);
  let index = 0;
  for await (const entry of entries) yield readEntry(entry, index++, rules);
}

/** The same of entries that are at hand, at once. */
export function* objectsAtHand<Id extends string | number>(
  entries: Iterable<SqlEntry<Id>>,
  rules: EntryRules,
): Generator<StoredObject, void, undefined> {
  assertEntries(entries, false);
  let index = 0;
  for (const entry of entries) yield readEntry(entry, index++, rules);
}

function assertEntries(given: unknown, mayCome: boolean): void {
  const isOne =
    typeof given === 'object' &&
    given !== null &&
    (Symbol.iterator in given || (mayCome && Symbol.asyncIterator in given));
  if (isOne) return;
  throw new TypeError(`entries must be an iterable of [id, labels, namespace?], not ${kindOf(given)}`);
}

function readEntry(entry: unknown, index: number, rules: EntryRules): StoredObject {
  if (!Array.isArray(entry)) {
    throw new TypeError(`entry ${index}: must be [id, labels, namespace?], not ${kindOf(entry)}`);
  }
  try {
    return readObject(entry[0], entry[1], entry[2], rules);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new TypeError(`entry ${index}: ${error.message}`, { cause: error });
  }
}

/** Labels as JSON. Written by hand, since as a property of an object `__proto__` would be lost. */
export function labelsJson(labels: StoredObject['labels']): string {
  return `{${labels.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
}

/** Objects in lots of at most so many. */
export async function* lotsOf(
  objects: AsyncIterable<StoredObject>,
  size: number,
): AsyncGenerator<readonly StoredObject[], void, undefined> {
  let lot: StoredObject[] = [];
  for await (const object of objects) {
    lot.push(object);
    if (lot.length < size) continue;
    yield lot;
    lot = [];
  }
  if (lot.length > 0) yield lot;
}

/**
 * An id as a database gives it: drivers have whole numbers of 64 bits as texts, numbers or BigInts.
 * @throws RangeError where it is a whole number that no number can hold exactly
 */
export function idFrom(value: unknown, idType: IdType): string | number {
  if (idType === 'text') return String(value);
  const id = Number(value);
  if (Number.isSafeInteger(id)) return id;
  throw new RangeError(
    `the id ${String(value)} is beyond what a number holds exactly; read it as a text, with id: "text"`,
  );
}
