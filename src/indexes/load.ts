import type { Labels } from '../labels/labels.ts';
import { assertId, NO_ORDINAL } from '../postings/identities.ts';
import { Intake, type Journal } from '../postings/intake.ts';
import { LabelReader } from '../postings/label-reader.ts';
import { PagedList } from '../postings/paged-list.ts';
import type { Postings } from '../postings/postings.ts';
import { kindOf } from '../text/kind-of.ts';
import { namespaceAt } from './object-labels.ts';
import { assertNamespace } from './scope.ts';

/** An object of an index: its id, its labels and its namespace, `""` where there is none. */
export type Entry<Id extends string | number = string> = readonly [
  id: Id,
  labels: Labels,
  namespace?: string,
];

/** A load that brings this share of the objects ends in giving back what was taken in advance. */
const TRIMMED_FROM = 0.5;

/**
 * Puts many objects, all or none: where an entry is wrong, or the iterable throws, what was put is taken back.
 *
 * @throws TypeError naming the entry and what is wrong with it; and whatever the iterable throws
 */
export function loadEntries<Id extends string | number>(
  postings: Postings<Id>,
  entries: Iterable<Entry<Id>>,
): void {
  const given: unknown = entries;
  if (typeof given !== 'object' || given === null || !(Symbol.iterator in given)) {
    throw new TypeError(`entries must be an iterable of [id, labels, namespace?], not ${kindOf(given)}`);
  }
  const log = new UndoLog(postings);
  const intake = new Intake(postings, log);
  const wasEmpty = postings.size === 0;
  let index = 0;
  if (wasEmpty) postings.expectMany();
  try {
    for (const entry of entries) {
      if (!Array.isArray(entry)) throw wrongEntry(`must be [id, labels, namespace?], not ${kindOf(entry)}`);
      // Each part is looked at once: getters among the labels may change the entry.
      const id = entry[0];
      const namespace = entry[2] === undefined ? '' : entry[2];
      checkEntry(id, entry[1], namespace, intake.labels);
      intake.push(id, namespace);
      index++;
    }
    intake.flush();
  } catch (error) {
    log.undo();
    if (wasEmpty) postings.trim();
    if (error instanceof EntryError)
      throw new TypeError(`entry ${index}: ${error.message}`, { cause: error.cause });
    throw error;
  }
  if (wasEmpty || index >= postings.size * TRIMMED_FROM) postings.trim();
}

/** What is wrong with an entry, told from what an iterable throws. */
class EntryError extends TypeError {}

function wrongEntry(message: string, cause?: unknown): EntryError {
  return new EntryError(message, { cause });
}

/** Holds that the parts of an entry are what they must be, and reads its labels. */
function checkEntry(id: unknown, labels: Labels, namespace: unknown, reader: LabelReader): void {
  try {
    assertId(id, 'the id');
    assertNamespace(namespace, 'the namespace');
    reader.read(labels);
  } catch (error) {
    throw error instanceof TypeError ? wrongEntry(error.message, error) : error;
  }
}

/** An object that was there before a load, and how it was: its keys and values by turns. */
interface Replaced<Id> {
  readonly id: Id;
  readonly labels: readonly string[];
  readonly namespace: string;
}

/** What a load has put so far, so that it can be taken back. */
class UndoLog<Id extends string | number> implements Journal {
  readonly #postings: Postings<Id>;
  /** In order: the ordinal of an object that was not there, or one that was there. */
  readonly #steps = new PagedList<number | Replaced<Id>>();

  constructor(postings: Postings<Id>) {
    this.#postings = postings;
  }

  added(ordinal: number): void {
    this.#steps.push(ordinal);
  }

  replacing(ordinal: number): void {
    const { dictionary, ids } = this.#postings;
    const labels: string[] = [];
    let namespace = '';
    this.#postings.forEachPair(ordinal, (pair) => {
      const key = dictionary.keyOf(pair);
      if (key === dictionary.namespaces) namespace = dictionary.valueOf(pair);
      else labels.push(key.name, dictionary.valueOf(pair));
    });
    this.#steps.push({ id: ids.idAt(ordinal) as Id, labels, namespace });
  }

  /**
   * Takes all of it back, the last one first. Objects that were there before lose all labels first and get theirs back then:
   * memory may be what has run out, and so there is at least as much of it as before.
   */
  undo(): void {
    const postings = this.#postings;
    const reader = new LabelReader();
    const replaced: Replaced<Id>[] = [];
    for (let at = this.#steps.length - 1; at >= 0; at--) {
      const step = this.#steps.at(at);
      if (typeof step === 'number') {
        postings.remove(postings.ids.idAt(step) as Id);
      } else if (step !== undefined) {
        const namespace = namespaceAt(postings, postings.ids.ordinalOf(step.id));
        reader.read({});
        postings.put(step.id, reader, namespace);
        replaced.push(step);
      }
    }
    for (const { id, labels, namespace } of replaced) {
      // What came with the load may have been replaced by it too, and is no longer there.
      if (postings.ids.ordinalOf(id) === NO_ORDINAL) continue;
      reader.read({});
      for (let at = 0; at < labels.length; at += 2) reader.append(labels[at] ?? '', labels[at + 1] ?? '');
      postings.put(id, reader, namespace);
    }
  }
}
