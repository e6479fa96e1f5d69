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
  /** Of these, those with selectors that mean something else. */
  readonly #strangers = new Map<readonly Workload[], readonly Controller[]>();

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

  /** Whether a controller selects pods of another for certain. */
  takes(taker: Controller, maker: Controller): boolean {
    return this.#from(taker).has(maker);
  }

  /** A number for each controller; those that are one in a cluster, as a base and an overlay of it are, have the same. */
  numberOf({ object }: Controller): number {
    return this.#numbers.get(object) ?? -1;
  }

  /** The pods that a controller selects for certain: one list for those whose selectors mean the same. */
  selectedBy({ placed }: Controller): readonly Workload[] {
    return this.#world.podsOf(placed).certain;
  }

  /**
   * The controllers that select each other's pods by selectors that mean the same, each once, a list for each meaning. O(pods
   * selected by selectors of different meanings).
   */
  alike(): readonly (readonly Controller[])[] {
    const groups = new Map<readonly Workload[], Map<number, Controller>>();
    for (const controller of this.#byObject.values()) {
      // Pods that a controller does not select itself, no other one does that selects the same.
      if (!this.takes(controller, controller)) continue;
      const selected = this.selectedBy(controller);
      const group = groups.get(selected) ?? new Map<number, Controller>();
      groups.set(selected, group);
      const number = this.numberOf(controller);
      if (!group.has(number)) group.set(number, controller);
    }
    return [...groups.values()].map((group) => [...group.values()]);
  }

  /** The first of the controllers whose pods one selects by a selector that means something else, each once, up to a number of them. */
  firstFrom(taker: Controller, most: number): readonly Controller[] {
    const others = new Map<number, Controller>();
    const own = this.numberOf(taker);
    for (const maker of this.#strangersTo(taker)) {
      const number = this.numberOf(maker);
      if (number !== own && !others.has(number)) others.set(number, maker);
      if (others.size === most) break;
    }
    return [...others.values()];
  }

  #strangersTo(taker: Controller): readonly Controller[] {
    const selected = this.selectedBy(taker);
    let strangers = this.#strangers.get(selected);
    if (strangers === undefined) {
      strangers = [...this.#from(taker)].filter((maker) => this.selectedBy(maker) !== selected);
      this.#strangers.set(selected, strangers);
    }
    return strangers;
  }
}
