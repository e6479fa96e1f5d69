/**
 * What labelwise knows of Kubernetes objects: reading them, where their selectors are and what these claim, and the linter.
 *
 * @module labelwise/manifests
 */

export type {
  Comment,
  KubernetesObject,
  Origin,
  Part,
  Path,
  Region,
  Spot,
} from './documents/kubernetes-object.ts';
export type { Position, Problem } from './documents/problem.ts';
export { type Manifests, readManifests } from './documents/read-manifests.ts';
export { NODE_NAME_KEY } from './labels/node-name.ts';
export { type DiffOptions, diffManifests } from './lint/diff-manifests.ts';
export type { ChangeExample, DiffRule } from './lint/diff-rule.ts';
export { DIFF_RULES } from './lint/diff-rules.ts';
export type { Edit, LintFinding, LintFix, Severity, ToldPlace, Verdict } from './lint/finding.ts';
export { type LintOptions, lintManifests } from './lint/lint.ts';
export type { ReferenceKind } from './lint/named-references.ts';
export { objectTitle } from './lint/object-title.ts';
export {
  type BroadSelector,
  RELATION_KINDS,
  type RelationEdge,
  type RelationKind,
  type RelationNode,
  type RelationSelector,
  type Relations,
  type UnreadSelector,
} from './lint/relation.ts';
export { type RelationOptions, relationsOf } from './lint/relations.ts';
export type { Rule } from './lint/rule.ts';
export { RULES } from './lint/rules.ts';
export { addedLabels } from './manifests/added-labels.ts';
export { CLAIM_KINDS, type Claim, type ClaimKind } from './manifests/claim.ts';
export { type Claims, claimsOf } from './manifests/claims-of.ts';
export type {
  DescribedBlank,
  DescribedForm,
  DescribedKind,
  DescribedSelector,
} from './manifests/described-kind.ts';
export type { Finding } from './manifests/finding.ts';
export { namespaceOf } from './manifests/namespace-of.ts';
export { type PodTemplate, podTemplatesOf } from './manifests/pod-templates.ts';
export type { Reach } from './manifests/reach.ts';
export {
  type Answer,
  answerOf,
  isNamespace,
  type NamespaceLabels,
  type Selection,
  selectionBy,
  selectsLabels,
} from './manifests/selection.ts';
export { selectionText } from './manifests/selection-text.ts';
export { NAMESPACE_NAME_KEY, type Subject, type SubjectParts, subjectOf } from './manifests/subject.ts';
export {
  resourceOf,
  SELECTED_KINDS,
  type SelectedKind,
  type Target,
  type Typed,
} from './manifests/target.ts';
export type { ObjectPath } from './text/object-path.ts';
