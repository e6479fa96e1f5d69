import { findOverlap } from '../algebra/find-overlap.ts';
import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { allOf } from '../selector/combine.ts';
import type { Selector } from '../selector/selector.ts';
import type { World } from './world.ts';

/**
 * Tells whether the pods of two objects can never be on one node, by their nodeSelectors and node affinities. O(claims) once,
 * and for two objects the size of their selectors.
 */
export function nodesApart(world: World): (a: KubernetesObject, b: KubernetesObject) => boolean {
  const nodesOf = new Map<KubernetesObject, Selector>();
  for (const { object, claim } of world.claimsOf('schedules-onto')) {
    const others = nodesOf.get(object);
    nodesOf.set(object, others === undefined ? claim.selector : allOf(others, claim.selector));
  }
  return function areApart(a, b) {
    const [first, second] = [nodesOf.get(a), nodesOf.get(b)];
    return first !== undefined && second !== undefined && findOverlap(first, second) === undefined;
  };
}
