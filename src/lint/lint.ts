import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import type { Problem } from '../documents/problem.ts';
import type { FindingParts, LintFinding, Severity } from './finding.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { toldPlace } from './told-place.ts';
import { World } from './world.ts';

/** What is looked for, and how bad it is. */
export interface LintOptions {
  /** Where objects are applied that name no namespace; `default`, if left out. */
  readonly namespace?: string;
  /** The severity of a rule, or `off`, by its id; others are as they are. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** What could not be read. What depends on it becomes unknown. */
  readonly problems?: readonly Problem[];
}

function severityOf(rule: Rule, { rules }: LintOptions): Severity | 'off' {
  return rules?.[rule.id] ?? (rule.isOn ? rule.severity : 'off');
}

function told(rule: string, severity: Severity, parts: FindingParts): LintFinding {
  const { place, verdict, message, mend, doubt, related = [], fix } = parts;
  return {
    rule,
    severity,
    verdict,
    ...toldPlace(place),
    message,
    ...(mend !== undefined && { mend }),
    ...(doubt !== undefined && { doubt }),
    related: related.map((one) => ({ ...toldPlace(one.place), message: one.message })),
    ...(fix !== undefined && { fix }),
  };
}

/** By place: findings of one input stand together, in the order that they are met in it. */
function byPlace(a: LintFinding, b: LintFinding): number {
  if (a.source !== b.source) return 0;
  const { start } = a.region;
  const other = b.region.start;
  return start.line - other.line || start.column - other.column;
}

/** Findings by the input they are in, in the order that these were read, and within it by place. */
function inOrder(findings: readonly LintFinding[], objects: readonly KubernetesObject[]): LintFinding[] {
  const sources = new Map<string, LintFinding[]>();
  for (const { origin } of objects) if (!sources.has(origin.source)) sources.set(origin.source, []);
  for (const finding of findings) sources.get(finding.source)?.push(finding);
  return [...sources.values()].flatMap((own) => own.sort(byPlace));
}

/**
 * Looks for mistakes in the selectors of Kubernetes objects, all of which are read before: most of these mistakes are
 * between objects.
 *
 * @param objects everything that is applied together
 * @returns findings by input and place; frozen in nothing, plain data but for the regions
 * @throws TypeError where an option names a rule that there is not
 * Complexity: O(objects), and for each selector the workloads of its namespace.
 */
export function lintManifests(
  objects: readonly KubernetesObject[],
  options: LintOptions = {},
): readonly LintFinding[] {
  const known = new Set(RULES.map(({ id }) => id));
  for (const id of Object.keys(options.rules ?? {})) {
    if (!known.has(id)) throw new TypeError(`there is no rule ${JSON.stringify(id)}`);
  }
  const world = new World(objects, options.problems ?? [], options.namespace ?? 'default');
  const findings: LintFinding[] = [];
  for (const rule of RULES) {
    const severity = severityOf(rule, options);
    if (severity === 'off') continue;
    rule.check(world, (parts) => findings.push(told(rule.id, severity, parts)));
  }
  return inOrder(findings, objects);
}
