import type { LintFinding, Severity, Verdict } from './finding.ts';

/** Rules that tell what a change takes from a selector, and those that tell that it selects nothing. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['service-lost-workload', 'service-selects-nothing'],
  ['budget-lost-workload', 'budget-selects-nothing'],
  ['policy-lost-workload', 'policy-selects-nothing'],
  ['monitor-lost-target', 'monitor-selects-nothing'],
]);

const SEVERITIES: readonly Severity[] = ['advice', 'warning', 'error'];
const VERDICTS: readonly Verdict[] = ['unknown', 'possible', 'definite'];

function weightOf({ severity, verdict }: LintFinding): number {
  return SEVERITIES.indexOf(severity) * VERDICTS.length + VERDICTS.indexOf(verdict);
}

/** The objects that a finding names, by their inputs. */
function objectsOf({ source, object, related }: LintFinding): readonly string[] {
  return [{ source, object }, ...related].map((place) => JSON.stringify([place.source, place.object]));
}

/** What a change does, with what mends that nothing is selected: at the same object, that is the more exact advice. */
function withMend(change: LintFinding, { object, mend, fix }: LintFinding): LintFinding {
  if (fix === undefined || change.object !== object) return change;
  return { ...change, ...(mend !== undefined && { mend }), fix };
}

/**
 * What is wrong and what a change does, without what both tell of one object: that a selector selects nothing, and that it
 * selects no longer what it did. What changed is the more useful to know, unless the other is graver or surer.
 *
 * @param findings those of `lintManifests`
 * @param changes those of `diffManifests` for the same objects
 * @returns all others of both, in their order. Complexity: O(findings and their places).
 */
export function toldOnce(
  findings: readonly LintFinding[],
  changes: readonly LintFinding[],
): readonly LintFinding[] {
  const rules = new Set(SAME.values());
  const idle = new Map<string, LintFinding>();
  for (const finding of findings) {
    const [own = ''] = objectsOf(finding);
    if (rules.has(finding.rule)) idle.set(`${finding.rule} ${own}`, finding);
  }
  const dropped = new Set<LintFinding>();
  const told = changes.flatMap((change) => {
    const same = objectsOf(change)
      .map((object) => idle.get(`${SAME.get(change.rule)} ${object}`))
      .find((finding) => finding !== undefined);
    if (same === undefined) return [change];
    if (weightOf(same) > weightOf(change)) return [];
    dropped.add(same);
    return [withMend(change, same)];
  });
  return [...findings.filter((finding) => !dropped.has(finding)), ...told];
}
