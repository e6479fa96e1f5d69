import { toldOnce } from '../../reading.ts';
import type { JudgedFinding } from './report.ts';

/**
 * Judged findings without what two of them tell of one selector, of what it selects no longer. Only what counts takes the
 * place of another: what is ignored or known is told as that, and hides nothing.
 */
export function judgedOnce(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  const counting = findings.filter(({ standing }) => standing.kind === 'counts');
  const told = toldOnce(counting.map(({ finding }) => finding));
  return findings.flatMap((judged) => {
    if (judged.standing.kind !== 'counts') return [judged];
    const finding = told.get(judged.finding);
    return finding === undefined ? [] : [{ ...judged, finding }];
  });
}
