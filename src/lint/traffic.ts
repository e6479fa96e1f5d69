import { isReleaseTest } from './batch.ts';
import { identitiesOf } from './same-object.ts';
import {
  type ContainerPort,
  containerPortsOf,
  isReachedAt,
  listensAt,
  type TargetPort,
  targetPortsOf,
} from './service.ts';
import type { Workload } from './workload.ts';
import type { PlacedClaim, World } from './world.ts';

/** A workload that a Service sends traffic to at one of its ports. */
export interface Receiver {
  readonly workload: Workload;
  /** Whether a container says that it listens there. */
  readonly listens: boolean;
  /** Whether containers say of any port that they listen there. */
  readonly hasPorts: boolean;
}

/** What gets the traffic of one port of a Service. */
export interface Traffic {
  readonly port: TargetPort;
  readonly receivers: readonly Receiver[];
}

/** A workload, and where its containers say that they listen. */
interface Listening {
  readonly workload: Workload;
  readonly ports: readonly ContainerPort[];
}

/** As many workloads of one Service are looked at. */
const LOOKED_AT = 50;

/** Workloads that somebody wrote, each once. */
function distinct(world: World, workloads: readonly Workload[]): readonly Workload[] {
  const written = workloads.filter(({ object, isOwned }) => !isOwned && !isReleaseTest(object));
  const numbers = identitiesOf(
    world,
    written.map(({ object }) => object),
  );
  const first = new Map<number | undefined, Workload>();
  for (const workload of written) {
    const number = numbers.get(workload.object);
    if (!first.has(number)) first.set(number, workload);
  }
  return [...first.values()];
}

/** Finds what Services send traffic to. */
export class TrafficFinder {
  readonly #world: World;
  /** By the list of what is selected, which is one for Services whose selectors mean the same. */
  readonly #known = new Map<readonly Workload[], readonly Listening[]>();

  constructor(world: World) {
    this.#world = world;
  }

  /**
   * What a Service sends traffic to, port by port: the workloads whose pods it selects for certain, without those that
   * another one of them made. O(those workloads, up to a number).
   */
  of(placed: PlacedClaim): readonly Traffic[] {
    const { certain } = this.#world.podsOf(placed);
    if (certain.length < 2) return [];
    const workloads = this.#listening(certain);
    return targetPortsOf(placed.object).map((port) => ({
      port,
      receivers: workloads
        .filter(({ ports }) => isReachedAt(port, ports))
        .map(({ workload, ports }) => ({
          workload,
          listens: listensAt(port, ports),
          hasPorts: ports.length > 0,
        })),
    }));
  }

  #listening(selected: readonly Workload[]): readonly Listening[] {
    let listening = this.#known.get(selected);
    if (listening === undefined) {
      const workloads = distinct(this.#world, selected.slice(0, LOOKED_AT));
      listening = workloads.map((workload) => ({ workload, ports: containerPortsOf(workload) }));
      this.#known.set(selected, listening);
    }
    return listening;
  }
}
