import { selectorKey } from '../constraint/selector-key.ts';
import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import type { DescribedKind } from '../manifests/described-kind.ts';
import { registryOf } from '../manifests/registry.ts';
import { selectionText } from '../manifests/selection-text.ts';
import { ownPodsKey } from '../manifests/tells-apart.ts';
import { addTo } from './lists-by-key.ts';
import { namedReferences } from './named-references.ts';
import { objectName } from './object-title.ts';
import { objectsByName } from './objects-by-name.ts';
import { Owners } from './owners.ts';
import type { RelationEdge, RelationSelector, Relations } from './relation.ts';
import { type Selectable, Selections } from './selections.ts';
import { type PlacedClaim, World } from './world.ts';

/** What relations are worked out under. */
export interface RelationOptions {
  /** Where objects are applied that name no namespace; `default`, if left out. */
  readonly namespace?: string;
  /** Kinds that are not known, or are to be read otherwise, such as custom resources. */
  readonly kinds?: readonly DescribedKind[];
}

/** An edge with its ends as objects. */
interface Tie extends Omit<RelationEdge, 'from' | 'to'> {
  readonly from: KubernetesObject;
  readonly to: KubernetesObject;
}

/** A broad selector with what it selects as objects. */
interface BroadTie extends RelationSelector {
  readonly objects: ReadonlySet<KubernetesObject>;
}

/** Whether a claim may say something: what selects nothing, and what is asked about everything, does not. */
function isTelling({ claim: { kind, selector, reach, isWritten } }: PlacedClaim): boolean {
  if (selector.alternatives.length === 0) return false;
  if (kind === 'controls') return isWritten;
  return kind !== 'admits' || reach.kind === 'some' || selector.alternatives[0]?.length !== 0;
}

/** Whether a selector asks for no label. */
function isBroad({ claim: { selector } }: PlacedClaim): boolean {
  return selector.alternatives.some((requirements) => requirements.length === 0);
}

/** What decides on what a broad selector selects, as one text. */
function scopeOf({ claim: { reach, of, except }, namespace }: PlacedClaim): string {
  const where =
    reach.kind === 'some'
      ? [reach.names, selectorKey(reach.selector)]
      : reach.kind === 'own'
        ? [namespace]
        : [];
  return JSON.stringify([reach.kind, ...where, of, except]);
}

/** Finds out which objects have to do with which. */
class Relating {
  readonly #world: World;
  readonly #selections: Selections;
  readonly #owners: Owners;
  readonly #ties = new Map<KubernetesObject, Map<string, Tie>>();
  readonly #idle = new Map<KubernetesObject, RelationSelector[]>();
  readonly #broad = new Map<KubernetesObject, BroadTie[]>();
  readonly #members = new Set<KubernetesObject>();
  readonly #numbers = new Map<KubernetesObject, number>();
  readonly #scopes = new Map<string, ReadonlySet<KubernetesObject>>();

