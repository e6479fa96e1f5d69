import type { DiffRule } from './diff-rule.ts';
import { budgetGainedWorkload } from './diff-rules/budget-gained-workload.ts';
import { budgetLostWorkload } from './diff-rules/budget-lost-workload.ts';
import { immutableSelectorChanged } from './diff-rules/immutable-selector-changed.ts';
import { monitorLostTarget } from './diff-rules/monitor-lost-target.ts';
import { policyGainedWorkload } from './diff-rules/policy-gained-workload.ts';
import { policyLostWorkload } from './diff-rules/policy-lost-workload.ts';
import { serviceGainedWorkload } from './diff-rules/service-gained-workload.ts';
import { serviceLostWorkload } from './diff-rules/service-lost-workload.ts';

/** Every rule for changes, in the order that documents list them. */
export const DIFF_RULES: readonly DiffRule[] = [
  immutableSelectorChanged,
  serviceLostWorkload,
  serviceGainedWorkload,
  budgetLostWorkload,
  budgetGainedWorkload,
  policyLostWorkload,
  policyGainedWorkload,
  monitorLostTarget,
];
