/**
 * Selectors: read, checked, printed, matched, indexed, compared.
 *
 * @module labelwise
 */

// Everything labelwise exports, by folder. Nothing here is computed; nothing here loads the parser.

export { type Comparison, compareSelectors, type Relation } from './algebra/compare-selectors.ts';
export { type Conflict, findConflicts } from './algebra/find-conflicts.ts';
export { findDifference } from './algebra/find-difference.ts';
export { findOverlap } from './algebra/find-overlap.ts';
export { findOverlaps, type Overlap, type OverlapOptions } from './algebra/find-overlaps.ts';
export { equivalent, implies } from './algebra/implies.ts';
export { isSatisfiable } from './algebra/is-satisfiable.ts';
export { simplify } from './algebra/simplify.ts';
export type { Witness } from './algebra/witness.ts';
export type { KernelChoice } from './bitmap/arena.ts';
export { requiredValue } from './constraint/required-value.ts';
export { selectorKey } from './constraint/selector-key.ts';
export type { AnchorLabel } from './indexes/anchor-name.ts';
export type { KeyStatistics, ValueStatistics } from './indexes/facets.ts';
export { LabelIndex, type LabelIndexOptions } from './indexes/label-index.ts';
export type { Entry } from './indexes/load.ts';
export { Membership } from './indexes/membership.ts';
export type { Member, MembershipChange, Watch, WatchChange } from './indexes/membership-change.ts';
export type { MembershipStatistics } from './indexes/membership-statistics.ts';
export type { PreparedQuery } from './indexes/prepared-query.ts';
export type { Explanation, PlanStep, QueryPlan, StepRole } from './indexes/query-plan.ts';
export type { ReachedAnchor, ReverseExplanation } from './indexes/reverse-explanation.ts';
export type { AnchorStatistics, SelectorIndexStatistics } from './indexes/reverse-statistics.ts';
export type { Scope } from './indexes/scope.ts';
export { SelectorIndex } from './indexes/selector-index.ts';
export type { IndexStatistics, KernelInUse } from './indexes/statistics.ts';
export { checkLabels } from './labels/check-labels.ts';
export { checkLabelKey } from './labels/key.ts';
export type { Labels } from './labels/labels.ts';
export { checkLabelValue } from './labels/value.ts';
export { compileSelector, type Predicate } from './match/compile.ts';
export {
  type AlternativeExplanation,
  explainMatch,
  type MatchExplanation,
  type RequirementExplanation,
} from './match/explain.ts';
export { allOf, anyOf } from './selector/combine.ts';
export { completeSelector } from './selector/complete-selector.ts';
export { formatSelector } from './selector/format-selector.ts';
export { fromLabelMap, tryFromLabelMap } from './selector/objects/from-label-map.ts';
export {
  fromLabelSelector,
  type LabelSelector,
  type LabelSelectorRequirement,
  tryFromLabelSelector,
} from './selector/objects/from-label-selector.ts';
export {
  fromNodeSelector,
  type NodeSelector,
  type NodeSelectorTerm,
  tryFromNodeSelector,
} from './selector/objects/from-node-selector.ts';
export {
  fromAlternatives,
  fromRequirements,
  type RequirementParts,
  tryFromAlternatives,
  tryFromRequirements,
} from './selector/objects/from-requirements.ts';
export { toLabelMap } from './selector/objects/to-label-map.ts';
export { toLabelSelector } from './selector/objects/to-label-selector.ts';
export { toNodeSelector } from './selector/objects/to-node-selector.ts';
export type { ParseResult } from './selector/parse-result.ts';
export { parseSelector, tryParseSelector } from './selector/parse-selector.ts';
export { printRequirement } from './selector/print.ts';
export type { Alternative, Operator, Requirement } from './selector/requirement.ts';
export { EVERYTHING, NOTHING, type Selector } from './selector/selector.ts';
export type { Completion } from './syntax/complete.ts';
export type { ParseLimits, ParseOptions } from './syntax/limits.ts';
export { DEFAULT_LIMITS } from './syntax/limits.ts';
export type { Vocabulary } from './syntax/vocabulary.ts';
export type { Diagnostic, DiagnosticCode, Diagnostics, Fix, Span } from './text/diagnostic.ts';
export { DIAGNOSTIC_CODES } from './text/diagnostic.ts';
export { renderDiagnostic } from './text/render.ts';
export { SelectorError } from './text/selector-error.ts';
