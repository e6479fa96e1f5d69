import type { Form } from '../bitmap/ordinal-sets.ts';
import type { Postings } from '../postings/postings.ts';

/** Which kernel runs over the words of dense postings; `none` while there are none. WebAssembly, once in use, stays. */
export type KernelInUse = 'none' | 'webassembly' | 'typescript';

/** What an index holds, and what that takes. */
export interface IndexStatistics {
  /** Objects that are there now. */
  readonly objects: number;
  /** Distinct namespaces of objects, `""` being one too. */
  readonly namespaces: number;
  /** Distinct keys that objects have. */
  readonly keys: number;
  /** Distinct pairs of a key and a value. */
  readonly pairs: number;
  /** Distinct label sets, namespaces included: objects that share one cost less. */
  readonly labelSets: number;
  /**
   * How many postings are kept in each form. `single`: of at most one object. `sparse`: as sorted ordinals. `dense`: as
   * bits, which a kernel joins.
   */
  readonly postings: { readonly [F in Form]: number };
  /** What runs over dense postings now. */
  readonly kernel: KernelInUse;
  /** Memory in bytes; texts by estimate, the rest as allocated, which includes what is free for what comes. */
  readonly bytes: {
    /** Ordinals and bits, the table of postings, `free` and `scratch`. */
    readonly postings: number;
    /** Of `postings`: what is free. */
    readonly free: number;
    /** Of `postings`: what queries work in. */
    readonly scratch: number;
    /** Texts of keys and values, and the tables that find them. */
    readonly dictionary: number;
    /** Distinct label sets, as numbers, and the table that finds them. */
    readonly labelSets: number;
    /** Ids, the table that finds them, and which label set each object has. */
    readonly ids: number;
    /** `postings`, `dictionary`, `labelSets` and `ids` together. */
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
