import type { Labels } from 'labelwise';

/** Something that selectors may select: an object, or the pods that a template makes. */
export interface Row {
  /** Its namespace, kind and name, told apart where they are the same. */
  readonly id: string;
  readonly apiVersion: string;
  readonly kind: string;
  /** `""` for what is in no namespace. */
  readonly namespace: string;
  readonly name: string;
  /** Of the pods of a template: the kind of what has the template, such as `Deployment`. */
  readonly templateOf?: string;
  /** Of pods: the id of what makes them, where it is among what was read. */
  readonly owner?: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Keys of labels that controllers add, whose values are not known. */
  readonly added: readonly string[];
}

/** Whether a row is a pod, or stands for pods. */
export function isPod({ kind }: Row): boolean {
  return kind === 'Pod';
}

/** What an index takes of a row. */
export function entryOf(row: Row, id: number): readonly [number, Labels, string] {
  return [id, row.labels, row.namespace];
}
