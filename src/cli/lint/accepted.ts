import type { LintFinding } from '../../manifests.ts';
import type { JudgedFinding } from './report.ts';

/**
 * What a baseline is to have: everything that would be shown but for the baseline itself. What is not certain is news once it
 * is, and what is ignored has its reason elsewhere.
 */
export function acceptedOf(findings: readonly JudgedFinding[], showsAll: boolean): readonly LintFinding[] {
  return findings
    .filter(
      ({ standing, finding }) => standing.kind !== 'ignored' && (showsAll || finding.verdict === 'definite'),
    )
    .map(({ finding }) => finding);
}