  constructor(world: World) {
    this.#world = world;
    this.#selections = new Selections(world);
    this.#owners = new Owners(world);
    for (const { object } of world.workloads) {
      if (this.#owners.of(object) === undefined) this.#members.add(object);
    }
    for (const placed of world.claims) {
      // What an owner makes says the same as its owner.
      if (isTelling(placed) && this.#owners.of(placed.object) === undefined) this.#addClaim(placed);
    }
    this.#addReferences();
  }

  relations(): Relations {
    const workloads = new Set(this.#world.workloads.map(({ object }) => object));
    const members = this.#world.objects.filter((object) => this.#members.has(object));
    const ids = this.#idsOf(members);
    const idOf = (object: KubernetesObject): string => ids.get(object) ?? '';
    const shared = new Map<ReadonlySet<KubernetesObject>, readonly string[]>();
    const idsIn = (objects: ReadonlySet<KubernetesObject>): readonly string[] => {
      const known = shared.get(objects) ?? [...objects].map(idOf);
      shared.set(objects, known);
      return known;
    };
    const nodes = members.map((object) => ({
      id: idOf(object),
      object,
      namespace: this.#world.namespaceOf(object),
      name: objectName(object),
      isWorkload: workloads.has(object),
      idle: this.#idle.get(object) ?? [],
      broad: (this.#broad.get(object) ?? []).map(({ objects, ...rest }) => ({
        ...rest,
        selected: idsIn(objects),
      })),
    }));
    const ties = members.flatMap((object) => [...(this.#ties.get(object)?.values() ?? [])]);
    const edges = ties.map(({ from, to, ...rest }) => ({ from: idOf(from), to: idOf(to), ...rest }));
    const unread = this.#world.misreadings
      .filter(({ finding }) => finding.severity === 'error')
      .map(({ object, finding }) => ({ object, finding }));
    return { nodes, edges, unread };
  }

  #idsOf(objects: readonly KubernetesObject[]): ReadonlyMap<KubernetesObject, string> {
    const times = new Map<string, number>();
    const ids = new Map<KubernetesObject, string>();
    for (const object of objects) {
      const namespace = this.#world.namespaceOf(object);
      const id = `${namespace === '' ? '' : `${namespace}/`}${object.kind}/${objectName(object)}`;
      const count = (times.get(id) ?? 0) + 1;
      times.set(id, count);
      ids.set(object, count === 1 ? id : `${id}#${count}`);
    }
    return ids;
  }

  #tie(tie: Tie): void {
    this.#members.add(tie.from).add(tie.to);
    const number = this.#numbers.get(tie.to) ?? this.#numbers.size;
    this.#numbers.set(tie.to, number);
    const key = `${number} ${tie.relation} ${tie.selection}`;
    const own = this.#ties.get(tie.from);
    if (own === undefined) this.#ties.set(tie.from, new Map([[key, tie]]));
    else if (own.get(key)?.isCertain !== true) own.set(key, tie);
  }

  #addClaim(placed: PlacedClaim): void {
    const { object, claim } = placed;
    const selector = { relation: claim.kind, selection: selectionText(claim), path: claim.path };
    if (isBroad(placed)) {
      const objects = this.#selectedByAll(placed);
      if (objects.size === 0) this.#addIdle(placed, selector);
      else {
        this.#members.add(object);
        addTo(this.#broad, object, { ...selector, objects });
      }
      return;
    }
    const { certain, open } = this.#selections.of(placed);
    const selected = new Set([...certain, ...open].map((one) => one.object));
    if (selected.size === 0) this.#addIdle(placed, selector);
    const add = ({ object: to }: Selectable, isCertain: boolean): void => {
      if (this.#isCovered(to, selected) || (claim.kind === 'controls' && to === object)) return;
      this.#tie({ from: object, to, ...selector, isCertain });
      this.#addOwners(to);
    };
    const key = ownPodsKey(claim, object, this.#world.registry);
    const isOwn = ({ subject }: Selectable): boolean =>
      key === undefined || subject.labels.get(key) === object.name;
    for (const one of certain) add(one, isOwn(one));
    for (const one of open) add(one, false);
  }

  /** That nothing is selected says something only where something was read that could be. */
  #addIdle(placed: PlacedClaim, selector: RelationSelector): void {
    if (!this.#selections.hasAnyFor(placed)) return;
    this.#members.add(placed.object);
    addTo(this.#idle, placed.object, selector);
  }

  /** What a broad selector selects, without what stands for itself only where it is selected by name. */
  #selectedByAll(placed: PlacedClaim): ReadonlySet<KubernetesObject> {
    const scope = scopeOf(placed);
    let objects = this.#scopes.get(scope);
    if (objects === undefined) {
      const { certain, open } = this.#selections.of(placed);
      const selected = new Set([...certain, ...open].map(({ object }) => object));
      objects = new Set([...selected].filter((object) => !this.#isCovered(object, selected)));
      for (const object of objects) this.#members.add(object);
      this.#scopes.set(scope, objects);
    }
    return objects;
  }

  /** Whether something is selected together with what made it, which then stands for it. */
  #isCovered(object: KubernetesObject, selected: ReadonlySet<KubernetesObject>): boolean {
    const first = this.#owners.firstOf(object);
    return first !== undefined && selected.has(first);
  }

  #addOwners(object: KubernetesObject): void {
    const seen = new Set([object]);
    let made = object;
    for (
      let owner = this.#owners.of(made);
      owner !== undefined && !seen.has(owner);
      owner = this.#owners.of(made)
    ) {
      seen.add(owner);
      const path = ['metadata', 'ownerReferences'];
      this.#tie({ from: owner, to: made, relation: 'owns', selection: '', path, isCertain: true });
      made = owner;
    }
  }

  #addReferences(): void {
    const find = objectsByName(this.#world);
    for (const object of this.#world.objects) {
      const home = this.#world.namespaceOf(object);
      for (const { relation, kind, name, namespace = home, path } of namedReferences(object)) {
        const to = find(kind, namespace, name);
        if (to !== undefined) this.#tie({ from: object, to, relation, selection: '', path, isCertain: true });
      }
    }
  }
}

/**
 * Who selects whom: every object that has a selector that may select something, or that a selector selects, every
 * workload, and what names another to forward requests to it or to scale it. What a controller that was read has made, such
 * as the Pods of a Deployment, stands for itself only where a selector selects it and not what made it.
 *
 * What an admission webhook without selectors is asked about is left out: it is everything.
 *
 * @param objects everything that is applied together
 * @param options where objects are applied that do not say it, and kinds that are not known
 * @returns nodes and edges as plain data, but for the objects themselves
 * @complexity O(objects + edges), and for each selector what may have its labels.
 * @throws TypeError where `kinds` has mistakes: all of them, each with its place
 */
export function relationsOf(
  objects: readonly KubernetesObject[],
  { namespace = 'default', kinds }: RelationOptions = {},
): Relations {
  const registry = registryOf(kinds, 'options.kinds');
  return new Relating(new World(objects, [], namespace, registry)).relations();
}
