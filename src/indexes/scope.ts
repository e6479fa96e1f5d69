import type { Identities } from '../postings/identities.ts';
import { assertId, NO_ORDINAL } from '../postings/identities.ts';
import { kindOf } from '../text/kind-of.ts';

/** Which part of a result is wanted. */
export interface Scope<Id extends string | number = string> {
  /** Only objects of this namespace; `""` for those in none. Without it, all objects. */
  readonly namespace?: string;
  /** At most so many. */
  readonly limit?: number;
  /**
   * Only what comes after this id in the order of results, which must be in the index: the last id of a page, to get the
   * next one. Pages add up to the whole as long as nothing changes.
   */
  readonly after?: Id;
}

/** A scope, read: a part of the ordinals. */
export interface Range {
  readonly namespace: string | undefined;
  readonly limit: number;
  /** The first ordinal that may be part. */
  readonly from: number;
}

const WHOLE: Range = Object.freeze({ namespace: undefined, limit: Number.POSITIVE_INFINITY, from: 0 });

/**
 * Holds that something is the name of a namespace.
 * @throws TypeError where it is no string
 */
export function assertNamespace(namespace: unknown, argument: string): asserts namespace is string {
  if (typeof namespace !== 'string') {
    throw new TypeError(`${argument} must be a string, not ${kindOf(namespace)}`);
  }
}

/**
 * Reads a scope.
 * @throws TypeError where it, or a part of it, is not what it must be, naming the part
 */
export function readScope<Id extends string | number>(
  scope: Scope<Id> | undefined,
  ids: Identities<Id>,
): Range {
  if (scope === undefined) return WHOLE;
  if (typeof scope !== 'object' || scope === null || Array.isArray(scope)) {
    throw new TypeError(
      `scope must be an object such as { namespace: "shop", limit: 10 }, not ${kindOf(scope)}`,
    );
  }
  const { namespace, limit, after } = scope;
  if (namespace !== undefined) assertNamespace(namespace, 'scope.namespace');
  if (limit !== undefined && (!Number.isInteger(limit) || limit < 0)) {
    throw new TypeError(
      `scope.limit must be a whole number of at least 0, not ${typeof limit === 'number' ? limit : kindOf(limit)}`,
    );
  }
  return {
    namespace,
    limit: limit ?? Number.POSITIVE_INFINITY,
    from: after === undefined ? 0 : ordinalAfter(after, ids),
  };
}

function ordinalAfter<Id extends string | number>(after: Id, ids: Identities<Id>): number {
  assertId(after, 'scope.after');
  const ordinal = ids.ordinalOf(after);
  if (ordinal === NO_ORDINAL) {
    throw new TypeError(
      `scope.after must be the id of an object in the index, and there is no ${typeof after === 'string' ? JSON.stringify(after) : after}; if it was deleted meanwhile, begin anew`,
    );
  }
  return ordinal + 1;
}
