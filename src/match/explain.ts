import { valueTest } from '../constraint/intersect.ts';
import { constraintOf } from '../constraint/meaning.ts';
import { isLabels, type Labels, labelEntries, refuseLabels } from '../labels/labels.ts';
import { printRequirement } from '../selector/print.ts';
import type { Requirement } from '../selector/requirement.ts';
import type { Selector } from '../selector/selector.ts';
import { hintFor } from './hint.ts';

/** One requirement held against a label set. */
export interface RequirementExplanation {
  readonly requirement: Requirement;
  readonly satisfied: boolean;
  /** The value of the requirement's key; undefined where the label set does not have the key. */
  readonly actual: string | undefined;
  /** For a miss, where a near key or value is there: what may have been meant. */
  readonly hint?: string;
}

/** One alternative held against a label set: it matches when every requirement is satisfied. */
export interface AlternativeExplanation {
  readonly matches: boolean;
  /** In the order written. */
  readonly requirements: readonly RequirementExplanation[];
}

/** Why a label set matches a selector, or does not: it matches when any alternative does. */
export interface MatchExplanation {
  readonly matches: boolean;
  /** In the order written; none for Nothing. */
  readonly alternatives: readonly AlternativeExplanation[];
  /** For people: a line for each requirement. */
  toString(): string;
}

function explainRequirement(
  requirement: Requirement,
  labels: ReadonlyMap<string, string>,
): RequirementExplanation {
  const { absent, present } = constraintOf(requirement);
  const actual = labels.get(requirement.key);
  const satisfied = actual === undefined ? absent : valueTest(present)(actual);
  const hint = satisfied ? undefined : hintFor(requirement, labels);
  return { requirement, satisfied, actual, ...(hint !== undefined && { hint }) };
}

function print({ requirement, satisfied, actual, hint }: RequirementExplanation): string {
  const found = actual === undefined ? 'it is absent' : `it is "${actual}"`;
  const verdict = satisfied ? 'yes' : 'no ';
  return `${verdict}  ${printRequirement(requirement)}: ${found}${hint === undefined ? '' : `; ${hint}`}`;
}

function printExplanation({
  matches,
  alternatives,
}: Pick<MatchExplanation, 'matches' | 'alternatives'>): string {
  const verdict = matches ? 'matches' : 'does not match';
  if (alternatives.length === 0) return `${verdict}: the selector selects nothing`;
  const blocks = alternatives.map(({ requirements }) =>
    requirements.length === 0 ? 'yes  it selects everything' : requirements.map(print).join('\n'),
  );
  return `${verdict}\n${blocks.join('\nor\n')}`;
}

/**
 * Why a label set matches a selector, or does not: every requirement, as written, with the actual value and, for a
 * miss, a hint where a near key or value is there. Agrees with {@link compileSelector}.
 *
 * @throws TypeError where `labels` is no label set, or one of its values is no string
 * Complexity: O(requirements and their values); a hint compares with every label.
 */
export function explainMatch(selector: Selector, labels: Labels): MatchExplanation {
  if (!isLabels(labels)) refuseLabels(labels);
  const map = new Map(labelEntries(labels));
  const alternatives = selector.alternatives.map((alternative): AlternativeExplanation => {
    const requirements = alternative.map((requirement) => explainRequirement(requirement, map));
    return { matches: requirements.every(({ satisfied }) => satisfied), requirements };
  });
  const explained = { matches: alternatives.some(({ matches }) => matches), alternatives };
  return { ...explained, toString: () => printExplanation(explained) };
}
