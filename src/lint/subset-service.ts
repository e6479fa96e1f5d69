import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { groupOf } from '../manifests/target.ts';
import type { HostedService } from './mesh-host.ts';
import { objectTitle } from './object-title.ts';
import { isHeadless } from './service.ts';
import { NETWORKING_GROUP } from './subsets.ts';
import { valueAt } from './value-at.ts';
import type { PlacedClaim, Thing, World } from './world.ts';

/** What is known of the pods of a Service that a DestinationRule is for. */
export interface ServedSubset {
  /** The Service; undefined where it was not read. */
  readonly object: KubernetesObject | undefined;
  /** Its selector; undefined where it has none, or none that could be read. */
  readonly placed: PlacedClaim | undefined;
  /** Why it may have endpoints that are none of the pods which its selector selects, as a sentence. */
  readonly doubt: string | undefined;
}

/** What Istio takes for endpoints of Services besides pods. */
const OTHER_ENDPOINTS = ['WorkloadEntry', 'WorkloadGroup'];

/** Why the endpoints of a Service may be others than the pods that it selects. */
function doubtOf(
  world: World,
  service: KubernetesObject,
  placed: PlacedClaim | undefined,
): string | undefined {
  const title = objectTitle(service);
  if (valueAt(service.content, ['spec', 'type']) === 'ExternalName')
    return `${title} is a name of something outside`;
  if (isHeadless(service)) return `${title} is headless, and its pods are asked for by their own names`;
  if (placed === undefined) return `the selector of ${title} could not be read`;
  if (placed.claim.selector.alternatives.length === 0)
    return `${title} has no selector, and its endpoints are made by others`;
  const { certain, open } = world.podsOf(placed);
  return certain.length === 0 && open.length > 0
    ? `only a cluster knows the labels by which ${title} selects its pods`
    : undefined;
}

function isOfIstio({ object: { apiVersion } }: Thing): boolean {
  return groupOf(apiVersion) === NETWORKING_GROUP;
}

/** Finds the Services that hosts stand for, and what else may be behind these. */
export class SubsetServices {
  readonly #world: World;
  readonly #claims = new Map<KubernetesObject, PlacedClaim>();
  /** What ServiceEntries give endpoints to, by host. */
  readonly #entries = new Map<string, KubernetesObject>();

  /** O(Services and entries). */
  constructor(world: World) {
    this.#world = world;
    for (const placed of world.claimsOf('routes-traffic')) this.#claims.set(placed.object, placed);
    for (const { object } of world.thingsOf('ServiceEntry').filter(isOfIstio)) {
      const hosts = valueAt(object.content, ['spec', 'hosts']);
      for (const host of Array.isArray(hosts) ? hosts : []) this.#entries.set(host, object);
    }
  }

  /** Whether a ServiceEntry is for a host. */
  hasEntry(host: string): boolean {
    return this.#entries.has(host);
  }

  /** The Service itself; undefined where it was not read. O(Services of the namespace). */
  find({ name, namespace }: HostedService): KubernetesObject | undefined {
    return this.#read({ name, namespace })[0];
  }

  /** What is known of a Service, which a host stands for. O(Services of the namespace). */
  of({ name, namespace }: HostedService, host: string): ServedSubset {
    const [object, another] = this.#read({ name, namespace });
    const others = this.#otherEndpoints(namespace, host);
    if (object === undefined) {
      const doubt = others ?? `Service ${namespace}/${name} was not read`;
      return { object, placed: undefined, doubt };
    }
    const placed = this.#claims.get(object);
    const repeated = another && `${objectTitle(object)} was read more than once`;
    return { object, placed, doubt: others ?? repeated ?? doubtOf(this.#world, object, placed) };
  }

  #read({ name, namespace }: HostedService): readonly KubernetesObject[] {
    return this.#world
      .thingsIn(namespace, 'Service')
      .map(({ object }) => object)
      .filter((object) => object.name === name && groupOf(object.apiVersion) === '');
  }

  /** Why a host may have endpoints besides pods. */
  #otherEndpoints(namespace: string, host: string): string | undefined {
    const entry = this.#entries.get(host);
    if (entry !== undefined) return `${objectTitle(entry)} gives ${host} endpoints of its own`;
    const other = OTHER_ENDPOINTS.flatMap((kind) => this.#world.thingsIn(namespace, kind)).find(isOfIstio);
    return other && `${objectTitle(other.object)} may be an endpoint as well`;
  }
}
