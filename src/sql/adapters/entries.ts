import { type Labels, labelEntries } from '../../labels/labels.ts';
import { kindOf } from '../../text/kind-of.ts';
import type { Site } from './site.ts';
import { assertStorableObject } from './storable-texts.ts';

/** An object, as a load takes it: its id, its labels, and its namespace, `''` where there is none. */
export type SqlEntry<Id extends string | number = string> = readonly [
  id: Id,
  labels: Labels,
  namespace?: string,
];

/** Many of them, at hand or as they come. */
export type SqlEntries<Id extends string | number = string> =
  | Iterable<SqlEntry<Id>>
  | AsyncIterable<SqlEntry<Id>>;

/** An object that was read. */
export interface Row<Id extends string | number> {
  readonly id: Id;
  readonly labels: readonly (readonly [key: string, value: string])[];
  readonly namespace: string;
  /** About how much text it is, in UTF-16 units. */
  readonly characters: number;
}

/**
 * Reads an object, which the database can hold then.
 *
 * @param the what stands before the names of arguments in a message: `the ` in one about an entry
 * @throws TypeError naming what is wrong with it
 */
export function readObject<Id extends string | number>(
  site: Site<Id>,
  id: unknown,
  labels: unknown,
  namespace: unknown,
  the = '',
): Row<Id> {
  site.ids.assert(id, `${the}id`);
  if (typeof namespace !== 'string') {
    throw new TypeError(`${the}namespace must be a string, not ${kindOf(namespace)}`);
  }
  const pairs = labelEntries(labels as Labels);
  const characters = assertStorableObject(pairs, namespace, site.dialect, `${the}namespace`);
  return { id, labels: pairs, namespace, characters };
}

function readEntry<Id extends string | number>(site: Site<Id>, entry: unknown, index: number): Row<Id> {
  try {
    if (!Array.isArray(entry)) throw new TypeError(`must be [id, labels, namespace?], not ${kindOf(entry)}`);
    return readObject(site, entry[0], entry[1], entry[2] === undefined ? '' : entry[2], 'the ');
  } catch (error) {
    // What getters among the labels throw is theirs.
    if (!(error instanceof TypeError)) throw error;
    throw new TypeError(`entry ${index}: ${error.message}`, { cause: error });
  }
}

function refuseEntries(entries: unknown): never {
  throw new TypeError(`entries must be an iterable of [id, labels, namespace?], not ${kindOf(entries)}`);
}

const isObject = (given: unknown): given is object => typeof given === 'object' && given !== null;

/**
 * Reads entries one by one.
 * @throws TypeError naming the entry and what is wrong with it; and whatever the iterable throws
 */
export function* rowsOf<Id extends string | number>(
  site: Site<Id>,
  entries: Iterable<SqlEntry<Id>>,
): Generator<Row<Id>, void, undefined> {
  if (!isObject(entries) || !(Symbol.iterator in entries)) refuseEntries(entries);
  let index = 0;
  for (const entry of entries) yield readEntry(site, entry, index++);
}

/** How much a batch has at most: so many rows, and hardly more text than this. */
export interface BatchSize {
  readonly rows: number;
  readonly characters: number;
}

/**
 * Reads entries, and makes something of each of them, in batches.
 * @throws TypeError naming the entry and what is wrong with it; and whatever the iterable throws
 */
export async function* batchesOf<Id extends string | number, Part>(
  site: Site<Id>,
  entries: SqlEntries<Id>,
  partOf: (row: Row<Id>, index: number) => Part,
  size: BatchSize,
): AsyncGenerator<Part[], void, undefined> {
  let batch: Part[] = [];
  let characters = 0;
  let index = 0;
  const isFull = (entry: unknown): boolean => {
    const row = readEntry(site, entry, index);
    batch.push(partOf(row, index));
    index++;
    characters += row.characters;
    return batch.length >= size.rows || characters >= size.characters;
  };
  const take = (): Part[] => {
    const taken = batch;
    batch = [];
    characters = 0;
    return taken;
  };
  if (isObject(entries) && Symbol.asyncIterator in entries) {
    for await (const entry of entries) if (isFull(entry)) yield take();
  } else if (isObject(entries) && Symbol.iterator in entries) {
    // `for await` over what is there already would wait for each of them.
    for (const entry of entries) if (isFull(entry)) yield take();
  } else {
    refuseEntries(entries);
  }
  if (batch.length > 0) yield take();
}
