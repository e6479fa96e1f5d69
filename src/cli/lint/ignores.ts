import type { LintFinding, ToldPlace } from '../../manifests.ts';
import type { IgnoredBy } from './report.ts';

/** Findings of one rule that are to be ignored somewhere. */
export interface Ignore {
  /** What it says, be there a rule of that name or not; `""` where it names none. */
  readonly rule: string;
  readonly by: IgnoredBy;
  /** `""` where it is not said; then nothing is ignored. */
  readonly reason: string;
  readonly covers: (finding: LintFinding) => boolean;
  /** Where it stands. */
  readonly place: ToldPlace;
  /** Whether what it is about was read, so that it should have ignored something. */
  readonly isInReach: boolean;
}

/** What became of ignores and findings. */
export interface Ignored {
  /** Why a finding is ignored, of those that are. */
  readonly by: ReadonlyMap<LintFinding, Ignore>;
  readonly unused: readonly Ignore[];
}

/** Which findings are ignored. Of several ignores that cover one, the first gives the reason, and none is unused. */
export function applyIgnores(findings: readonly LintFinding[], ignores: readonly Ignore[]): Ignored {
  const byRule = new Map<string, Ignore[]>();
  for (const ignore of ignores) {
    if (ignore.reason === '') continue;
    const list = byRule.get(ignore.rule);
    if (list === undefined) byRule.set(ignore.rule, [ignore]);
    else list.push(ignore);
  }
  const by = new Map<LintFinding, Ignore>();
  const used = new Set<Ignore>();
  for (const finding of findings) {
    for (const ignore of byRule.get(finding.rule) ?? []) {
      if (!ignore.covers(finding)) continue;
      used.add(ignore);
      if (!by.has(finding)) by.set(finding, ignore);
    }
  }
  return { by, unused: ignores.filter((ignore) => ignore.reason !== '' && !used.has(ignore)) };
}
