import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import type { Problem } from '../documents/problem.ts';
import type { DescribedKind } from '../manifests/described-kind.ts';
import { registryOf } from '../manifests/registry.ts';
import { type AskedRules, refuseUnknownRules, severityOf } from './asked-rules.ts';
import { DIFF_RULES } from './diff-rules.ts';
import type { LintFinding } from './finding.ts';
import { RULES } from './rules.ts';
import { inOrder, told } from './told-findings.ts';
import { World } from './world.ts';

/** What is looked for, and how bad it is. */
export interface LintOptions {
  /** Where objects are applied that name no namespace; `default`, if left out. */
  readonly namespace?: string;
  /** The severity of a rule, or `off`, by its id; others are as they are. Those of {@link DIFF_RULES} may be among them. */
  readonly rules?: AskedRules;
  /** Kinds that are not known, or are to be read otherwise, such as custom resources. */
  readonly kinds?: readonly DescribedKind[];
  /** What could not be read. What depends on it becomes unknown. */
  readonly problems?: readonly Problem[];
}

/**
 * Looks for mistakes in the selectors of Kubernetes objects, all of which are read before: most of these mistakes are
 * between objects.
 *
 * @param objects everything that is applied together
 * @param options what is looked for, where objects are applied, and what could not be read
 * @returns findings by input and place, as plain data
 * @complexity O(objects), and for each selector what may have its labels.
 * @throws TypeError where an option names a rule that there is not, or `kinds` has mistakes: all of them, each with its place
 */
export function lintManifests(
  objects: readonly KubernetesObject[],
  options: LintOptions = {},
): readonly LintFinding[] {
  refuseUnknownRules(options.rules, [...RULES, ...DIFF_RULES]);
  const registry = registryOf(options.kinds, 'options.kinds');
  const world = new World(objects, options.problems ?? [], options.namespace ?? 'default', registry);
  const findings: LintFinding[] = [];
  for (const rule of RULES) {
    const severity = severityOf(rule, options.rules);
    if (severity === 'off') continue;
    rule.check(world, (parts) => findings.push(told(rule.id, severity, parts)));
  }
  return inOrder(findings, objects);
}
