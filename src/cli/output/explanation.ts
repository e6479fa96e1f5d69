import { type MatchExplanation, printRequirement, type RequirementExplanation } from '../../index.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';

function found({ requirement, actual }: RequirementExplanation): string {
  return actual === undefined ? `${requirement.key} is absent` : `${requirement.key} is "${actual}"`;
}

function requirementLines(explained: readonly RequirementExplanation[], style: Style): string[] {
  const printed = explained.map(({ requirement }) => printRequirement(requirement));
  // A set of a hundred values is not to push the other column off the screen.
  const width = Math.min(40, Math.max(0, ...printed.map((text) => text.length)));
  return explained.flatMap((one, index) => {
    const verdict = one.satisfied ? style.green('yes') : style.red('no ');
    const line = `  ${verdict}  ${(printed[index] ?? '').padEnd(width)}  ${printable(found(one))}`;
    return one.hint === undefined ? [line] : [line, `       ${style.yellow('hint:')} ${printable(one.hint)}`];
  });
}

/**
 * An explanation for people: a line for each requirement with the actual value, and a line for each hint. The words
 * `yes` and `no` carry the answer, so it is as clear without colour and in any character set.
 */
export function explanationLines(explanation: MatchExplanation, style: Style): string[] {
  const { alternatives } = explanation;
  if (alternatives.length === 0) return [`  ${style.red('no ')}  this selector selects nothing`];
  return alternatives.flatMap(({ requirements }, index) => [
    ...(index === 0 ? [] : ['  or']),
    ...(requirements.length === 0
      ? [`  ${style.green('yes')}  the empty selector selects everything`]
      : requirementLines(requirements, style)),
  ]);
}
