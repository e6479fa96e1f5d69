import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { type Subject, subjectOf } from '../manifests/subject.ts';
import { isOfTarget, type Typed } from '../manifests/target.ts';
import { type ObjectPath, pathText } from '../text/object-path.ts';
import { isOwned } from './owned.ts';
import { type Workload, workloadsOf } from './workload.ts';
import type { PlacedClaim, Selected, Thing, World } from './world.ts';

/** What selectors select: the pods of a workload, or an object by its own labels. */
export interface Selectable {
  readonly object: KubernetesObject;
  readonly subject: Subject;
  /** Where its labels stand in the object. */
  readonly labelsPath: ObjectPath;
  /** Whether it is pods of a workload. */
  readonly isPods: boolean;
  /** Whether another controller made it: then what selects it selects its owner as well. */
  readonly isOwned: boolean;
}

function ofWorkload({ object, pods, template, isOwned: owned }: Workload): Selectable {
  const labelsPath = [...template.path, 'metadata', 'labels'];
  return { object, subject: pods, labelsPath, isPods: true, isOwned: owned };
}

function ofThing({ object, subject }: Pick<Thing, 'object' | 'subject'>): Selectable {
  return { object, subject, labelsPath: ['metadata', 'labels'], isPods: false, isOwned: isOwned(object) };
}

/** What makes up a selectable besides its object, as one text. */
export function roleOf({ labelsPath, isPods }: Selectable): string {
  return `${isPods} ${pathText(labelsPath)}`;
}

/** What an object has that is selected as another one is; undefined where it has no such pods. */
export function counterpartOf(
  like: Selectable,
  object: KubernetesObject,
  world: World,
): Selectable | undefined {
  const namespace = world.namespaceOf(object);
  const own = like.isPods
    ? workloadsOf(object, namespace, world.registry).map(ofWorkload)
    : [ofThing({ object, subject: subjectOf({ ...object, namespace }) })];
  return own.find((one) => roleOf(one) === roleOf(like));
}

const POD: Typed & { readonly namespace: string } = { apiVersion: 'v1', kind: 'Pod', namespace: 'default' };

/** Whether pods are among what a claim selects. */
export function isOfPods({ claim: { of } }: PlacedClaim): boolean {
  return of.some((target) => isOfTarget(target, POD));
}

/** What claims select of what was read, be it pods or other objects. */
export class Selections {
  readonly #world: World;
  /** One of each kind that was read, in a namespace and in none. */
  readonly #samples = new Map<string, Typed & { readonly namespace: string }>();

  /** O(objects). */
  constructor(world: World) {
    this.#world = world;
    for (const object of world.objects) {
      const { apiVersion, kind } = object;
      const namespace = world.namespaceOf(object);
      this.#samples.set(`${apiVersion} ${kind} ${namespace === ''}`, { apiVersion, kind, namespace });
    }
  }

  /** The kinds that were read and that a claim may select, but for pods. */
  #kindsOf({ claim: { of } }: PlacedClaim): ReadonlySet<string> {
    const kinds = new Set<string>();
    for (const sample of this.#samples.values()) {
      if (sample.kind !== 'Pod' && of.some((target) => isOfTarget(target, sample))) kinds.add(sample.kind);
    }
    return kinds;
  }

  /** Whether anything was read of the kinds that a claim selects. */
  hasAnyFor(placed: PlacedClaim): boolean {
    return (isOfPods(placed) && this.#world.workloads.length > 0) || this.#kindsOf(placed).size > 0;
  }

  /** Everything that a claim selects. */
  of(placed: PlacedClaim): Selected<Selectable> {
    const pods = this.#world.podsOf(placed);
    const things = [...this.#kindsOf(placed)].map((kind) => this.#world.thingsSelected(placed, kind));
    return {
      certain: [...pods.certain.map(ofWorkload), ...things.flatMap(({ certain }) => certain.map(ofThing))],
      open: [...pods.open.map(ofWorkload), ...things.flatMap(({ open }) => open.map(ofThing))],
    };
  }
}
