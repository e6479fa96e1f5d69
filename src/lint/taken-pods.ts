import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import type { Controller } from './controllers.ts';
import { identitiesOf } from './same-object.ts';
import type { Workload } from './workload.ts';
import type { World } from './world.ts';

/** Which controllers have selectors that select the pods of others, as their templates make them now. */
export class TakenPods {
  readonly #world: World;
  readonly #numbers: ReadonlyMap<KubernetesObject, number>;
  readonly #byObject = new Map<KubernetesObject, Controller>();
  /** By the list of the pods that are selected, which is one for selectors that mean the same. */
  readonly #takenFrom = new Map<readonly Workload[], ReadonlySet<Controller>>();

  constructor(world: World, controllers: readonly Controller[]) {
    this.#world = world;
    this.#numbers = identitiesOf(
      world,
      controllers.map(({ object }) => object),
    );
    for (const controller of controllers) this.#byObject.set(controller.object, controller);
  }

  /** The controllers whose pods a controller selects for certain, itself among them. O(those) once for each meaning. */
  #from({ placed }: Controller): ReadonlySet<Controller> {
    const { certain } = this.#world.podsOf(placed);
    let makers = this.#takenFrom.get(certain);
    if (makers === undefined) {
      makers = new Set(certain.flatMap(({ object }) => this.#byObject.get(object) ?? []));
      this.#takenFrom.set(certain, makers);
    }
    return makers;
  }

  takes(taker: Controller, maker: Controller): boolean {
    return this.#from(taker).has(maker);
  }

  /** A number for each controller; those that are one in a cluster, as a base and an overlay of it are, have the same. */
  numberOf({ object }: Controller): number {
    return this.#numbers.get(object) ?? -1;
  }

  /** The first of the other controllers whose pods one selects, each once, up to a number of them. */
  firstFrom(taker: Controller, most: number): readonly Controller[] {
    const others = new Map<number, Controller>();
    const own = this.numberOf(taker);
    for (const maker of this.#from(taker)) {
      const number = this.numberOf(maker);
      if (number !== own && !others.has(number)) others.set(number, maker);
      if (others.size === most) break;
    }
    return [...others.values()];
  }
}
