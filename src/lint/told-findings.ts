import type { KubernetesObject } from '../documents/kubernetes-object.ts';
import type { FindingParts, LintFinding, Severity } from './finding.ts';
import { toldPlace } from './told-place.ts';

/** What a rule has found, as it is told. */
export function told(rule: string, severity: Severity, parts: FindingParts): LintFinding {
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
export function inOrder(
  findings: readonly LintFinding[],
  objects: readonly KubernetesObject[],
): LintFinding[] {
  const sources = new Map<string, LintFinding[]>();
  for (const { origin } of objects) if (!sources.has(origin.source)) sources.set(origin.source, []);
  for (const finding of findings) sources.get(finding.source)?.push(finding);
  return [...sources.values()].flatMap((own) => own.sort(byPlace));
}
