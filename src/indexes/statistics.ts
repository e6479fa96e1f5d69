import type { Form } from '../bitmap/ordinal-sets.ts';
import type { Postings } from '../postings/postings.ts';

/** Which kernel runs over the words of dense postings; `none` while there are none. WebAssembly, once in use, stays. */
export type KernelInUse = 'none' | 'webassembly' | 'typescript';

/** What an index holds, and what that takes. */
export interface IndexStatistics {
  readonly objects: number;
  readonly namespaces: number;
  readonly keys: number;
  /** Distinct pairs of a key and a value. */
  readonly pairs: number;
  /** Distinct label sets, namespaces included: objects that share one cost less. */
  readonly labelSets: number;
  /** How many postings are kept in each form: of at most one object, as sorted ordinals, as bits. */
  readonly postings: { readonly [F in Form]: number };
  readonly kernel: KernelInUse;
  /** Memory in bytes; texts by estimate, the rest as allocated, which includes what is free for what comes. */
  readonly bytes: {
    readonly postings: number;
    /** Of `postings`: what is free, and what queries work in. */
    readonly free: number;
    readonly scratch: number;
    readonly dictionary: number;
    readonly labelSets: number;
    readonly ids: number;
    readonly total: number;
  };
}

/** Looks at an index. O(postings + objects). */
export function statisticsOf<Id extends string | number>(postings: Postings<Id>): IndexStatistics {
  const { sets, scratch, dictionary, labelSets, ids } = postings;
  const forms = { single: 0, sparse: 0, dense: 0 };
  for (let set = 0; set < sets.handles; set++) if (sets.exists(set)) forms[sets.form(set)]++;
  const bytes = {
    postings: sets.arena.bytes + sets.tableBytes,
    dictionary: dictionary.bytes,
    labelSets: labelSets.bytes,
    ids: ids.bytes + postings.objectBytes,
  };
  const total = bytes.postings + bytes.dictionary + bytes.labelSets + bytes.ids;
  return {
    objects: ids.size,
    namespaces: dictionary.namespaces.table.size,
    keys: dictionary.size,
    pairs: dictionary.pairs,
    labelSets: labelSets.size,
    postings: forms,
    kernel: sets.arena.isWebAssembly ? 'webassembly' : forms.dense > 0 ? 'typescript' : 'none',
    bytes: {
      ...bytes,
      free: sets.arena.words.byteLength - sets.arena.usedBytes,
      scratch: scratch.bytes,
      total,
    },
  };
}
