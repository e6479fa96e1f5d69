import { type KubernetesObject, namespaceOf } from '../../manifests.ts';
import type { HomeOf } from './homes.ts';

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
  readonly #homeOf: HomeOf;

  /** @param homeOf where objects are that name no namespace */
  constructor(homeOf: HomeOf = namespaceOf) {
    this.#homeOf = homeOf;
  }

  count({ kind, namespace }: KubernetesObject): void {
    this.read++;
    if (this.kinds.size < REMEMBERED) this.kinds.add(kind);
    const where = this.#homeOf(namespace, kind);
    if (where !== '' && this.namespaces.size < REMEMBERED) this.namespaces.add(where);
  }
}
