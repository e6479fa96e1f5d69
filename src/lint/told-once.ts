import type { LintFinding, Severity, ToldPlace, Verdict } from './finding.ts';
import { addTo } from './lists-by-key.ts';

/** Rules that tell what a change takes from a selector, and those that tell that it selects nothing. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['service-lost-workload', 'service-selects-nothing'],
  ['budget-lost-workload', 'budget-selects-nothing'],
  ['policy-lost-workload', 'policy-selects-nothing'],
  ['monitor-lost-target', 'monitor-selects-nothing'],
]);

const IDLE: ReadonlySet<string> = new Set(SAME.values());

const SEVERITIES: readonly Severity[] = ['advice', 'warning', 'error'];
const VERDICTS: readonly Verdict[] = ['unknown', 'possible', 'definite'];

/** What is not certain fails no run, however grave it would be. */
function weightOf({ severity, verdict }: LintFinding): number {
  return VERDICTS.indexOf(verdict) * SEVERITIES.length + SEVERITIES.indexOf(severity);
}

/** A rule and an object, as a key. */
function keyOf(rule: string | undefined, { source, object }: Pick<ToldPlace, 'source' | 'object'>): string {
  return JSON.stringify([rule, source, object]);
}

/** Whether a place in an object is another one there, or within it. */
function isWithin({ path }: ToldPlace, outer: ToldPlace): boolean {
  return path === outer.path || path.startsWith(`${outer.path}.`) || path.startsWith(`${outer.path}[`);
}

/** What a change does, with what mends that nothing is selected: at the same object, that is the more exact advice. */
function withMend(change: LintFinding, { source, object, mend, fix }: LintFinding): LintFinding {
  if (fix === undefined || change.object !== object || change.source !== source) return change;
  return { ...change, ...(mend !== undefined && { mend }), fix };
}

/**
 * What is to be told of findings, so that nothing is told twice of one selector: that it selects nothing, and that it
 * selects no longer what it did. What changed is the more useful to know, unless the other is surer or graver.
 *
 * @param findings those that count, of `lintManifests` and of `diffManifests` for the same objects
 * @returns for each that is told, what is told in its place; all others are told with these
 * @complexity O(findings, their places, and for each place the selectors of its object that select nothing).
 */
export function toldOnce(findings: readonly LintFinding[]): ReadonlyMap<LintFinding, LintFinding> {
  const idle = new Map<string, LintFinding[]>();
  for (const finding of findings) {
    if (IDLE.has(finding.rule)) addTo(idle, keyOf(finding.rule, finding), finding);
  }
  const told = new Map(findings.map((finding) => [finding, finding]));
  for (const change of findings) {
    const rule = SAME.get(change.rule);
    if (rule === undefined) continue;
    const same = [change, ...change.related]
      .flatMap((place) => idle.get(keyOf(rule, place))?.filter((one) => isWithin(one, place)) ?? [])
      .at(0);
    if (same === undefined) continue;
    const isLesser = weightOf(same) > weightOf(change);
    told.delete(isLesser ? change : same);
    if (!isLesser) told.set(change, withMend(change, same));
  }
  return told;
}
