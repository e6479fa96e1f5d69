import type { AnchorList } from '../anchors/anchor-list.ts';

/** A label that selectors are filed under: a pair, or a key whatever its value. */
export interface AnchorLabel {
  /** With its prefix: `app.kubernetes.io/name`. */
  readonly key: string;
  /** Left out where the key alone is meant, whatever its value. */
  readonly value?: string;
}

/** What a list of selectors is filed under, in the words of labels. */
interface AnchorName {
  readonly key: string | undefined;
  readonly value?: string;
  readonly within?: readonly AnchorLabel[];
  readonly namespace?: string;
}

function label(key: string, value: string | undefined): AnchorLabel {
  return value === undefined ? { key } : { key, value };
}

/** Names a list of selectors. */
export function anchorName({ term, parent, namespace }: AnchorList): AnchorName {
  const within: AnchorLabel[] = [];
  for (let list = parent; list !== undefined; list = list.parent) {
    if (list.term !== undefined) within.unshift(label(list.term.key.name, list.term.value));
  }
  return {
    ...(term === undefined ? { key: undefined } : label(term.key.name, term.value)),
    ...(within.length > 0 && { within }),
    ...(namespace !== undefined && { namespace }),
  };
}
