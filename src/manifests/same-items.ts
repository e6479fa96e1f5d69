import type { ObjectPath } from '../text/object-path.ts';

/**
 * Whether two places of an object are in the same items of the lists that both of them are in: a selector under
 * `spec.groups[1]` is of the template under `spec.groups[1]`, and one under `spec` is of all of them.
 */
export function areInSameItems(one: ObjectPath, other: ObjectPath): boolean {
  const parting = one.findIndex((step, at) => step !== other[at]);
  return parting === -1 || typeof one[parting] !== 'number' || typeof other[parting] !== 'number';
}
