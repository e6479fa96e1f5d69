import type { Rule } from './rule.ts';
import { affinitySelectsNothing } from './rules/affinity-selects-nothing.ts';
import { autoscalerSharedPods } from './rules/autoscaler-shared-pods.ts';
import { budgetSelectsNothing } from './rules/budget-selects-nothing.ts';
import { contradiction } from './rules/contradiction.ts';
import { invalidLabel } from './rules/invalid-label.ts';
import { invalidSelector } from './rules/invalid-selector.ts';
import { monitorPortMissing } from './rules/monitor-port-missing.ts';
import { monitorSelectsNothing } from './rules/monitor-selects-nothing.ts';
import { negationSelectsUnlabelled } from './rules/negation-selects-unlabelled.ts';
import { nullSelector } from './rules/null-selector.ts';
import { overlappingBudgets } from './rules/overlapping-budgets.ts';
import { overlappingControllers } from './rules/overlapping-controllers.ts';
import { policyPeerSelectsNothing } from './rules/policy-peer-selects-nothing.ts';
import { policySelectsNothing } from './rules/policy-selects-nothing.ts';
import { redundantRequirement } from './rules/redundant-requirement.ts';
import { requiredSelector } from './rules/required-selector.ts';
import { routeSubsetMissing } from './rules/route-subset-missing.ts';
import { selectorTemplateMismatch } from './rules/selector-template-mismatch.ts';
import { serviceMixesWorkloads } from './rules/service-mixes-workloads.ts';
import { serviceSelectsNothing } from './rules/service-selects-nothing.ts';
import { spreadMissesOwnPods } from './rules/spread-misses-own-pods.ts';
import { subsetSelectsNothing } from './rules/subset-selects-nothing.ts';
import { versionInSelector } from './rules/version-in-selector.ts';

/** Every rule, in the order that documents list them. */
export const RULES: readonly Rule[] = [
  invalidSelector,
  invalidLabel,
  requiredSelector,
  selectorTemplateMismatch,
  contradiction,
  nullSelector,
  versionInSelector,
  redundantRequirement,
  negationSelectsUnlabelled,
  overlappingControllers,
  serviceSelectsNothing,
  serviceMixesWorkloads,
  subsetSelectsNothing,
  routeSubsetMissing,
  budgetSelectsNothing,
  overlappingBudgets,
  policySelectsNothing,
  policyPeerSelectsNothing,
  autoscalerSharedPods,
  spreadMissesOwnPods,
  affinitySelectsNothing,
  monitorSelectsNothing,
  monitorPortMissing,
];
