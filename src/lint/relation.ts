import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import { CLAIM_KINDS, type ClaimKind } from '../manifests/claim.ts';
import type { Finding } from '../manifests/finding.ts';
import type { ObjectPath } from '../text/object-path.ts';
import { REFERENCE_KINDS, type ReferenceKind } from './named-references.ts';

/** What objects may have to do with each other: what selectors are for, names that are given, and who made whom. */
export type RelationKind = ClaimKind | ReferenceKind | 'owns';

/** Every kind of relation, with what one object does to another. */
export const RELATION_KINDS: Readonly<Record<RelationKind, string>> = {
  ...CLAIM_KINDS,
  ...REFERENCE_KINDS,
  owns: 'owns',
};

/** A selector of an object, as far as it relates it to nothing, or to everything. */
export interface RelationSelector {
  /** What its object does to what is selected. */
  readonly relation: RelationKind;
  /** What it selects, as text: `app=web`, `all pods in every namespace`. */
  readonly selection: string;
  /** Where it stands in the object; where it is missing, where it would stand. */
  readonly path: ObjectPath;
}

/** A selector that asks for no label: it selects everything of its kind in the namespaces that it reaches. */
export interface BroadSelector extends RelationSelector {
  /** What it selects of what was read, by id; selectors that select the same share it. */
  readonly selected: readonly string[];
}

/** A workload; or an object that stands at either end of an edge: that selects or is selected, that names or is named. */
export interface RelationNode {
  /** Its namespace, kind and name, told apart where they are the same: `shop/Deployment/web`, `ClusterRole/admin`. */
  readonly id: string;
  /** As it was given, and not a copy. */
  readonly object: KubernetesObject;
  /** Where it is, or is applied; `""` for what is in no namespace. */
  readonly namespace: string;
  /** For people: `web-*` where the API server makes up the rest, `<no name>` where there is none. */
  readonly name: string;
  /** Whether it makes pods, or is one. */
  readonly isWorkload: boolean;
  /** Its selectors that select nothing of what was read, though something was that they could. */
  readonly idle: readonly RelationSelector[];
  /** Its selectors that select everything. There are no edges for these: each would have as many as there are objects. */
  readonly broad: readonly BroadSelector[];
}

/** One object has to do with another: `Service shop/web routes traffic to Deployment shop/web`. */
export interface RelationEdge {
  /** The id of the node that selects, names or owns. */
  readonly from: string;
  /** The id of the node that is selected, named or owned. */
  readonly to: string;
  /** What `from` does to `to`. */
  readonly relation: RelationKind;
  /** What the selector selects, as text: `app=web`; `""` where it is no selector that relates the two. */
  readonly selection: string;
  /** Where that stands in the object it goes out from; for what is owned, in the object it leads to. */
  readonly path: ObjectPath;
  /** False where labels decide that only a cluster knows, or by which a controller knows its own pods. */
  readonly isCertain: boolean;
}

/** A selector that has a mistake: it relates its object to nothing. */
export interface UnreadSelector {
  /** The object that has the selector: as it was given, and not a copy. */
  readonly object: KubernetesObject;
  /** The mistake, with the severity `error`, and where it is in the object. */
  readonly finding: Finding;
}

/** Who selects whom. */
export interface Relations {
  /** In the order read. */
  readonly nodes: readonly RelationNode[];
  /** In the order of the nodes they go out from, each once. */
  readonly edges: readonly RelationEdge[];
  /** The mistakes because of which selectors are missing. */
  readonly unread: readonly UnreadSelector[];
}
