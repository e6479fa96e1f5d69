import { type Labels, labelEntries } from '../labels/labels.ts';
import { NODE_NAME_KEY } from '../labels/node-name.ts';
import { groupOf, type Typed } from './target.ts';

/** The label that every namespace has, with its name. */
export const NAMESPACE_NAME_KEY = 'kubernetes.io/metadata.name';

/** What may be selected: an object, or the pods that are made from a template. */
export interface Subject extends Typed {
  /** `""` for what is in none. */
  readonly namespace: string;
  /** By key, with the label that a Namespace or Node has by its name. */
  readonly labels: ReadonlyMap<string, string>;
  /** Keys whose labels are not known: they may be there, with any value. */
  readonly open: ReadonlySet<string>;
}

/** What a subject is made of; the name is `""` where it is not known. */
export interface SubjectParts extends Typed {
  /** The namespace it is in or is applied to; `""` for what is in none. */
  readonly namespace: string;
  /** Counts for a Namespace and a Node, whose names selectors see as labels; without it that label is open. */
  readonly name: string;
  /** Those that are written, as a plain object or a Map. */
  readonly labels: Labels;
  /** Keys that may be there besides, such as those that controllers add. */
  readonly added?: readonly string[];
}

/** The label that an object has by its name, beside those that are written. */
function nameKeyOf({ apiVersion, kind }: Typed): string | undefined {
  if (groupOf(apiVersion) !== '') return undefined;
  return kind === 'Namespace' ? NAMESPACE_NAME_KEY : kind === 'Node' ? NODE_NAME_KEY : undefined;
}

/**
 * A subject with all that selectors see of it: a namespace is labelled with its name, whatever its manifest says, and the
 * selector of a node may ask for its name, under `metadata.name`.
 *
 * @param parts labels of either shape
 */
export function subjectOf({ apiVersion, kind, namespace, name, labels, added = [] }: SubjectParts): Subject {
  const known = new Map(labelEntries(labels));
  const open = new Set(added.filter((key) => !known.has(key)));
  const nameKey = nameKeyOf({ apiVersion, kind });
  if (nameKey !== undefined && name !== '') known.set(nameKey, name);
  else if (nameKey !== undefined && !known.has(nameKey)) open.add(nameKey);
  return { apiVersion, kind, namespace, labels: known, open };
}
