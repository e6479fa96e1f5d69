import { selectorKey } from '../constraint/selector-key.ts';
import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import type { Problem } from '../documents/problem.ts';
import type { Claim, ClaimKind } from '../manifests/claim.ts';
import { claimsBy } from '../manifests/claims-of.ts';
import { namespaceOf } from '../manifests/namespace-of.ts';
import { type Registry, rowsOf } from '../manifests/registry.ts';
import {
  answerOf,
  isNamespace,
  type NamespaceLabels,
  selectionBy,
  selectsLabels,
} from '../manifests/selection.ts';
import { type Subject, subjectOf } from '../manifests/subject.ts';
import type { Selector } from '../selector/selector.ts';
import { Candidates } from './candidates.ts';
import { contentOf } from './content-of.ts';
import { addTo } from './lists-by-key.ts';
import type { Misreading } from './misreading.ts';
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

/** Everything that was read, and how it hangs together. Rules ask it; nothing of it changes. */
export class World {
  readonly objects: readonly KubernetesObject[];
  /** Everything that makes pods, in the order read. */
  readonly workloads: readonly Workload[];
  /** Every selector that could be read, in the order read. */
  readonly claims: readonly PlacedClaim[];
  /** What is wrong with selectors and with labels of pods, in the order read. */
  readonly misreadings: readonly Misreading[];
  /** What may be in a cluster and was not seen, and why. */
  readonly unseen: Unseen;
  /** The labels of namespaces that were read. */
  readonly labelsOf: NamespaceLabels;
  /** What is known of kinds. */
  readonly registry: Registry;
  readonly #namespace: string;
  readonly #claimsByKind = new Map<ClaimKind, PlacedClaim[]>();
  readonly #workloadsByNamespace = new Map<string, Workload[]>();
  readonly #thingsByKind = new Map<string, Thing[]>();
  /** By kind and namespace, made when they are asked for. */
  readonly #thingsByNamespace = new Map<string, Map<string, Thing[]>>();
  readonly #selectedPods = new Map<PlacedClaim, Selected<Workload>>();
  /** Many selectors say the same, such as those that select all pods of a namespace: by namespace and meaning. */
  readonly #podsByMeaning = new Map<string, Selected<Workload>>();
  /** Workloads by namespace, and of all namespaces under undefined; made when they are asked for. */
  readonly #podCandidates = new Map<string | undefined, Candidates<Workload>>();
  readonly #thingCandidates = new Map<string, Candidates<Thing>>();

