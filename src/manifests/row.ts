import type { ClaimKind } from './claim.ts';
import type { SelectedKind } from './target.ts';

/**
 * How a selector is written. `label-selector` has matchLabels and matchExpressions, `label-map` is a mapping of keys to
 * values, `node-selector` has nodeSelectorTerms, and `node-term` is one of these. `cilium-selector` is a LabelSelector whose keys
 * may have the source of the label before them, as in `k8s:app`.
 */
export type Form = 'label-selector' | 'label-map' | 'node-selector' | 'node-term' | 'cilium-selector';

/**
 * What a selector comes to that says nothing, be it missing or empty:
 * - `nothing`, `everything`: it selects that.
 * - `no-claim`: it constrains nothing, so that there is no claim.
 * - `refused`: the API server does not take the object.
 * - `template-labels`: the API server puts in the labels of the pod template.
 * - `generated`: the API server makes one up for a Job, unless `manualSelector` is true.
 * - `of-namespaces`: every pod of the namespaces that the peer of a NetworkPolicy names.
 * - `of-targets`: everything, or no claim where `targetRefs` beside it names what it is for.
 */
export type Blank =
  | 'nothing'
  | 'everything'
  | 'no-claim'
  | 'refused'
  | 'template-labels'
  | 'generated'
  | 'of-namespaces'
  | 'of-targets';

/**
 * Where a selector reaches: `own` and `every` as they are; `selector` names the field with a selector of namespaces,
 * `names` one with their names, and `absent` is the reach without both; `choice` names a field of the shape
 * `{ any, matchNames }`, without which the reach is the object's own namespace.
 */
export type ReachRule =
  | 'own'
  | 'every'
  | { readonly selector: string; readonly names?: string; readonly absent: 'own' | 'every' }
  | { readonly choice: string };

/** Rules for what a webhook or an admission policy is asked about: a field with them, and one with what is left out. */
export interface AdmissionRules {
  readonly rules: string;
  readonly except?: string;
  /** What is meant without any rule. */
  readonly absent: 'nothing' | 'everything';
}

/** One place where a kind of object has selectors, and what these mean. */
export interface Row {
  /** The object around the selector: `spec`, `webhooks[]` for every item of a list. */
  readonly at: string;
  /** The field that holds the selector; `""` where it is what {@link at} leads to itself. */
  readonly field: string;
  readonly form: Form;
  readonly claim: ClaimKind;
  readonly of: SelectedKind | AdmissionRules;
  readonly reach: ReachRule;
  /** What it means when it is null or missing. */
  readonly absent: Blank;
  /** What it means when it is there and has no requirement. */
  readonly empty: Blank;
  /** There is no claim where this field, beside the selector, has this value. */
  readonly unless?: { readonly field: string; readonly value: string };
  /** There is no claim where this field, beside the selector, does not have this value. */
  readonly only?: { readonly field: string; readonly value: string };
  /** Whether matchLabelKeys and mismatchLabelKeys stand beside it, which bring in labels of the pod itself. */
  readonly hasLabelKeys?: true;
}

/** A kind of object that has selectors. */
export interface KindRows {
  readonly group: string;
  readonly kind: string;
  /** Where the meaning depends on it. */
  readonly version?: string;
  /** Where the object has a pod template, `""` where it is a pod itself. */
  readonly template?: string;
  /** Without a template: whether its controller makes pods all the same. Known of described kinds; see kinds-without-pods. */
  readonly pods?: 'none' | 'elsewhere';
  /** Keys of labels that its controller adds to the pods of its template; those of kinds of Kubernetes are known apart. */
  readonly adds?: readonly string[];
  /** Whether its objects are in no namespace; those of kinds of Kubernetes are known apart, in namespace-of. */
  readonly isClusterWide?: true;
  /** Whether the API server refuses changes to its selectors. */
  readonly immutable?: true;
  /** The label by which its controller knows its pods, so that none of others become its own by the selector: it adds it, with the name of the object. */
  readonly tellsPodsApart?: string;
  readonly rows: readonly Row[];
}
