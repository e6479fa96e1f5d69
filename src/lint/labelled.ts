import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { EVERY } from '../manifests/reach.ts';
import type { ObjectPath } from '../text/object-path.ts';
import { objectTitle } from './object-title.ts';
import { isOwned } from './owned.ts';
import type { Workload } from './workload.ts';
import type { PlacedClaim, Thing, World } from './world.ts';

/** What selectors select: the pods of a workload, or an object by its own labels. */
export type Item = Workload | Thing;

/** An item as far as its labels go. */
export interface Labelled {
  readonly object: KubernetesObject;
  readonly labels: ReadonlyMap<string, string>;
  /** Where they stand in the object. */
  readonly labelsPath: ObjectPath;
  /** Whose labels they are, with the verb that they have them: `the pods of Deployment web have`, `Service web has`. */
  readonly having: string;
  readonly isOwned: boolean;
}

/** The labels of something, and whose they are in messages. */
export function labelledOf(item: Item): Labelled {
  const { object } = item;
  return 'pods' in item
    ? {
        object,
        labels: item.pods.labels,
        labelsPath: [...item.template.path, 'metadata', 'labels'],
        having: `the pods of ${objectTitle(object)} have`,
        isOwned: item.isOwned,
      }
    : {
        object,
        labels: item.subject.labels,
        labelsPath: ['metadata', 'labels'],
        having: `${objectTitle(object)} has`,
        isOwned: isOwned(object),
      };
}

/** What there is of a kind in a namespace: the pods of workloads, or objects. */
export function itemsIn(world: World, kind: string, namespace: string): readonly Item[] {
  return kind === 'Pod' ? world.workloadsIn(namespace) : world.thingsIn(namespace, kind);
}

/** What there is of a kind in all namespaces. */
export function itemsOf(world: World, kind: string): readonly Item[] {
  return kind === 'Pod' ? world.workloads : world.thingsOf(kind);
}

/** What there is of a kind that has the labels which a claim asks for, for certain, in whatever namespace. */
export function itemsLabelled(world: World, placed: PlacedClaim, kind: string): readonly Item[] {
  if (kind === 'Pod') return world.podsLabelled(placed.claim.selector);
  return world.thingsSelected({ ...placed, claim: { ...placed.claim, reach: EVERY } }, kind).certain;
}

/** What a kind is called in messages: `workload` for pods, since it is these that manifests have. */
export function nounOf(kind: string): string {
  return kind === 'Pod' ? 'workload' : kind;
}