  /**
   * @param problems what could not be read
   * @param namespace where objects are applied that do not say it
   * @param registry what is known of kinds
   */
  constructor(
    objects: readonly KubernetesObject[],
    problems: readonly Problem[],
    namespace: string,
    registry: Registry = rowsOf,
  ) {
    this.objects = objects;
    this.registry = registry;
    this.#namespace = namespace;
    const workloads: Workload[] = [];
    const claims: PlacedClaim[] = [];
    const misreadings: Misreading[] = [];
    const namespaces = new Map<string, ReadonlyMap<string, string>>();
    for (const object of objects) {
      const where = this.namespaceOf(object);
      const own = workloadsOf(object, where, registry);
      for (const workload of own) {
        workloads.push(workload);
        addTo(this.#workloadsByNamespace, where, workload);
      }
      const subject = subjectOf({ ...object, namespace: where });
      if (isNamespace(object)) namespaces.set(object.name, subject.labels);
      addTo(this.#thingsByKind, object.kind, { object, namespace: where, subject });
      const read = claimsBy(registry, contentOf(object));
      for (const finding of read.findings) misreadings.push({ object, finding });
      for (const claim of read.claims) {
        const placed = { object, namespace: where, claim };
        claims.push(placed);
        addTo(this.#claimsByKind, claim.kind, placed);
      }
    }
    this.workloads = workloads;
    this.claims = claims;
    this.misreadings = misreadings;
    this.labelsOf = (name) => namespaces.get(name);
    this.unseen = new Unseen({ objects, problems, misreadings, workloads, registry }, (object) =>
      this.namespaceOf(object),
    );
  }

  /** The namespace an object is in, or is applied in; `""` for kinds that are in none. */
  namespaceOf({ namespace, apiVersion, kind }: KubernetesObject): string {
    const isClusterWide = this.registry(apiVersion, kind)?.isClusterWide === true;
    return namespaceOf(namespace, kind, isClusterWide ? '' : this.#namespace);
  }

  /** All selectors of one kind. */
  claimsOf(kind: ClaimKind): readonly PlacedClaim[] {
    return this.#claimsByKind.get(kind) ?? [];
  }

  /** Everything that makes pods in a namespace, in the order read. */
  workloadsIn(namespace: string): readonly Workload[] {
    return this.#workloadsByNamespace.get(namespace) ?? [];
  }

  /** All objects of a kind in a namespace, whatever their API group. */
  thingsIn(namespace: string, kind: string): readonly Thing[] {
    let byNamespace = this.#thingsByNamespace.get(kind);
    if (byNamespace === undefined) {
      byNamespace = new Map();
      for (const thing of this.thingsOf(kind)) addTo(byNamespace, thing.namespace, thing);
      this.#thingsByNamespace.set(kind, byNamespace);
    }
    return byNamespace.get(namespace) ?? [];
  }

  /** All objects of a kind, whatever their API group. */
  thingsOf(kind: string): readonly Thing[] {
    return this.#thingsByKind.get(kind) ?? [];
  }

  /**
   * The workloads whose pods a claim selects; the same lists for claims of one meaning. O(workloads in its namespaces with
   * one of its labels), once.
   */
  podsOf(placed: PlacedClaim): Selected<Workload> {
    let selected = this.#selectedPods.get(placed);
    if (selected === undefined) {
      selected = this.#podsByMeaningOf(placed);
      this.#selectedPods.set(placed, selected);
    }
    return selected;
  }

  #podsByMeaningOf(placed: PlacedClaim): Selected<Workload> {
    const meaning = meaningOf(placed);
    let selected = this.#podsByMeaning.get(meaning);
    if (selected === undefined) {
      const isOwn = placed.claim.reach.kind === 'own';
      selected = this.#select(placed, this.#podCandidatesIn(isOwn ? placed.namespace : undefined), podsIn);
      this.#podsByMeaning.set(meaning, selected);
    }
    return selected;
  }

  /** The workloads whose pods have labels that a selector selects for certain, in whatever namespace they are. */
  podsLabelled(selector: Selector): readonly Workload[] {
    const near = this.#podCandidatesIn(undefined).of(selector);
    return near.filter(({ pods }) => selectsLabels(selector, pods) === 'yes');
  }

  /** The objects of a kind that a claim selects by their own labels. O(objects of the kind with one of its labels). */
  thingsSelected(placed: PlacedClaim, kind: string): Selected<Thing> {
    let candidates = this.#thingCandidates.get(kind);
    if (candidates === undefined) {
      candidates = new Candidates(this.thingsOf(kind), subjectIn);
      this.#thingCandidates.set(kind, candidates);
    }
    return this.#select(placed, candidates, subjectIn);
  }

  #podCandidatesIn(namespace: string | undefined): Candidates<Workload> {
    let candidates = this.#podCandidates.get(namespace);
    if (candidates === undefined) {
      const workloads = namespace === undefined ? this.workloads : this.workloadsIn(namespace);
      candidates = new Candidates(workloads, podsIn);
      this.#podCandidates.set(namespace, candidates);
    }
    return candidates;
  }

  #select<Item>(
    { claim, namespace }: PlacedClaim,
    candidates: Candidates<Item>,
    subjectOfItem: (item: Item) => Subject,
  ): Selected<Item> {
    const certain: Item[] = [];
    const open: Item[] = [];
    for (const item of candidates.of(claim.selector)) {
      const answer = answerOf(selectionBy(claim, namespace, subjectOfItem(item), this.labelsOf));
      if (answer === 'yes') certain.push(item);
      else if (answer === 'open') open.push(item);
    }
    return { certain, open };
  }
}

/** One text for all claims that select the same: where they look, by which labels, and what kinds of objects. */
function meaningOf({ namespace, claim: { selector, reach, of, except, kind } }: PlacedClaim): string {
  const where =
    reach.kind === 'own' ? namespace : reach.kind === 'some' && [reach.names, selectorKey(reach.selector)];
  // Only what is asked about requests says of which groups, scopes and exceptions.
  const kinds = kind === 'admits' ? [of, except] : of.map(({ resources }) => resources);
  return JSON.stringify([where, selectorKey(selector), kinds]);
}

const podsIn = ({ pods }: Workload): Subject => pods;
const subjectIn = ({ subject }: Thing): Subject => subject;
