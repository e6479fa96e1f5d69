import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import type { Problem } from '../documents/problem.ts';
import { registryOf } from '../manifests/registry.ts';
import { refuseUnknownRules, severityOf } from './asked-rules.ts';
import { Change } from './change.ts';
import { DIFF_RULES } from './diff-rules.ts';
import type { LintFinding } from './finding.ts';
import type { LintOptions } from './lint.ts';
import { RULES } from './rules.ts';
import { inOrder, told } from './told-findings.ts';
import { World } from './world.ts';

/** What is looked for in a change; the problems are those of what was read of the objects after it. */
export interface DiffOptions extends LintOptions {
  /** What could not be read of the objects before the change. */
  readonly problemsBefore?: readonly Problem[];
}

/**
 * Looks for what a change to Kubernetes objects does to their selectors: changes that the API server refuses, and objects
 * that select something else than before. Objects are the same before and after by their kind, namespace and name.
 *
 * @param before everything that was applied together, as it is in the cluster
 * @param after the same, as it is to be applied
 * @param options what is looked for, where objects are applied, and what could not be read of either
 * @returns findings by input and place of the objects after the change, with places before it among the related ones
 * @complexity O(objects), and for each selector what may have its labels.
 * @throws TypeError where an option names a rule that there is not, or `kinds` has mistakes: all of them, each with its place
 */
export function diffManifests(
  before: readonly KubernetesObject[],
  after: readonly KubernetesObject[],
  options: DiffOptions = {},
): readonly LintFinding[] {
  const { rules, namespace = 'default', problems = [], problemsBefore = [] } = options;
  refuseUnknownRules(rules, [...RULES, ...DIFF_RULES]);
  const registry = registryOf(options.kinds, 'options.kinds');
  const change = new Change(
    new World(before, problemsBefore, namespace, registry),
    new World(after, problems, namespace, registry),
  );
  const findings: LintFinding[] = [];
  for (const rule of DIFF_RULES) {
    const severity = severityOf(rule, rules);
    if (severity === 'off') continue;
    rule.check(change, (parts) => findings.push(told(rule.id, severity, parts)));
  }
  return inOrder(findings, after);
}
