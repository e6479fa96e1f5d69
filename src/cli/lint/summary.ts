import { STDIN_NAME } from '../input/sources.ts';
import { counted } from '../output/counted.ts';
import type { LintReport } from './report.ts';

/** How many of everything there are. */
export interface LintCounts {
  /** Of those that are certain, and neither ignored nor known. */
  readonly errors: number;
  readonly warnings: number;
  readonly advice: number;
  readonly possible: number;
  readonly unknown: number;
  readonly ignored: number;
  readonly known: number;
  /** Of all, those that make the run fail. */
  readonly failing: number;
}

export function countsOf({ findings }: Pick<LintReport, 'findings'>): LintCounts {
  const counting = findings
    .filter(({ standing }) => standing.kind === 'counts')
    .map(({ finding }) => finding);
  const plain = findings.filter(({ isPlain }) => isPlain).map(({ finding }) => finding);
  return {
    errors: plain.filter(({ severity }) => severity === 'error').length,
    warnings: plain.filter(({ severity }) => severity === 'warning').length,
    advice: plain.filter(({ severity }) => severity === 'advice').length,
    possible: counting.filter(({ verdict }) => verdict === 'possible').length,
    unknown: counting.filter(({ verdict }) => verdict === 'unknown').length,
    ignored: findings.filter(({ standing }) => standing.kind === 'ignored').length,
    known: findings.filter(({ standing }) => standing.kind === 'known').length,
    failing: findings.filter(({ fails }) => fails).length,
  };
}

/** Parts as a sentence has them: `a`, `a and b`, `a, b and c`. */
function joined(parts: readonly string[]): string {
  return parts.length <= 1 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function some(parts: readonly (readonly [count: number, text: string])[]): string[] {
  return parts.filter(([count]) => count > 0).map(([, text]) => text);
}

/** Everything in one line: `3 errors and 1 warning in 12 objects of 4 files; not shown: 2 possible (--all shows them)`. */
export function summaryText(report: LintReport): string {
  const { errors, warnings, advice, possible, unknown, ignored, known } = countsOf(report);
  const { objects, sources, passedOver, fixed, showsAll } = report;
  const certain = some([
    [errors, counted(errors, 'error')],
    [warnings, counted(warnings, 'warning')],
    [advice, counted(advice, 'piece of advice', 'pieces of advice')],
  ]);
  const others = some([
    [possible, `${possible} possible`],
    [unknown, `${unknown} unknown`],
    [ignored, `${ignored} ignored`],
    [known, `${known} in the baseline`],
  ]);
  const isStream = sources.length === 1 && sources[0] === STDIN_NAME;
  const where = `in ${counted(objects, 'object')}${isStream ? '' : ` of ${counted(sources.length, 'file')}`}`;
  const sentences = [
    ...(fixed.fixes > 0
      ? [`${counted(fixed.fixes, 'fix', 'fixes')} made in ${counted(fixed.files, 'file')}`]
      : []),
    // Where nothing could be read, there is nothing to be without mistakes.
    objects === 0 && report.problems.length > 0
      ? 'nothing was checked: no object could be read'
      : `${certain.length === 0 ? 'no mistakes found' : joined(certain)} ${where}`,
    ...(others.length === 0
      ? []
      : [showsAll ? `besides ${joined(others)}` : `not shown: ${joined(others)} (--all shows them)`]),
    ...(passedOver.length === 0
      ? []
      : [`${counted(passedOver.length, 'other file')} without Kubernetes objects passed over`]),
  ];
  return sentences.join('; ');
}
