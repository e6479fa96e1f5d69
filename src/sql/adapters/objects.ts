import type { Labels } from '../../labels/labels.ts';
import type { Selector } from '../../selector/selector.ts';
import type { SqlEntries } from './entries.ts';
import type { SqlScope } from './queries.ts';

/**
 * The verbs of a `LabelIndex` over a database whose client answers in promises. Results are in the database's order of ids.
 *
 * A call with a bad argument is rejected with a TypeError that names it, before anything is sent; errors of the client and the
 * database come as they are.
 */
export interface SqlObjects<Id extends string | number = string> {
  /** Creates the tables and indexes of the layout, where they are not there yet: the statements of `schemaSql`. */
  create(): Promise<void>;
  /**
   * How many objects a selector selects: the length of what `select` returns.
   * @param selector what the labels of an object must satisfy; namespaces are asked for by the scope
   * @param scope the part that is counted; everything without
   */
  count(selector: Selector, scope?: SqlScope<Id>): Promise<number>;
  /**
   * The ids of the objects that a selector selects.
   * @param selector what the labels of an object must satisfy; namespaces are asked for by the scope
   * @param scope the part that is wanted; everything without
   */
  select(selector: Selector, scope?: SqlScope<Id>): Promise<Id[]>;
  /**
   * The same ids one at a time, as they come from the database, of which a few thousand are held. They are those that were
   * there when the first one was asked for. Whoever does not read to the end has to leave by `break`, or call `return()`.
   * @param selector what the labels of an object must satisfy; namespaces are asked for by the scope
   * @param scope the part that is wanted; everything without
   * @throws TypeError where `selector` is no Selector, or the scope is not what it must be
   */
  iterate(selector: Selector, scope?: SqlScope<Id>): AsyncIterableIterator<Id>;
  /**
   * Puts many objects. Of entries with the same id the last one wins. Entries are taken as fast as the database takes them;
   * a few thousand are held.
   *
   * @param entries `[id, labels, namespace?]` each; must not come from the connection that is loaded into
   * @throws TypeError naming the number of the entry and what is wrong with it; and whatever the iterable throws
   */
  load(entries: SqlEntries<Id>): Promise<void>;
  /**
   * Puts an object, in the place of the one with its id if there is one.
   *
   * @param id a string, or a safe integer where the option `id` is `'integer'`
   * @param labels a plain object or a Map
   * @param namespace the namespace; without one, the object is in the namespace `''`
   */
  set(id: Id, labels: Labels, namespace?: string): Promise<void>;
  /**
   * Deletes an object.
   * @param id a string, or a safe integer where the option `id` is `'integer'`
   * @returns whether it was there
   */
  delete(id: Id): Promise<boolean>;
}
