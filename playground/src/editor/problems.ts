import type { Diagnostic, ParseResult } from 'labelwise';
import type { Squiggle } from './squiggles.ts';

/** Something to tell about a text: a mistake, or a warning about what is hardly meant. */
export interface TextProblem {
  readonly diagnostic: Diagnostic;
  readonly look: 'mistake' | 'warning';
}

/** What there is to tell about a text, in its order. */
export function problemsOf(reading: ParseResult): readonly TextProblem[] {
  return reading.ok
    ? reading.warnings.map((diagnostic) => ({ diagnostic, look: 'warning' }))
    : reading.diagnostics.map((diagnostic) => ({ diagnostic, look: 'mistake' }));
}

/** @param focused the number of the problem that is being looked at */
export function squigglesOf(
  problems: readonly TextProblem[],
  focused: number | undefined,
): readonly Squiggle[] {
  return problems.flatMap(({ diagnostic: { span }, look }, index) =>
    span === undefined ? [] : [{ ...span, look, isFocused: index === focused }],
  );
}

/** The first problem at or behind a place of the text, or else the first of all. */
export function problemAt(problems: readonly TextProblem[], offset: number): number | undefined {
  if (problems.length === 0) return undefined;
  const at = problems.findIndex(({ diagnostic: { span } }) => span !== undefined && offset <= span.end);
  return Math.max(0, at);
}
