import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import type { Problem } from '../documents/problem.ts';
import type { Claim, ClaimKind } from '../manifests/claim.ts';
import { claimsOf } from '../manifests/claims-of.ts';
import type { Finding } from '../manifests/finding.ts';
import { namespaceOf } from '../manifests/namespace-of.ts';
import { answerOf, isNamespace, type NamespaceLabels, selectionBy } from '../manifests/selection.ts';
import { type Subject, subjectOf } from '../manifests/subject.ts';
import { contentOf } from './content-of.ts';
import { Unseen } from './unseen.ts';
import { type Workload, workloadsOf } from './workload.ts';

/** A selector of an object. */
export interface PlacedClaim {
  readonly object: KubernetesObject;
  /** Of the object, `""` for one that is in none. */
  readonly namespace: string;
  readonly claim: Claim;
}

/** Something that a claim may select, beside the pods of workloads: an object with its own labels. */
export interface Thing {
  readonly object: KubernetesObject;
  readonly namespace: string;
  readonly subject: Subject;
}

/** What a claim selects of what was read: for certain, and by labels that only a cluster knows. */
export interface Selected<Item> {
  readonly certain: readonly Item[];
  readonly open: readonly Item[];
}

/** What was wrong with the selectors and labels of an object. */
export interface Misreading {
  readonly object: KubernetesObject;
  readonly finding: Finding;
}

/** Everything that was read, and how it hangs together. Rules ask it; nothing of it changes. */
export class World {
  readonly objects: readonly KubernetesObject[];
  /** Everything that makes pods, in the order read. */
  readonly workloads: readonly Workload[];
  /** Every selector that could be read, in the order read. */
  readonly claims: readonly PlacedClaim[];
  readonly misreadings: readonly Misreading[];
  /** What may be in a cluster and was not seen, and why. */
  readonly unseen: Unseen;
  readonly labelsOf: NamespaceLabels;
  readonly #namespace: string;
  readonly #claimsByKind = new Map<ClaimKind, PlacedClaim[]>();
  readonly #workloadsByNamespace = new Map<string, Workload[]>();
  readonly #thingsByKind = new Map<string, Thing[]>();
  readonly #selectedPods = new Map<PlacedClaim, Selected<Workload>>();

  /**
   * @param problems what could not be read
   * @param namespace where objects are applied that do not say it
   */
  constructor(objects: readonly KubernetesObject[], problems: readonly Problem[], namespace: string) {
    this.objects = objects;
    this.#namespace = namespace;
    const workloads: Workload[] = [];
    const claims: PlacedClaim[] = [];
    const misreadings: Misreading[] = [];
    const namespaces = new Map<string, ReadonlyMap<string, string>>();
    for (const object of objects) {
      const where = this.namespaceOf(object);
      const own = workloadsOf(object, where);
      for (const workload of own) {
        workloads.push(workload);
        push(this.#workloadsByNamespace, where, workload);
      }
      const subject = subjectOf({ ...object, namespace: where });
      if (isNamespace(object)) namespaces.set(object.name, subject.labels);
      push(this.#thingsByKind, object.kind, { object, namespace: where, subject });
      const read = claimsOf(contentOf(object));
      for (const finding of read.findings) misreadings.push({ object, finding });
      for (const claim of read.claims) {
        const placed = { object, namespace: where, claim };
        claims.push(placed);
        push(this.#claimsByKind, claim.kind, placed);
      }
    }
    this.workloads = workloads;
    this.claims = claims;
    this.misreadings = misreadings;
    this.labelsOf = (name) => namespaces.get(name);
    this.unseen = new Unseen(objects, problems, (object) => this.namespaceOf(object));
  }

  /** The namespace an object is in, or is applied in; `""` for kinds that are in none. */
  namespaceOf({ namespace, kind }: KubernetesObject): string {
    return namespaceOf(namespace, kind, this.#namespace);
  }

  /** All selectors of one kind. */
  claimsOf(kind: ClaimKind): readonly PlacedClaim[] {
    return this.#claimsByKind.get(kind) ?? [];
  }

  workloadsIn(namespace: string): readonly Workload[] {
    return this.#workloadsByNamespace.get(namespace) ?? [];
  }

  /** All objects of a kind, whatever their API group. */
  thingsOf(kind: string): readonly Thing[] {
    return this.#thingsByKind.get(kind) ?? [];
  }

  /** The workloads whose pods a claim selects. O(workloads in its namespaces), once. */
  podsOf(placed: PlacedClaim): Selected<Workload> {
    let selected = this.#selectedPods.get(placed);
    if (selected === undefined) {
      const { reach } = placed.claim;
      const near = reach.kind === 'own' ? this.workloadsIn(placed.namespace) : this.workloads;
      selected = this.#select(placed, near, ({ pods }) => pods);
      this.#selectedPods.set(placed, selected);
    }
    return selected;
  }

  /** The objects of a kind that a claim selects by their own labels. O(objects of the kind). */
  thingsSelected(placed: PlacedClaim, kind: string): Selected<Thing> {
    return this.#select(placed, this.thingsOf(kind), ({ subject }) => subject);
  }

  #select<Item>(
    { claim, namespace }: PlacedClaim,
    items: readonly Item[],
    subjectIn: (item: Item) => Subject,
  ): Selected<Item> {
    const certain: Item[] = [];
    const open: Item[] = [];
    for (const item of items) {
      const answer = answerOf(selectionBy(claim, namespace, subjectIn(item), this.labelsOf));
      if (answer === 'yes') certain.push(item);
      else if (answer === 'open') open.push(item);
    }
    return { certain, open };
  }
}

function push<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
