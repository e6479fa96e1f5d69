import { type KubernetesObject, namespaceOf } from '../../manifests.ts';

/** Names met on the way, at most this many: for telling what there is when nothing was found. */
export const REMEMBERED = 30;

/** What was read, told apart by what became of it. */
export class Tally {
  read = 0;
  /** Of the kinds and namespaces asked for. */
  considered = 0;
  selected = 0;
  readonly kinds: Set<string> = new Set();
  readonly namespaces: Set<string> = new Set();

  count({ kind, namespace }: KubernetesObject): void {
    this.read++;
    if (this.kinds.size < REMEMBERED) this.kinds.add(kind);
    const where = namespaceOf(namespace, kind);
    if (where !== '' && this.namespaces.size < REMEMBERED) this.namespaces.add(where);
  }
}
